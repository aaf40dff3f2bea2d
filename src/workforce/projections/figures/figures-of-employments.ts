import type { Answer } from '../../../kernel/figure.js';
import type { NamedFigure } from '../../../kernel/named-figure.js';
import { ZERO_PENCE, type Pence } from '../../../kernel/pence.js';
import type { SubjectHistory } from '../../../platform/projections/projection.js';
import type { CaseSetting } from '../../domain/case-setting.js';
import type { EmploymentRecord } from '../../domain/employment.js';
import { accruedLeave } from '../../domain/rules/accrued-leave.js';
import { leaveSettlement } from '../../domain/rules/leave-settlement.js';
import { mappedAnswer } from '../../domain/rules/mapped-answer.js';
import { redundancyCost } from '../../domain/rules/redundancy-cost.js';
import { employmentsOfCase } from '../employments-of-case.js';

/** What the leave and the redundancy of each PA of a case come to, by name. Redundancy only where it was assessed or referred. */
export function figuresOfEmployments(history: SubjectHistory): readonly NamedFigure[] {
  const found = employmentsOfCase(history);
  if (found === undefined) return [];
  return found.employments.flatMap(({ employment }) => [
    ...leaveFigures(employment, found.setting),
    ...redundancyFigures(employment, found.setting),
  ]);
}

/** Makes figures of money out of an answer that has several: each is explained by the whole. */
function moneyIn<Value>(employment: EmploymentRecord, answer: Answer<Value>) {
  return (figure: string, of: (value: Value) => Pence): NamedFigure => ({
    figure,
    about: employment.employmentId,
    unit: 'pence',
    answer: mappedAnswer(answer, (value, basis) => ({ value: of(value), basis })),
  });
}

function leaveFigures(employment: EmploymentRecord, setting: CaseSetting): readonly NamedFigure[] {
  const leave = accruedLeave(employment, setting);
  const ofLeave = moneyIn(employment, leave);
  const settled = moneyIn(employment, leaveSettlement(leave, setting));
  return [
    {
      figure: 'leave.outstanding-hours',
      about: employment.employmentId,
      unit: 'hours',
      answer: mappedAnswer(leave, ({ outstandingHours }, basis) => ({
        value: outstandingHours.toString(),
        basis,
      })),
    },
    ofLeave('leave.owed-by-council', ({ owedPence }) => owedPence),
    settled('leave.credit-line', ({ creditLinePence = ZERO_PENCE }) => creditLinePence),
    settled('leave.held-back', ({ holdBackPence = ZERO_PENCE }) => holdBackPence),
    settled('leave.paid-by-itself', ({ payable }) => payable?.amountPence ?? ZERO_PENCE),
    settled('leave.absorbed', ({ absorbedPence = ZERO_PENCE }) => absorbedPence),
  ];
}

function redundancyFigures(employment: EmploymentRecord, setting: CaseSetting): readonly NamedFigure[] {
  if (employment.assessment === undefined && employment.referral === undefined) return [];
  const cost = redundancyCost(employment, setting);
  const ofCost = moneyIn(employment, cost);
  const heads = [
    ofCost('redundancy.above-statutory', ({ aboveStatutoryPence }) => aboveStatutoryPence),
    ofCost('redundancy.insurance-used', ({ insuranceUsedPence }) => insuranceUsedPence),
    ofCost('redundancy.reserves-used', ({ reservesUsedPence }) => reservesUsedPence),
    ofCost('redundancy.estate', ({ estatePence }) => estatePence),
    ofCost('redundancy.residual', ({ residualPence }) => residualPence),
  ];
  if (cost.status !== 'known') return heads;
  const { shares, settlement, noticeAndLeave } = cost.value;
  const about = (who: string) => `${employment.employmentId} ${who}`;
  const pence = (figure: string, who: string, value: Pence, basis = cost.basis): NamedFigure => ({
    figure,
    about: about(who),
    unit: 'pence',
    answer: { status: 'known', value, basis },
  });
  return [
    ...heads,
    ...shares.map(({ funder, sharePence }) => pence('redundancy.share', funder, sharePence)),
    ...settlement.payments.map(({ from, to, amountPence }) =>
      pence('redundancy.payment', `${from} to ${to}`, amountPence, settlement.basis),
    ),
    ...noticeAndLeave.shares.map(({ funder, sharePence }) =>
      pence('redundancy.notice-and-leave', funder, sharePence, noticeAndLeave.basis),
    ),
  ];
}
