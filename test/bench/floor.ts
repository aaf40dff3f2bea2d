import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { POOL_SIZE, samplePayload } from './sample.js';

/** The least that keeps an event: one INSERT per transaction into one table, and plain ordered SELECTs. */
export class Floor {
  private constructor(private readonly pool: pg.Pool) {}

  static async connect(databaseUrl: string): Promise<Floor> {
    const pool = new pg.Pool({ connectionString: databaseUrl, max: POOL_SIZE });
    await pool.query(`CREATE TABLE bench_floor (
      position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      stream text NOT NULL, revision int NOT NULL, event_id uuid NOT NULL UNIQUE,
      type text NOT NULL, data jsonb NOT NULL, metadata jsonb NOT NULL,
      recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(), UNIQUE (stream, revision))`);
    return new Floor(pool);
  }

  async append(stream: string, revision: number): Promise<void> {
    await this.pool.query({
      name: 'floor-append',
      text: 'INSERT INTO bench_floor (stream, revision, event_id, type, data, metadata) VALUES ($1, $2, $3, $4, $5, $6)',
      values: [stream, revision, randomUUID(), 'bench.happened', samplePayload, samplePayload],
    });
  }

  async readStream(stream: string): Promise<number> {
    const { rows } = await this.pool.query({
      name: 'floor-read-stream',
      text: 'SELECT * FROM bench_floor WHERE stream = $1 ORDER BY revision',
      values: [stream],
    });
    return rows.length;
  }

  /** Reads everything in pages; each row's JSON is parsed by the driver. */
  async readAll(page: number): Promise<number> {
    let [after, read] = ['0', 0];
    for (;;) {
      const { rows } = await this.pool.query<{ position: string }>({
        name: 'floor-read-all',
        text: 'SELECT * FROM bench_floor WHERE position > $1 ORDER BY position LIMIT $2',
        values: [after, page],
      });
      read += rows.length;
      const last = rows.at(-1);
      if (last === undefined) return read;
      after = last.position;
    }
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}
