import { ArrayOverlap, In, type DataSource } from 'typeorm';
import { organisationDirectory } from '../../../agreement/index.js';
import { readAs } from '../../../platform/persistence/read-as.js';
import type { Stage } from '../../domain/case-record.js';
import { CaseSummaryRow } from './case-summary.entity.js';

/** A case that names a person. */
export interface CaseNaming {
  readonly caseRef: string;
  /** Nothing follows in it by itself. It may be taken up again. */
  readonly isOver: boolean;
}

const OVER: readonly Stage[] = ['not-eligible', 'complete', 'back-with-council', 'withdrawn', 'merged'];

/** The cases of an organisation, and of those that it took over from, that name a person by this reference. */
export async function casesNaming(
  database: DataSource,
  organisation: string,
  personReference: string,
): Promise<readonly CaseNaming[]> {
  const own = organisationDirectory.withPredecessors(organisation);
  const cases = await readAs(database, own, (rows) =>
    rows.getRepository(CaseSummaryRow).find({
      select: { caseRef: true, stage: true },
      where: [
        { personReference, council: In(own) },
        { personReference, nhsBody: In(own) },
        { personReference, laterNhsBodies: ArrayOverlap(own) },
      ],
      order: { caseRef: 'asc' },
    }),
  );
  return cases.map(({ caseRef, stage }) => ({ caseRef, isOver: OVER.includes(stage) }));
}
