import { describe, expect, it } from '@jest/globals';
import type { Rule } from '../../../kernel/basis.js';
import { workforceRules } from './workforce-rules.js';

const BY_CERTAINTY: Readonly<Record<Rule['certainty'], readonly string[]>> = {
  // The wording of the legislation, or GOV.UK's own page or calculator, was read.
  sourced: [
    'FUNDING-SUCCESSOR',
    'HOLIDAY-ENTITLEMENT',
    'HOLIDAY-FULL-YEAR',
    'HOLIDAY-LEAVER-DAYS',
    'HOLIDAY-ROLLED-UP-PAY',
    'HOLIDAY-STARTER-AND-LEAVER-DAYS',
    'HOLIDAY-STARTER-MONTHS',
    'HOLIDAY-WEEK-PAY',
    'LEAVE-ENTITLEMENT-BY-PATTERN',
    'LEAVE-IN-ABSENCE',
    'NOTICE-PAY',
    'NOTICE-RUNS-FROM-NEXT-DAY',
    'NOTICE-STATUTORY-WEEKS',
    'REDUNDANCY-COMPLETE-YEARS',
    'REDUNDANCY-ELIGIBILITY',
    'REDUNDANCY-NO-RIGHT',
    'REDUNDANCY-STATUTORY-PAY',
    'REDUNDANCY-WEEK-PAY-CAP',
    'REDUNDANCY-WEEKS-BY-AGE',
  ],
  // Rests on practitioners or on nothing that was read: every figure that uses it says so.
  unverified: [
    'HOLIDAY-FIRST-YEAR-ACCRUAL',
    'HOLIDAY-LEAVER-BALANCE',
    'HOLIDAY-PAY-PERIOD-ACCRUAL',
    'LEAVE-ACCRUAL-IRREGULAR',
    'LEAVE-AVERAGE-WEEK',
    'LEAVE-CAP-28-DAYS',
    'NOTICE-PAY-NONE',
    'NOTICE-PAY-PENSION',
    'REDUNDANCY-RELEVANT-DATE-EXTENSION',
    'WEEK-PAY-OF-TWELVE-WEEKS',
    'WEEK-PAY-STATED',
  ],
  // What councils and NHS bodies are known to do, without a rule that says so.
  'local-practice': ['REDUNDANCY-RESIDUAL', 'REDUNDANCY-SPLIT', 'REDUNDANCY-UNIT-WHOLE-YEARS'],
  // No published rule was found: the local agreement decides, and these are what it starts from.
  'product-decision': [
    'FUNDING-AS-RECORDED',
    'FUNDING-JOINT-DAYS',
    'FUNDING-JOINT-PACKAGE',
    'FUNDING-LIABLE-BODY',
    'FUNDING-TIME-BAR',
    'FUNDING-WEIGHTED-BY-COST',
    'LEAVE-ABSORBED',
    'LEAVE-ACCRUAL-REGULAR',
    'LEAVE-ACCRUAL-STATED',
    'LEAVE-APPORTIONED',
    'LEAVE-ENTITLEMENT-STATED',
    'LEAVE-IN-ACCOUNT',
    'LEAVE-KEPT-IN-ACCOUNT',
    'LEAVE-NETTED-OFF-RECHARGE',
    'LEAVE-NOTHING-MOVES',
    'LEAVE-OPENING-BALANCE',
    'LEAVE-OUTSTANDING',
    'LEAVE-PAID-BETWEEN-BODIES',
    'LEAVE-PAID-ON-TERMINATION',
    'LEAVE-RESERVE',
    'LEAVE-UPLIFT',
    'LEAVE-VALUE',
    'LEAVE-YEAR-CLOSED',
    'REDUNDANCY-ABOVE-STATUTORY',
    'REDUNDANCY-ADJUSTING-CREDIT',
    'REDUNDANCY-CAP-ON-A-PARTY',
    'REDUNDANCY-ESTATE-CONTRIBUTION',
    'REDUNDANCY-EXPOSURE',
    'REDUNDANCY-EXPOSURE-AGES',
    'REDUNDANCY-EXPOSURE-WEEK-PAY',
    'REDUNDANCY-FUNDING-GAP',
    'REDUNDANCY-MINIMUM',
    'REDUNDANCY-NOTHING-TO-SHARE',
    'REDUNDANCY-NOTICE-AND-LEAVE',
    'REDUNDANCY-RESERVES-FIRST',
    'REDUNDANCY-SERVICE-THAT-COUNTS',
    'REDUNDANCY-SETTLEMENT',
    'REDUNDANCY-UNIT-DAYS',
    'REDUNDANCY-UNIT-HOURS-PAID',
    'REDUNDANCY-UNIT-MONEY-PAID',
    'REDUNDANCY-UNIT-MONTHS',
    'REDUNDANCY-UNSERVED-NOTICE-REFERRAL',
  ],
};

describe('How sure the rules of employment, redundancy and leave are', () => {
  const listed = Object.entries(BY_CERTAINTY).flatMap(([certainty, codes]) =>
    codes.map((code) => [code, certainty] as const),
  );

  it.each(listed)('%s is %s', (code, certainty) => {
    const versions = workforceRules.filter((rule) => rule.code === code);
    expect(new Set(versions.map((rule) => rule.certainty))).toEqual(new Set([certainty]));
  });

  it('is told of one rule under each code and version', () => {
    const named = workforceRules.map(({ code, version }) => `${code} ${version}`);
    expect(new Set(named).size).toBe(named.length);
  });
});
