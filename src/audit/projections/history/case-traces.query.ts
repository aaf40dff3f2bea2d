import type { DataSource } from 'typeorm';
import { organisationDirectory } from '../../../agreement/index.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { readAs } from '../../../platform/persistence/read-as.js';
import type { CaseAgreement } from '../../../transfer-case/index.js';
import { HistoryRow } from './history.entity.js';

const BOUND = 'transfer-case.agreement-bound';

/** When a case was last worked on, and under which agreement. */
export interface CaseTrace {
  readonly caseRef: string;
  /** The day in London on which a fact of it was last recorded. */
  readonly lastRecordedOn: PlainDate;
  /** The agreement that it was bound to last. */
  readonly agreement?: CaseAgreement;
}

/** The traces of these cases, of those that the organisation has a part in. */
export async function caseTraces(
  database: DataSource,
  organisation: string,
  caseRefs: readonly string[],
): Promise<readonly CaseTrace[]> {
  if (caseRefs.length === 0) return [];
  const own = organisationDirectory.withPredecessors(organisation);
  return readAs(database, own, async (rows) => {
    const history = rows.getRepository(HistoryRow);
    const traces: CaseTrace[] = [];
    for (const subject of caseRefs) {
      const last = await history.findOne({ where: { subject }, order: { recordedOn: 'desc' } });
      if (last === null) continue;
      const bound = await history.findOne({
        where: { subject, type: BOUND },
        order: { ordinal: 'desc' },
      });
      traces.push({
        caseRef: subject,
        lastRecordedOn: last.recordedOn,
        ...(bound !== null && { agreement: bound.data as CaseAgreement }),
      });
    }
    return traces;
  });
}
