import { Fraction } from '../../kernel/fraction.js';
import { periodOfDays } from '../../kernel/period.js';
import { negatePence, subtractPence, type Pence } from '../../kernel/pence.js';
import { plainDate, type PlainDate } from '../../kernel/plain-date.js';
import { NotUnderstood, type WorkedExampleKind } from '../../kernel/worked-example.js';
import type { SharingTerms } from '../domain/case-setting.js';
import {
  irregularAccrual,
  IRREGULAR_ACCRUAL_RATE,
  regularAccrual,
  type AccruedHours,
} from '../domain/rules/leave-accrual.js';
import { statedEntitlement } from '../domain/rules/leave-entitlement.js';
import { leaveValue, type LeaveValue } from '../domain/rules/leave-value.js';
import { ExampleInputs, exactNumber, understood, type RawInputs } from './example-inputs.js';

const INPUTS = [
  'weekly_hours',
  'entitlement_weeks',
  'leave_year',
  'employment_start',
  'liability_start',
  'phb_cover_start',
  'hours_by_pay_period',
  'accrual_rate',
  'taken_hours',
  'carried_over_hours',
  'rate_pence_per_hour',
  'rate_when_taken_pence_per_hour',
  'on_cost_percent',
  'negative_balance',
] as const;

type Inputs = ExampleInputs<(typeof INPUTS)[number]>;
type LeaveTerms = Pick<SharingTerms, 'leaveNegativeBalance' | 'leaveOnCostPercent'>;

const NEGATIVE_BALANCES = {
  settle: 'settled-both-ways',
  settled_both_ways: 'settled-both-ways',
  floor_at_zero: 'floor-at-zero',
} as const;

/** Leave that is owed for at the day of liability, and what other choices would have given. */
export const accruedLeaveExample: WorkedExampleKind = {
  kind: 'accrued_leave',
  compute: (raw: RawInputs) => {
    const inputs = new ExampleInputs(raw, INPUTS);
    const terms = termsOf(inputs);
    const accrued = accrualOf(inputs, 'liability_start');
    const rate = inputs.money('rate_pence_per_hour');
    const value = valueAt(inputs, accrued, rate, terms);
    const floored = valueAt(inputs, accrued, rate, { ...terms, leaveNegativeBalance: 'floor-at-zero' });
    return {
      accrued_hours: accrued.hours.toDecimal(4),
      outstanding_hours: value.outstandingHours.toDecimal(4),
      la_owes_pence: value.owedPence,
      icb_owes_pence: negatePence(value.owedPence),
      variant_floor_at_zero: { la_owes_pence: floored.owedPence },
      ...(inputs.has('rate_when_taken_pence_per_hour') && uplift(inputs, accrued, value, terms)),
      ...(inputs.has('phb_cover_start') && wrongCutOff(inputs, value, terms)),
      ...(inputs.has('hours_by_pay_period') && wholeHoursEachPeriod(inputs, terms)),
    };
  },
};

function termsOf(inputs: Inputs): LeaveTerms {
  return {
    leaveNegativeBalance: inputs.has('negative_balance')
      ? inputs.word('negative_balance', NEGATIVE_BALANCES)
      : 'settled-both-ways',
    leaveOnCostPercent: inputs.has('on_cost_percent') ? inputs.exact('on_cost_percent').toString() : '0',
  };
}

function accrualOf(inputs: Inputs, cutOff: 'liability_start' | 'phb_cover_start'): AccruedHours {
  if (inputs.has('hours_by_pay_period')) return irregularAccrual(hoursWorked(inputs), accrualRate(inputs));
  const [from, to, ...more] = inputs.list('leave_year').map(dayOf);
  if (from === undefined || to === undefined || more.length > 0) {
    throw new NotUnderstood('leave_year is not a first and a last day');
  }
  return regularAccrual(
    statedEntitlement(inputs.exact('entitlement_weeks'), inputs.exact('weekly_hours')),
    periodOfDays(from, to),
    inputs.has('employment_start') ? inputs.day('employment_start') : from,
    inputs.day(cutOff),
  );
}

function dayOf(value: unknown): PlainDate {
  return understood('leave_year', () => plainDate(String(value)));
}

function hoursWorked(inputs: Inputs): readonly Fraction[] {
  return inputs
    .list('hours_by_pay_period')
    .map((hours, index) => exactNumber(`hours_by_pay_period/${index}`, hours));
}

function accrualRate(inputs: Inputs): Fraction {
  return inputs.has('accrual_rate') ? inputs.exact('accrual_rate') : IRREGULAR_ACCRUAL_RATE;
}

function valueAt(
  inputs: Inputs,
  accrued: AccruedHours,
  hourlyRatePence: Pence,
  terms: LeaveTerms,
): LeaveValue {
  return leaveValue(
    {
      accrued,
      hourlyRatePence,
      takenHours: inputs.exact('taken_hours'),
      carriedOverHours: inputs.has('carried_over_hours') ? inputs.exact('carried_over_hours') : Fraction.zero,
    },
    terms,
  );
}

/** The hours cost more when they are taken than on the day of liability; the rise is the ICB's. */
function uplift(inputs: Inputs, accrued: AccruedHours, value: LeaveValue, terms: LeaveTerms) {
  const later = valueAt(inputs, accrued, inputs.money('rate_when_taken_pence_per_hour'), terms);
  return {
    cost_when_taken_pence: later.owedPence,
    icb_bears_pence: subtractPence(later.owedPence, value.owedPence),
  };
}

/** What the council would be charged if leave were cut off at the start of the budget: the weeks of bridging twice. */
function wrongCutOff(inputs: Inputs, value: LeaveValue, terms: LeaveTerms) {
  const accrued = accrualOf(inputs, 'phb_cover_start');
  const wrong = valueAt(inputs, accrued, inputs.money('rate_pence_per_hour'), terms);
  return {
    correct_la_owes_pence: value.owedPence,
    wrong_if_cut_at_phb_start_pence: wrong.owedPence,
    double_charge_pence: subtractPence(wrong.owedPence, value.owedPence),
  };
}

/** The regulations' own rounding of an hour in each pay period, which payroll may follow. */
function wholeHoursEachPeriod(inputs: Inputs, terms: LeaveTerms) {
  const hours = hoursWorked(inputs).map((worked) => worked.times(accrualRate(inputs)).roundedHalfUp());
  const rounded = {
    ...accrualOf(inputs, 'liability_start'),
    hours: Fraction.sum(hours.map((each) => Fraction.of(each))),
  };
  const value = valueAt(inputs, rounded, inputs.money('rate_pence_per_hour'), terms);
  return {
    variant_whole_hours_each_period: {
      hours: hours.map(Number),
      la_owes_pence: value.owedPence,
      outstanding_hours: value.outstandingHours.toDecimal(4),
    },
  };
}
