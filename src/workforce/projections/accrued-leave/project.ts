import type {
  SubjectHistory,
  SubjectProjection,
  TableRows,
} from '../../../platform/projections/projection.js';
import type { CaseSetting } from '../../domain/case-setting.js';
import type { EmploymentRecord } from '../../domain/employment.js';
import { accruedLeave } from '../../domain/rules/accrued-leave.js';
import { employmentsOfCase, READS } from '../employments-of-case.js';
import { AccruedLeaveRow } from './accrued-leave.entity.js';

function project(history: SubjectHistory): readonly TableRows[] {
  const found = employmentsOfCase(history);
  const rows = found?.employments.map(({ employment }) => rowOf(history.subject, employment, found.setting));
  return [{ table: AccruedLeaveRow, rows: rows ?? [] }];
}

function rowOf(
  subject: string,
  employment: EmploymentRecord,
  setting: CaseSetting,
): Readonly<AccruedLeaveRow> {
  const leave = accruedLeave(employment, setting);
  const known = leave.status === 'known';
  return {
    employmentId: employment.employmentId,
    subject,
    assistantRef: employment.assistantRef,
    status: leave.status,
    missing: known ? [] : leave.missing,
    accruedHours: known ? leave.value.accruedHours.toString() : null,
    takenHours: known ? leave.value.takenHours.toString() : null,
    outstandingHours: known ? leave.value.outstandingHours.toString() : null,
    owedBy: setting.council,
    owedTo: setting.nhsBody,
    owedPence: known ? leave.value.owedPence : null,
    owedIfCutAtCoverStartPence: known ? (leave.value.owedIfCutAtCoverStartPence ?? null) : null,
    settlement: setting.terms.leaveSettlement,
    basis: known ? leave.basis : null,
  };
}

/** The leave that each PA brought along, and what the council owes for it. */
export const accruedLeaveProjection: SubjectProjection = {
  name: 'accrued-leave',
  tables: [AccruedLeaveRow],
  reads: READS,
  project,
};
