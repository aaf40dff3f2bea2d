import type { DataSource } from 'typeorm';
import { schemaState } from '../persistence/schema-state.js';
import type { ProjectionLag } from './projection-lag.js';

/** One thing that has to be so before the process should get requests. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
  /** For operators: numbers and states, no addresses or secrets. */
  readonly detail: string;
}

const PATIENCE_MS = 2_000;

/** Finds out whether this process can serve: the database answers, its tables are of this version, the views are recent. */
export class Readiness {
  constructor(
    private readonly database: DataSource,
    private readonly lag: ProjectionLag,
    private readonly maxLagEvents: number,
  ) {}

  async checks(): Promise<readonly Check[]> {
    return Promise.all([
      check('database', async () => {
        await this.database.query('select 1');
        return { ok: true, detail: 'answers' };
      }),
      check('migrations', async () => {
        const { pending, unknown } = await schemaState(this.database);
        return {
          ok: pending.length + unknown.length === 0,
          detail:
            unknown.length === 0
              ? `${pending.length} not run`
              : `${pending.length} not run, ${unknown.length} of a later version`,
        };
      }),
      check('projections', async () => {
        const { maxLagEvents } = this;
        const { lagEvents, lagSeconds } = await this.lag.lag(maxLagEvents + 1);
        return lagEvents <= maxLagEvents
          ? { ok: true, detail: `${lagEvents} events and ${lagSeconds} s behind` }
          : { ok: false, detail: `more than ${maxLagEvents} events and ${lagSeconds} s behind` };
      }),
    ]);
  }
}

async function check(name: string, look: () => Promise<Omit<Check, 'name'>>): Promise<Check> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<Omit<Check, 'name'>>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, detail: 'no answer in two seconds' }), PATIENCE_MS);
  });
  try {
    return { name, ...(await Promise.race([look(), tooLate])) };
  } catch {
    // Why it failed stands in the log of whoever uses it; here it could tell a stranger about the inside.
    return { name, ok: false, detail: 'failed' };
  } finally {
    clearTimeout(timer);
  }
}
