import type {
  SubjectHistory,
  SubjectProjection,
  TableRows,
} from '../../../platform/projections/projection.js';
import { exposedJobOf } from '../../domain/rules/redundancy-exposure.js';
import { employmentsOfCase, READS } from '../employments-of-case.js';
import { ExposedEmploymentRow } from './exposed-employment.entity.js';

function project(history: SubjectHistory): readonly TableRows<ExposedEmploymentRow>[] {
  const found = employmentsOfCase(history);
  // The PAs of a case that was merged are counted on the case that goes on.
  if (found === undefined || found.isMerged) return [{ table: ExposedEmploymentRow, rows: [] }];
  const { bodies: _, ...setting } = found.setting;
  const rows = found.employments.map(({ employment }) => {
    const { employmentId, assistantRef, startedOn, end } = employment;
    return {
      employmentId,
      subject: history.subject,
      assistantRef,
      council: setting.council,
      nhsBodies: found.nhsBodies,
      startedOn,
      lastDay: end?.lastDay ?? null,
      job: exposedJobOf(employment),
      setting,
    };
  });
  return [{ table: ExposedEmploymentRow, rows, seenBy: found.bodies }];
}

/** The facts of every employment that its contingent redundancy liability on a day follows from. */
export const exposureProjection: SubjectProjection = {
  name: 'exposure',
  tables: [ExposedEmploymentRow],
  reads: READS,
  project,
};
