import {
  eventsOf,
  type SubjectHistory,
  type SubjectProjection,
  type TableRows,
} from '../../../platform/projections/projection.js';
import { bodiesToldBy, type TransferCaseEvent } from '../../../transfer-case/index.js';
import { foldEmployments, type LoadedEmployment } from '../../domain/employment.js';
import type { WorkforceEvent } from '../../domain/workforce.events.js';
import { READS } from '../employments-of-case.js';
import { EmploymentRow } from './employment.entity.js';

function project(history: SubjectHistory): readonly TableRows[] {
  const employments = foldEmployments(eventsOf<WorkforceEvent>(history, 'workforce.'));
  const seenBy = bodiesToldBy(eventsOf<TransferCaseEvent>(history, 'transfer-case.'));
  const rows = employments.map((each) => rowOf(history.subject, each));
  return [{ table: EmploymentRow, rows, seenBy }];
}

function rowOf(subject: string, { employment, revision }: LoadedEmployment): Readonly<EmploymentRow> {
  const { employmentId, assistantRef, status, stage, startedOn } = employment;
  const { end, service, terms, fundingPeriods, leaveStatements, insuranceClaim } = employment;
  return {
    employmentId,
    subject,
    assistantRef,
    status,
    stage,
    startedOn,
    end: end ?? null,
    terms,
    fundingPeriods,
    leaveStatements,
    insuranceClaim: insuranceClaim ?? null,
    service: service ?? null,
    revision,
  };
}

/** The PAs of each case: their jobs, hours, pay and funders. */
export const employmentsProjection: SubjectProjection = {
  name: 'employments',
  tables: [EmploymentRow],
  reads: READS,
  project,
};
