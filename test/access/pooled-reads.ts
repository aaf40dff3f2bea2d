import type { DataSource } from 'typeorm';
import { organisationDirectory } from '../../src/agreement/index.js';
import { readAs } from '../../src/platform/persistence/read-as.js';
import { CaseSummaries } from '../../src/transfer-case/projections/case-summary/case-summary.query.js';
import type { Seeded } from '../chaos/seeded.js';
import { pairs, tenOrganisations } from './ten-organisations.js';

/** What a run of pooled reads looked at. */
export interface PooledReads {
  /** Answers with rows, each of whose rows was looked at. */
  answers: number;
  rows: number;
  /** Reads that failed in the database, in our code, by a wait that was given up, or with their connection. */
  failed: number;
  /** Reads around the wrapper, which show nothing. */
  around: number;
  /** Rows of another organisation; none is right. */
  strangers: string[];
}

const AT_ONCE = 200;
const SEEN = 'SELECT case_ref, seen_by FROM read_model.case_summary';

/** Makes cases of ten organisations in the read model, so many for each pair of bodies that have one. */
export async function makeCases(owner: DataSource, ofEachPair: number): Promise<void> {
  for (const [council, nhsBody] of pairs) {
    await owner.query(
      `INSERT INTO read_model.case_summary (case_ref, subject, person_reference, council, nhs_body, stage, alerted_on,
         waiting_on, deadlines, revision, seen_by)
       SELECT ref, ref, ref, $1, $2, 'alerted', '2024-04-02', 'nhs', '[]', 1, ARRAY[$1, $2]::text[]
       FROM generate_series(1, $3::integer) AS n, LATERAL (SELECT format('TC-%s-%s-%s', $1::text, $2::text, n) AS ref) AS made`,
      [council, nhsBody, ofEachPair],
    );
  }
  await owner.query('ANALYZE read_model.case_summary');
}

/**
 * Reads for ten organisations at once on few connections, with failures of every kind in between, until so many answers were
 * looked at.
 *
 * @param web signs in as the web process does, and gives up waiting soon
 */
export async function pooledReads(web: DataSource, answers: number, random: Seeded): Promise<PooledReads> {
  const counts: PooledReads = { answers: 0, rows: 0, failed: 0, around: 0, strangers: [] };
  const cases = new CaseSummaries(web);
  const [first = '', ...others] = tenOrganisations;

  const look = (
    organisation: string,
    rows: readonly { readonly caseRef: string; readonly bodies: readonly string[] }[],
  ) => {
    counts.answers += 1;
    counts.rows += rows.length;
    for (const { caseRef, bodies } of rows) {
      if (!bodies.includes(organisation)) counts.strangers.push(`${organisation} saw ${caseRef}`);
    }
  };
  const fails = async (reading: Promise<unknown>) => {
    const outcome = await reading.then(
      () => 'answered',
      () => 'failed',
    );
    if (outcome === 'answered') throw new Error('A read that has to fail was answered');
    counts.failed += 1;
  };
  const one = async () => {
    const organisation = random.pick([first, ...others]);
    const bodies = organisationDirectory.withPredecessors(organisation);
    const actor = { id: 'a', organisation, role: 'auditor' };
    const kind = random.below(200);
    if (kind === 0) {
      return fails(
        readAs(web, bodies, async (rows) => (await rows.query(SEEN), rows.query('SELECT pg_sleep(5)'))),
      );
    }
    if (kind === 1) {
      return fails(
        readAs(
          web,
          bodies,
          async (rows) => (
            await rows.query(SEEN),
            rows.query('SELECT pg_terminate_backend(pg_backend_pid())')
          ),
        ),
      );
    }
    if (kind < 6) return fails(readAs(web, bodies, (rows) => rows.query('SELECT 1 / 0')));
    if (kind < 10) {
      return fails(
        readAs(web, bodies, async (rows) => (await rows.query(SEEN), Promise.reject(new Error('refused')))),
      );
    }
    if (kind < 14) {
      const shown = await web.query<object[]>(SEEN);
      counts.around += 1;
      if (shown.length > 0) counts.strangers.push(`Nobody saw ${JSON.stringify(shown[0])}`);
      return;
    }
    if (kind < 170) {
      // The database alone, with no filter of the code.
      const rows = await readAs(web, bodies, (moment) =>
        moment.query<{ case_ref: string; seen_by: string[] }[]>(SEEN),
      );
      return look(
        organisation,
        rows.map((row) => ({ caseRef: row.case_ref, bodies: row.seen_by })),
      );
    }
    const rows = await cases.list(actor, {}, { order: 'dueOn', limit: 10 });
    return look(
      organisation,
      rows.map((row) => ({ caseRef: row.caseRef, bodies: [row.council, row.nhsBody] })),
    );
  };
  const lane = async () => {
    while (counts.answers < answers) {
      // A connection that was ended by somebody else's failure may be the one that was waited for.
      await one().catch((fault: unknown) => {
        if (!/terminat|timeout|Connection/i.test(String(fault))) throw fault;
        counts.failed += 1;
      });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return counts;
}
