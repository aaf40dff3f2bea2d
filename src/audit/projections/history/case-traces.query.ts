import type { DataSource } from 'typeorm';
import { organisationDirectory } from '../../../agreement/index.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { readAs } from '../../../platform/persistence/read-as.js';
import type { CaseAgreement } from '../../../transfer-case/index.js';

/** When a case was last worked on, and under which agreement. */
export interface CaseTrace {
  readonly caseRef: string;
  /** The day in London on which a fact of it was last recorded. */
  readonly lastRecordedOn: PlainDate;
  /** The agreement that it was bound to last. */
  readonly agreement: CaseAgreement | null;
}

/** The traces of these cases, of those that the organisation has a part in. */
export async function caseTraces(
  database: DataSource,
  organisation: string,
  caseRefs: readonly string[],
): Promise<readonly CaseTrace[]> {
  if (caseRefs.length === 0) return [];
  return readAs(database, organisationDirectory.withPredecessors(organisation), (rows) =>
    rows.query<CaseTrace[]>(
      `select h.subject as "caseRef", max(h.recorded_on)::text as "lastRecordedOn",
         (select b.data from read_model.history b
          where b.subject = h.subject and b.type = 'transfer-case.agreement-bound'
          order by b.ordinal desc limit 1) as agreement
       from read_model.history h where h.subject = any($1) group by h.subject order by h.subject`,
      [caseRefs],
    ),
  );
}
