import { describe, expect, it } from '@jest/globals';
import { refuseBefore, refuseUnlessReasonCode, refuseUnlessReference } from './field-checks.js';
import { plainDate } from './plain-date.js';
import { FieldRefused } from './refusal.js';

describe('a reference', () => {
  it.each(['DP-0001', 'a', '2024/118', 'x'.repeat(64)])('may be %j', (reference) => {
    expect(() => {
      refuseUnlessReference('/reference', reference);
    }).not.toThrow();
  });

  it.each(['', 'Mrs Example', '-1', 'é', 'x'.repeat(65), 'DP-1\n'])('may not be %j', (reference) => {
    expect(() => {
      refuseUnlessReference('/reference', reference);
    }).toThrow(FieldRefused);
  });
});

describe('a reason', () => {
  it.each(['plan-not-signed', 'x', 'x'.repeat(64)])('may be %j', (reason) => {
    expect(() => {
      refuseUnlessReasonCode('/reasonCode', reason);
    }).not.toThrow();
  });

  it.each(['', 'Plan', 'plan not signed', 'plan--signed', 'plan-', 'x'.repeat(65)])(
    'may not be %j',
    (reason) => {
      expect(() => {
        refuseUnlessReasonCode('/reasonCode', reason, 'policy-lapsed');
      }).toThrow('A reason is a code such as "policy-lapsed"');
    },
  );
});

describe('a day that follows from another', () => {
  const earlier = plainDate('2024-04-10');

  it('may be the same day, and not the one before', () => {
    expect(() => {
      refuseBefore('/lastDay', earlier, earlier, 'the job began');
    }).not.toThrow();
    expect(() => {
      refuseBefore('/lastDay', plainDate('2024-04-09'), earlier, 'the job began');
    }).toThrow('9 April 2024 is before 10 April 2024, when the job began');
  });
});
