import { describe, expect, it } from '@jest/globals';
import { transferCaseRules } from './transfer-case-rules.js';

describe('The rules of a case', () => {
  it('keep their code and version, and say how sure each is', () => {
    expect(
      transferCaseRules.map(({ code, version, certainty }) => `${code} ${version} ${certainty}`),
    ).toEqual([
      'LIABILITY-R1 1 sourced',
      'LIABILITY-R2 1 unverified',
      'LIABILITY-R3 1 sourced',
      'LIABILITY-R4 1 sourced',
      'LIABILITY-R5 1 product-decision',
      'LIABILITY-R6 1 sourced',
      'CHC-DAY-29 1 unverified',
      'LIABILITY-END-LOST 1 unverified',
      'LIABILITY-END-OVERTURNED 1 product-decision',
      'FUNDING-COUNCIL 1 sourced',
      'FUNDING-HELD 1 product-decision',
      'FUNDING-BRIDGING 1 local-practice',
      'FUNDING-NHS 1 product-decision',
      'FUNDING-TRANSFER-BACK 1 product-decision',
      'FUNDING-GAP 1 product-decision',
      'CLOCK-ALERT-ACKNOWLEDGEMENT 2 product-decision',
      'CLOCK-ELIGIBILITY-DECISION 1 sourced',
      'CLOCK-FAST-TRACK-PACKAGE 1 sourced',
      'CLOCK-BRIDGING-REVIEW 1 local-practice',
      'CLOCK-BRIDGING-HARD-STOP 1 product-decision',
      'CLOCK-PHB-COVER 1 product-decision',
      'CLOCK-DIRECT-PAYMENT-STOP 1 product-decision',
      'CLOCK-RECHARGE-ISSUE 2 product-decision',
    ]);
  });
});
