import type { DataSource } from 'typeorm';
import { organisationDirectory } from '../../../agreement/index.js';
import type { Stage } from '../../domain/case-record.js';

/** A case that names a person. */
export interface CaseNaming {
  readonly caseRef: string;
  /** Nothing follows in it by itself. It may be taken up again. */
  readonly isOver: boolean;
}

const OVER: readonly Stage[] = ['not-eligible', 'complete', 'back-with-council', 'withdrawn', 'merged'];

/** The cases of an organisation, and of those that it took over from, that name a person by this reference. */
export async function casesNaming(
  database: Pick<DataSource, 'query'>,
  organisation: string,
  personReference: string,
): Promise<readonly CaseNaming[]> {
  const rows = await database.query<{ case_ref: string; stage: Stage }[]>(
    `select case_ref, stage from read_model.case_summary
     where person_reference = $1 and (council = any($2) or nhs_body = any($2) or later_nhs_bodies && $2)
     order by case_ref`,
    [personReference, organisationDirectory.withPredecessors(organisation)],
  );
  return rows.map(({ case_ref: caseRef, stage }) => ({ caseRef, isOver: OVER.includes(stage) }));
}
