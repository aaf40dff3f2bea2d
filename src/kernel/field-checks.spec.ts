import { describe, expect, it } from '@jest/globals';
import {
  refuseBefore,
  refuseEmptyPeriod,
  refuseFuture,
  refuseUnlessReasonCode,
  refuseUnlessReference,
} from './field-checks.js';
import { plainDate as day } from './plain-date.js';
import { FieldRefused } from './refusal.js';

/** The field that a check refuses with its code and the words that the user reads, or nothing where it lets the value pass. */
function refused(check: () => void) {
  try {
    check();
    return undefined;
  } catch (refusal) {
    return refusal instanceof FieldRefused ? [refusal.pointer, refusal.code, refusal.message] : refusal;
  }
}

describe('a reference', () => {
  const check = (value: string) =>
    refused(() => {
      refuseUnlessReference('/reference', value);
    });

  it.each(['DP-0001', 'a', '2024/118', 'x'.repeat(64)])('may be %j', (reference) => {
    expect(check(reference)).toBeUndefined();
  });

  it.each(['', 'Mrs Example', '-1', 'é', 'x'.repeat(65), 'DP-1\n'])('may not be %j', (reference) => {
    expect(check(reference)).toEqual([
      '/reference',
      'not-a-reference',
      'A reference has letters, digits and / . _ : - only, up to 64 characters, and no spaces',
    ]);
  });
});

describe('a reference that holds the number of a person', () => {
  it.each([
    ['DP-9434765919', 'an NHS number'],
    ['943-476-5919', 'an NHS number'],
    ['AB123456C', 'a National Insurance number'],
  ])('is refused in words that do not repeat it: %j', (value, what) => {
    const check = () => {
      refuseUnlessReference('/paymentReference', value);
    };
    expect(refused(check)).toEqual([
      '/paymentReference',
      'number-of-a-person',
      `A reference names nobody, and this one holds what can be ${what}`,
    ]);
  });
});

describe('a reason', () => {
  const check = (value: string, ...example: [] | [string]) =>
    refused(() => {
      refuseUnlessReasonCode('/reasonCode', value, ...example);
    });

  it.each(['plan-not-signed', 'x', 'x'.repeat(64)])('may be %j', (reason) => {
    expect(check(reason)).toBeUndefined();
  });

  it.each(['', 'Plan', 'plan not signed', 'plan--signed', 'plan-', 'x'.repeat(65)])(
    'may not be %j, and an example says what may',
    (reason) => {
      expect(check(reason, 'policy-lapsed')).toEqual([
        '/reasonCode',
        'not-a-reason-code',
        'A reason is a code such as "policy-lapsed"',
      ]);
      expect(check(reason)).toContain('A reason is a code such as "plan-not-signed"');
    },
  );
});

describe('a day', () => {
  it('that is only to come is refused, today is not', () => {
    const check = (value: string) =>
      refused(() => {
        refuseFuture('/decidedOn', day(value), day('2024-05-01'));
      });
    expect([check('2024-04-30'), check('2024-05-01')]).toEqual([undefined, undefined]);
    expect(check('2024-05-02')).toEqual(['/decidedOn', 'in-the-future', '2 May 2024 is in the future']);
  });

  it('that follows from another may be the same day, and not the one before', () => {
    const check = (value: string) =>
      refused(() => {
        refuseBefore('/lastDay', day(value), day('2024-04-10'), 'the job began');
      });
    expect([check('2024-04-11'), check('2024-04-10')]).toEqual([undefined, undefined]);
    expect(check('2024-04-09')).toEqual([
      '/lastDay',
      'out-of-order',
      '9 April 2024 is before 10 April 2024, when the job began',
    ]);
  });
});

describe('a period', () => {
  it.each(['2024-04-10', '2024-04-09'])('holds a day, so it is refused until %s', (until) => {
    const check = (value: string) =>
      refused(() => {
        refuseEmptyPeriod(day('2024-04-10'), day(value));
      });
    expect(check('2024-04-11')).toBeUndefined();
    expect(check(until)).toEqual([
      '/lastDay',
      'out-of-order',
      'The last day is before 10 April 2024, the first',
    ]);
  });
});
