import { describe, expect, it } from '@jest/globals';
import { DEFAULT_OPTIONS } from '../options.js';
import { ADDED_IN_VERSION_2, ADDED_IN_VERSION_3 } from './added-options.js';
import { boundOptions, draftOfVersion1, draftOfVersion2, optionsOfCase } from './later-options.js';

/** The options of a draft before the later ones could be chosen. */
const ofVersion1 = {
  documentRoute: 'council-invoices-nhs',
  bridgingReviewWeeks: 10,
  bridgingReviewStepDays: 14,
  grossBasis: 'evidenced',
  creditMethod: 'opening-protected',
  redundancyUnit: 'days',
  redundancySelfFundedTime: 'left-out',
  redundancyBridgingDays: 'liable-body',
  redundancyPennyTie: 'funder-on-last-day',
  leaveSettlement: 'net-off-recharge',
  leaveNegativeBalance: 'settled-both-ways',
  leaveOnCostPercent: '13.8',
  rechargeQueryWorkingDays: 15,
  rechargePaymentDays: 30,
};

describe('options that could be chosen later', () => {
  it('are their defaults in a draft that did not know them, and what was chosen stays', () => {
    const ofVersion2 = draftOfVersion1({ version: 1, options: ofVersion1 });
    expect(ofVersion2).toEqual({ version: 1, options: { ...ADDED_IN_VERSION_2, ...ofVersion1 } });
    expect(draftOfVersion2(ofVersion2)).toEqual({
      version: 1,
      options: { ...DEFAULT_OPTIONS, bridgingReviewWeeks: 10, leaveOnCostPercent: '13.8' },
    });
  });

  it('are with those of before every option that there is, and none is added twice', () => {
    const known = [ofVersion1, ADDED_IN_VERSION_2, ADDED_IN_VERSION_3].flatMap((each) => Object.keys(each));
    expect(known.sort()).toEqual(Object.keys(DEFAULT_OPTIONS).sort());
  });

  it('are read of a case that was bound under either version, what was chosen included', () => {
    const ofVersion2 = { ...ADDED_IN_VERSION_2, ...ofVersion1, redundancyPartYears: 'nearest-half' };
    expect(boundOptions(ofVersion2, '/options')).toEqual({
      ...DEFAULT_OPTIONS,
      bridgingReviewWeeks: 10,
      leaveOnCostPercent: '13.8',
      redundancyPartYears: 'nearest-half',
    });
  });

  it.each(['months', 'whole-years'])(
    'keep complete units only where a case was bound to weigh in %s',
    (unit) => {
      expect(boundOptions({ ...ofVersion1, redundancyUnit: unit }, '/options')).toMatchObject({
        redundancyUnit: unit,
        redundancyPartYears: 'dropped',
      });
    },
  );

  it('are not filled in where a draft of today lacks one', () => {
    const { redundancyCap: _, ...withoutCap } = DEFAULT_OPTIONS;
    expect(() => boundOptions(withoutCap, '/options')).toThrow('/options/redundancyCap');
    const { leaveCutOff: __, ...withoutCutOff } = DEFAULT_OPTIONS;
    expect(() => boundOptions(withoutCutOff, '/options')).toThrow('/options/leaveCutOff');
  });

  it.each(['none', null, undefined, ['days']])('are still refused when %j is no options at all', (value) => {
    expect(() => boundOptions(value, '/options')).toThrow('/options');
  });

  it('are those of the agreement of a case, or of one that chooses nothing while it has none', () => {
    const options = { ...ofVersion1, redundancyUnit: 'months' };
    expect(optionsOfCase({ options })).toMatchObject({ redundancyUnit: 'months', bridgingReviewWeeks: 10 });
    expect(optionsOfCase(undefined)).toEqual(DEFAULT_OPTIONS);
    expect(() => optionsOfCase({ options: 'none' })).toThrow('/options is not an object');
  });
});
