import { basisOf, type Rule } from '../../../kernel/basis.js';
import { Fraction } from '../../../kernel/fraction.js';
import type { Answer } from '../../../kernel/figure.js';
import { subtractPence, type Pence } from '../../../kernel/pence.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import type { CaseSetting } from '../case-setting.js';
import type { EmploymentRecord } from '../employment.js';
import type { AccruedLeave } from './accrued-leave.js';
import { leaveCutDay, leaveRate } from './leave-cut-off.js';
import { costOfHours } from './leave-value.js';
import { mappedAnswer } from './mapped-answer.js';
import { statementHolding } from './statement-for-day.js';

export const LEAVE_UPLIFT: Rule = {
  code: 'LEAVE-UPLIFT',
  version: 1,
  title:
    'Leave is valued at the rate on the day of liability; what it costs more or less when it is taken at a later rate is the NHS body’s',
  source: 'Local agreement, leave at the transfer',
  certainty: 'product-decision',
};

/** What the outstanding hours cost at a later rate. All in pence. */
export interface LeaveUplift {
  readonly laterRateFrom: PlainDate;
  readonly laterRatePence: Pence;
  readonly costWhenTakenPence: Pence;
  /** Below zero where pay went down. */
  readonly nhsBearsPence: Pence;
}

/** The later hours and pay of the job, where the rate changed after the day of liability and hours are outstanding. */
export function leaveUplift(
  employment: EmploymentRecord,
  leave: Answer<AccruedLeave>,
  setting: CaseSetting,
): Answer<LeaveUplift> | undefined {
  const { liability, coverStartsOn, terms } = setting;
  const cutOn = leaveCutDay(setting);
  if (liability.status !== 'known' || cutOn === undefined || leave.status === 'pending') return undefined;
  const ratedOn = terms.leaveRateDate === 'cover-start' ? coverStartsOn : liability.startsOn;
  const statement = statementHolding(employment, cutOn, liability.startsOn);
  if (statement === undefined || ratedOn === undefined) return undefined;
  const later = employment.terms.findLast(({ from }) => from > ratedOn);
  const rate = leaveRate(statement, employment, setting);
  if (later === undefined || 'fact' in rate) return undefined;
  const { hourlyRatePence: laterRatePence, from: laterRateFrom } = later;
  if (laterRatePence === rate.hourlyRatePence || !hasHours(leave)) return undefined;
  return mappedAnswer(leave, ({ outstandingHours, valuePence }, basis) => {
    const costWhenTakenPence = costOfHours(outstandingHours, laterRatePence, terms);
    const value = {
      laterRateFrom,
      laterRatePence,
      costWhenTakenPence,
      nhsBearsPence: subtractPence(costWhenTakenPence, valuePence),
    };
    return {
      value,
      basis: basisOf(
        LEAVE_UPLIFT,
        { outstandingHours: outstandingHours.toDecimal(4), valuePence, ...value },
        [basis],
      ),
    };
  });
}

/** Hours that are still to be taken; what was taken too early was paid at the rate of its day. */
function hasHours(leave: Exclude<Answer<AccruedLeave>, { status: 'pending' }>): boolean {
  const values = leave.status === 'known' ? [leave.value] : leave.candidates.map(({ value }) => value);
  return values.every(({ outstandingHours }) => outstandingHours.compare(Fraction.zero) > 0);
}
