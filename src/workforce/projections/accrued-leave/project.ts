import type { Answer, Candidate } from '../../../kernel/figure.js';
import type {
  SubjectHistory,
  SubjectProjection,
  TableRows,
} from '../../../platform/projections/projection.js';
import { firstLiableBody, type CaseSetting } from '../../domain/case-setting.js';
import type { EmploymentRecord } from '../../domain/employment.js';
import { accruedLeave, type AccruedLeave } from '../../domain/rules/accrued-leave.js';
import { leaveSettlement } from '../../domain/rules/leave-settlement.js';
import { leaveUplift } from '../../domain/rules/leave-uplift.js';
import { mappedAnswer } from '../../domain/rules/mapped-answer.js';
import { openingLeave } from '../../domain/rules/opening-leave.js';
import { employmentsOfCase, READS } from '../employments-of-case.js';
import { AccruedLeaveRow, type LeaveCandidate } from './accrued-leave.entity.js';

function project(history: SubjectHistory): readonly TableRows[] {
  const found = employmentsOfCase(history);
  const rows = found?.employments.map(({ employment }) => rowOf(history.subject, employment, found.setting));
  return [{ table: AccruedLeaveRow, rows: rows ?? [], seenBy: found?.bodies ?? [] }];
}

function rowOf(
  subject: string,
  employment: EmploymentRecord,
  setting: CaseSetting,
): Readonly<AccruedLeaveRow> {
  const leave = accruedLeave(employment, setting);
  return {
    employmentId: employment.employmentId,
    subject,
    assistantRef: employment.assistantRef,
    status: leave.status,
    owedBy: setting.council,
    owedTo: firstLiableBody(setting),
    settlement: setting.terms.leaveSettlement,
    missing: leave.status === 'pending' ? leave.missing : [],
    referrals: leave.status === 'refer' ? leave.referrals : [],
    candidates: leave.status === 'refer' ? leave.candidates.map(candidateInText) : [],
    ...figureOf(leave),
    consequence: leaveSettlement(leave, setting),
    uplift: leaveUplift(employment, leave, setting) ?? null,
    opening: mappedAnswer(openingLeave(employment, setting), (value, basis) => ({
      value: { ...value, hours: value.hours.toString() },
      basis,
    })),
  };
}

type FigureColumns = Pick<
  AccruedLeaveRow,
  | 'accruedHours'
  | 'takenHours'
  | 'outstandingHours'
  | 'owedPence'
  | 'owedIfCutAtCoverStartPence'
  | 'differences'
  | 'basis'
>;

function figureOf(leave: Answer<AccruedLeave>): FigureColumns {
  if (leave.status !== 'known') {
    const [first] = leave.status === 'refer' ? leave.candidates : [];
    return {
      accruedHours: null,
      takenHours: null,
      outstandingHours: null,
      owedPence: null,
      owedIfCutAtCoverStartPence: null,
      differences: first?.value.differences ?? [],
      basis: null,
    };
  }
  const { accruedHours, takenHours, outstandingHours, owedPence, owedIfCutAtCoverStartPence, differences } =
    leave.value;
  return {
    accruedHours: accruedHours.toString(),
    takenHours: takenHours.toString(),
    outstandingHours: outstandingHours.toString(),
    owedPence,
    owedIfCutAtCoverStartPence: owedIfCutAtCoverStartPence ?? null,
    differences,
    basis: leave.basis,
  };
}

function candidateInText({ reading, value, basis }: Candidate<AccruedLeave>): LeaveCandidate {
  return {
    reading,
    accruedHours: value.accruedHours.toString(),
    outstandingHours: value.outstandingHours.toString(),
    owedPence: value.owedPence,
    basis,
  };
}

/** The leave that each PA brought along, and what the council owes for it. */
export const accruedLeaveProjection: SubjectProjection = {
  name: 'accrued-leave',
  tables: [AccruedLeaveRow],
  reads: READS,
  project,
};
