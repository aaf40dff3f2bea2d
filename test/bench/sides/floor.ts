import { randomUUID } from 'node:crypto';
import { SAMPLE_TYPE, sampleText, type Sample } from '../sample.js';
import { openPool } from './open-pool.js';
import { pageOf, type Side } from './side.js';

interface Row {
  readonly position: string;
  readonly stream: string;
  readonly revision: number;
  readonly data: Sample;
}

const TAKEN = '23505';

/** The least that keeps an event: one INSERT per transaction into one table, and plain ordered SELECTs. */
export async function floor(databaseUrl: string): Promise<Side> {
  const pool = openPool(databaseUrl);
  await pool.query(`CREATE TABLE floor (
    position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    stream text NOT NULL, revision int NOT NULL, event_id uuid NOT NULL UNIQUE,
    type text NOT NULL, data jsonb NOT NULL, metadata jsonb NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(), UNIQUE (stream, revision))`);
  return {
    name: 'one INSERT',

    async append(stream, revision, events) {
      const values = Array.from({ length: events }, (_, index) => [
        stream,
        revision + index + 1,
        randomUUID(),
        SAMPLE_TYPE,
        sampleText,
        sampleText,
      ]);
      try {
        await pool.query({ name: `append-${events}`, text: insertOf(events), values: values.flat() });
        return { stored: true, revision: revision + events };
      } catch (fault) {
        if ((fault as { code?: string }).code !== TAKEN) throw fault;
        const { rows } = await pool.query<{ revision: number }>({
          name: 'revision',
          text: 'SELECT max(revision) AS revision FROM floor WHERE stream = $1',
          values: [stream],
        });
        return { stored: false, revision: rows[0]?.revision ?? 0 };
      }
    },

    async readStream(stream) {
      const text = 'SELECT * FROM floor WHERE stream = $1 ORDER BY revision';
      return (await pool.query({ name: 'read-stream', text, values: [stream] })).rows.length;
    },

    // Each row's JSON is parsed by the driver.
    async readAll(after, limit) {
      const text = 'SELECT * FROM floor WHERE position > $1 ORDER BY position LIMIT $2';
      const { rows } = await pool.query<Row>({ name: 'read-all', text, values: [after, limit] });
      return pageOf(rows, after, ({ position, stream, revision, data }) => ({
        place: BigInt(position),
        stream,
        revision,
        amountPence: data.amountPence,
      }));
    },

    close: () => pool.end(),
  };
}

function insertOf(events: number): string {
  const columns = 6;
  const rows = Array.from({ length: events }, (_, row) =>
    Array.from({ length: columns }, (_, column) => `$${row * columns + column + 1}`).join(', '),
  );
  const values = rows.map((row) => `(${row})`).join(', ');
  return `INSERT INTO floor (stream, revision, event_id, type, data, metadata) VALUES ${values}`;
}
