import { describe, expect, it } from '@jest/globals';
import { Fraction } from '../../../kernel/fraction.js';
import { pence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import type { JobEnd } from '../workforce.events.js';
import { isDismissal, type JobEnding } from './job-ending.js';
import { noticePay } from './notice-pay.js';
import { redundancyEligibility, type EligibilityFacts } from './redundancy-eligibility.js';
import { NOTICE_MISSING, referralOf } from './redundancy-readings.js';
import { noRightInWords, noRightReasons } from './redundancy-right.js';
import { NoKnownCap, weekPayCapOn } from './redundancy-week-pay-cap.js';
import { DateOfBirthNeeded, redundancyPayment, statutoryRedundancy } from './statutory-redundancy.js';
import { unservedNotice } from './unserved-notice.js';

const STARTED = plainDate('2016-04-01');
const LAST_DAY = plainDate('2024-04-30');

describe('What an adviser is told to settle', () => {
  it.each([
    [
      'domestic-service-doubtful',
      'The PA is a relative on the list of s.161(1), who has no right if the work is domestic service in a private household; whether personal care is that is not settled',
    ],
    [
      're-engagement-near-or-after-eight-weeks',
      'The personal representatives’ offer took effect near day 56 after the death or later, and a day decides whether there was a dismissal (s.174)',
    ],
    [
      're-engagement-unclear',
      'The PA went on working after the death without a clear offer, which is not conclusive proof of re-engagement (s.174)',
    ],
    [
      'offer-refused-after-death',
      'The PA refused the personal representatives’ offer; the payment is lost only if that was unreasonable (s.141)',
    ],
    [
      'employer-may-have-changed',
      'Another employer took over: whether service goes on (s.218) or the job ended by redundancy depends on how',
    ],
    [
      'suitable-alternative-disputed',
      'Suitable alternative work was refused; the payment is lost only if that was unreasonable (s.141)',
    ],
    [
      'manner-of-ending-disputed',
      'Whether misconduct, a lay-off or the end of a fixed term leaves a right to a payment turns on its facts',
    ],
    [
      'cap-changes-with-notice',
      'Unserved notice would have run past a change of the cap, and the sources differ on which cap counts (s.227)',
    ],
    [
      'notice-after-death-changes-answer',
      'No authority says whether unserved notice is added to service when the employer’s death ended the job (s.145(5))',
    ],
    ['cap-not-known', 'Unserved notice would have run to a day whose cap is not known here (s.227)'],
    [
      'status-doubtful',
      'Whether the PA was an employee is doubtful, and only an employee has a right (s.135)',
    ],
    [
      'fewer-than-twelve-paid-weeks',
      'Fewer than twelve weeks were paid, so what fairly represents a week’s pay is for an adviser (s.228)',
    ],
    [
      'estate-insolvent',
      'The employer’s estate may not be able to pay its debts, and no authority says whether the National Insurance Fund then pays (ss.166, 182), so who pays is for an adviser; the figure is not changed by it',
    ],
    [
      'break-in-work',
      'There was a break of more than a week, and whether service went on across it needs a typed ruling (ss.210-212)',
    ],
    [
      'employer-replaced',
      'The employer was replaced; service starts anew with a new employer unless s.218 keeps it, which needs a typed ruling',
    ],
    [
      'became-employee',
      'The day on which self-employment became a contract of employment is not settled (s.210)',
    ],
  ] as const)('%s says what is open and under which section', (code, reason) => {
    expect(referralOf(code)).toEqual({ code, reason, referTo: 'an employment adviser' });
  });

  it('is for payroll alone where the first day is estimated', () => {
    expect(referralOf('start-estimated')).toEqual({
      code: 'start-estimated',
      reason: 'The first day of the job is estimated, so the lowest and the highest figure are shown',
      referTo: 'payroll, or whoever holds the contract of employment',
    });
  });

  it('is not asked while the notice is what is missing', () => {
    expect(NOTICE_MISSING).toEqual({
      fact: 'notice-given',
      reason:
        'Nobody has said whether notice was given, and statutory notice that was not served would change the payment (s.145(5))',
      suppliedBy: 'the employer or payroll, through the council’s direct payment team',
    });
  });
});

describe('Why there is no right, in words with the section', () => {
  it.each([
    ['self-employed', 'a self-employed PA has no right to a redundancy payment (ERA 1996 s135)'],
    ['under-two-years', 'fewer than two complete years of continuous employment (ERA 1996 s155)'],
    ['not-dismissed-by-redundancy', 'the job did not end by a dismissal for redundancy (ERA 1996 s135)'],
    ['suitable-alternative-refused', 'suitable alternative work was refused unreasonably (ERA 1996 s141)'],
    ['misconduct', 'the PA was dismissed for misconduct (ERA 1996 s140)'],
  ] as const)('%s', (reason, words) => {
    expect(noRightInWords(reason)).toBe(words);
  });

  it('names every reason that there is', () => {
    const all = {
      status: 'self-employed',
      lastDay: LAST_DAY,
      endReason: 'other-dismissal',
      relationship: 'parent',
      suitableAlternativeRefused: true,
      reEngagedWithinEightWeeks: true,
    } as const;
    expect(noRightReasons(all, 1)).toEqual([
      'self-employed',
      'under-two-years',
      'relative-of-employer',
      'not-dismissed-by-redundancy',
      'suitable-alternative-refused',
      're-engaged-within-eight-weeks',
    ]);
  });
});

describe('Notice pay by how the job ended', () => {
  const paid = (ending: JobEnd, status: 'employed' | 'self-employed' = 'employed') =>
    noticePay({ status, startedOn: STARTED, lastDay: LAST_DAY, ending, weekPay: Fraction.of(46200) });

  it.each(['employer-died', 'resignation', 'fixed-term-ended'] as const)('is none after %s', (reason) => {
    expect(paid({ reason, notice: 'none' })).toMatchObject({
      value: { noticeWeeks: 0, unservedDays: 0, amountPence: 0 },
      basis: { rule: 'NOTICE-PAY-NONE', inputs: { reason } },
    });
  });

  it('is none for the self-employed', () => {
    expect(paid({ reason: 'redundancy', notice: 'none' }, 'self-employed')).toMatchObject({
      value: { amountPence: 0 },
      basis: { inputs: { reason: 'self-employed' } },
    });
  });

  it.each(['redundancy', 'other-dismissal', 'suitable-alternative-refused'] as const)(
    'is eight weeks of 462.00 after %s without notice, with eight years of service',
    (reason) => {
      expect(paid({ reason, notice: 'none' })).toMatchObject({
        value: { noticeWeeks: 8, unservedDays: 56, amountPence: 369_600 },
        basis: {
          rule: 'NOTICE-PAY',
          inputs: {
            lastDay: LAST_DAY,
            weekPayPence: '46200',
            noticeWeeks: 8,
            unservedDays: 56,
            amountPence: 369_600,
          },
        },
      });
    },
  );

  it.each(['misconduct', 'employer-changed', 'lay-off'] as const)('is for an adviser after %s', (reason) => {
    expect(paid({ reason, notice: 'none' })).toEqual({
      status: 'pending',
      missing: [
        {
          fact: 'notice-due',
          reason: 'Whether notice was due depends on how the job ended, which an adviser has to say',
          suppliedBy: 'an employment adviser',
        },
      ],
    });
  });

  it.each([
    ['whether there was notice', {}],
    ['when it was given', { notice: 'given' }],
    ['that the day is one of notice', { noticeGivenOn: LAST_DAY }],
  ] as const)('waits where nobody has said %s', (_, told) => {
    expect(paid({ reason: 'redundancy', ...told })).toEqual({
      status: 'pending',
      missing: [
        {
          fact: 'notice-given',
          reason: 'Nobody has said whether notice was given, and on which day',
          suppliedBy: 'the employer or payroll, through the council’s direct payment team',
        },
      ],
    });
  });
});

describe('The right to a payment by how the job ended', () => {
  const right = (ending: JobEnding, facts: Partial<EligibilityFacts> = {}) => {
    const { basis, ...answer } = redundancyEligibility({
      status: 'employee',
      completeYears: 8,
      relationship: 'none',
      privateHousehold: true,
      ending,
      ...facts,
    });
    return { answer, inputs: basis.inputs };
  };

  it.each([
    ['redundancy', true, 'yes', ''],
    ['employer-died', true, 'yes', ''],
    ['same-employer-goes-on', false, 'no', ''],
    ['resignation', false, 'no', ''],
    ['suitable-alternative-refused', true, 'no', 'suitable-alternative-disputed'],
    ['misconduct', true, 'no', 'manner-of-ending-disputed'],
    ['employer-changes', undefined, 'for an adviser', 'employer-may-have-changed'],
    ['lay-off', undefined, 'for an adviser', 'manner-of-ending-disputed'],
    ['fixed-term-ended', undefined, 'for an adviser', 'manner-of-ending-disputed'],
  ] as const)('%s: a dismissal %s, a right %s', (how, dismissed, inWords, refer) => {
    expect(isDismissal({ how })).toBe(dismissed);
    const { answer, inputs } = right({ how });
    const told = inWords === 'for an adviser' ? {} : { right: inWords === 'yes' };
    const payer = how === 'employer-died' ? 'estate' : 'employer';
    expect(answer).toStrictEqual({
      ...(dismissed !== undefined && { dismissed }),
      ...told,
      ...(inWords === 'yes' && { payableBy: payer }),
      ...(how === 'employer-died' && { noticePayDue: false }),
      refer: refer === '' ? [] : [refer],
    });
    expect(inputs).toMatchObject({ ending: how, right: inWords, refer, privateHousehold: 'yes' });
  });

  it('is doubtful twice for a relative whom another employer took over', () => {
    const { inputs } = right({ how: 'employer-changes' }, { relationship: 'child' });
    expect(inputs['refer']).toBe('employer-may-have-changed, domestic-service-doubtful');
  });

  it('asks nothing about a relative where there is none anyway, or no private household', () => {
    expect(right({ how: 'resignation' }, { relationship: 'child' }).answer.refer).toEqual([]);
    const outside = right({ how: 'redundancy' }, { relationship: 'child', privateHousehold: false });
    expect(outside.inputs).toMatchObject({ privateHousehold: 'no', right: 'yes', refer: '' });
  });

  it('is for an adviser while it is unclear what was agreed after the death', () => {
    const unclear = {
      how: 'employer-died',
      reEngagement: { daysAfterDeath: 6, accepted: 'unclear' },
    } as const;
    expect(isDismissal(unclear)).toBeUndefined();
  });
});

describe('The explanation of a statutory payment', () => {
  const PAY = { startedOn: STARTED, lastDay: LAST_DAY, weekPayPence: pence(46200) };

  it('says to which day service was counted only where that is not the last day', () => {
    const serviceTo = plainDate('2024-06-25');
    const service = (facts: object) =>
      redundancyPayment({ ...PAY, ...facts }, () => ['self-employed', 'misconduct']);
    const inputs = { startedOn: STARTED, lastDay: LAST_DAY, completeYears: 8 };
    expect(service({}).basis).toMatchObject({
      inputs: { reasons: 'self-employed, misconduct' },
      from: [{ rule: 'REDUNDANCY-COMPLETE-YEARS', from: [] }],
    });
    expect(service({}).basis.from[0]?.inputs).toStrictEqual(inputs);
    expect(service({ serviceTo }).basis.from[0]?.inputs).toStrictEqual({ ...inputs, serviceTo });
    expect(service({})).toMatchObject({
      yearsByAge: { below22: 0, from22: 0, from41: 0 },
      statutoryPence: 0,
    });
  });

  it('shows the week’s pay before it was rounded only where it is an average', () => {
    const capInputs = (facts: object) =>
      redundancyPayment({ ...PAY, dateOfBirth: plainDate('1972-01-15'), ...facts }, () => []).basis.from[1]
        ?.inputs;
    const inputs = {
      lastDay: LAST_DAY,
      weekPayPence: 46200,
      capPence: 70000,
      instrument: 'SI 2024/213',
      weekPayUsedPence: 46200,
    };
    expect(capInputs({})).toStrictEqual(inputs);
    expect(capInputs({ weekPayExact: Fraction.of(46200) })).toStrictEqual({
      ...inputs,
      weekPayExactPence: '46200',
    });
  });

  it('is refused by name without a date of birth, and for a day without a cap', () => {
    const facts = {
      ...PAY,
      status: 'employed',
      relationship: 'none',
      suitableAlternativeRefused: false,
      reEngagedWithinEightWeeks: false,
    } as const;
    expect(() => statutoryRedundancy(facts)).toThrow(DateOfBirthNeeded);
    expect(() => statutoryRedundancy(facts)).toThrow(expect.objectContaining({ name: 'DateOfBirthNeeded' }));
    const lastDay = plainDate('2027-04-06');
    expect(() => weekPayCapOn(lastDay)).toThrow(NoKnownCap);
    expect(() => weekPayCapOn(lastDay)).toThrow(
      expect.objectContaining({
        name: 'NoKnownCap',
        code: 'no-known-cap',
        kind: 'conflict',
        facts: { lastDay },
        message: expect.stringContaining('so the redundancy payment cannot be worked out'),
      }),
    );
  });

  it('says of unserved notice whether the employer had died and all that is open', () => {
    const facts = { startedOn: STARTED, dateOfBirth: plainDate('1972-01-15'), employerDied: true };
    expect(unservedNotice({ ...facts, lastDay: plainDate('2024-03-25') }).basis.inputs).toMatchObject({
      employerDied: 'yes',
      weeks: '12',
      weeksWithoutNotice: '10.5',
      refer: 'cap-changes-with-notice, notice-after-death-changes-answer',
    });
    const alive = { ...facts, lastDay: LAST_DAY, employerDied: false };
    expect(unservedNotice(alive).basis.inputs).toMatchObject({ employerDied: 'no', refer: '' });
  });
});
