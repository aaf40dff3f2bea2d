import { describe, expect, it } from '@jest/globals';
import { pence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { ASSESSED, COUNCIL, funded, NHS_BODY } from '../workforce.fixtures.js';
import { costBy, ENDED, rulesBy, sharesBy, withFunding } from './sharing-options.fixtures.js';

describe('Other funders', () => {
  const third = withFunding(
    funded('2016-04-01', '2021-04-01', { [COUNCIL]: '1/2', 'access-to-work': '1/2' }),
    funded('2021-04-01', undefined, { [NHS_BODY]: '1' }),
  );

  it('have a share of their own that nobody recovers, or are left out of the division', () => {
    const { shares, settlement } = costBy({}, third);
    expect(shares.map(({ funder, sharePence }) => [funder, sharePence])).toEqual([
      [COUNCIL, 171466],
      ['access-to-work', 171466],
      [NHS_BODY, 211468],
    ]);
    expect(settlement.leftToEmployerPence).toBe(171466);
    expect(settlement.payments).toEqual([
      { from: NHS_BODY, to: 'assistant', amountPence: 382934 },
      { from: COUNCIL, to: NHS_BODY, amountPence: 171466 },
    ]);
    expect(sharesBy({ redundancyOtherFunders: 'left-out' }, third)).toEqual({
      [COUNCIL]: 248243,
      [NHS_BODY]: 306157,
    });
  });
});

describe('More hours or higher pay under one funder', () => {
  const raised = {
    ...ENDED,
    terms: [
      ...ENDED.terms,
      { from: plainDate('2021-04-01'), weeklyHours: '60', hourlyRatePence: pence(1200), eventId: 't' },
    ],
  };

  it('is ignored, or makes its time weigh by what a week cost', () => {
    expect(sharesBy({}, raised)).toEqual({ [COUNCIL]: 342932, [NHS_BODY]: 211468 });
    // 1,826 days at 360 a week against 1,126 at 720.
    const weighted = { redundancyHoursAndPay: 'weighted-by-cost' } as const;
    expect(sharesBy(weighted, raised)).toEqual({ [COUNCIL]: 248243, [NHS_BODY]: 306157 });
    expect(rulesBy(weighted, raised)).toContain('FUNDING-WEIGHTED-BY-COST');
  });

  it('does not break the months of a funder where its terms changed', () => {
    const midMonth = {
      ...ENDED,
      terms: [
        ...ENDED.terms,
        { from: plainDate('2018-04-16'), weeklyHours: '30', hourlyRatePence: pence(1200), eventId: 't' },
      ],
    };
    const months = { redundancyUnit: 'months', redundancyPartYears: 'dropped' } as const;
    expect(sharesBy({ ...months, redundancyHoursAndPay: 'weighted-by-cost' }, midMonth)).toEqual(
      sharesBy(months),
    );
  });
});

describe('Redundancy pay above the statutory sum', () => {
  const above = (approvedOn?: string) => ({
    ...ENDED,
    assessment: {
      ...ASSESSED.data,
      aboveStatutoryPence: pence(100000),
      ...(approvedOn !== undefined && { aboveStatutoryApprovedOn: plainDate(approvedOn) }),
    },
  });

  it('is not shared, or shared where both bodies approved it by the last day', () => {
    const shared = { redundancyAboveStatutory: 'shared-if-approved-before' } as const;
    expect(costBy({}, above('2024-03-01')).residualPence).toBe(554400);
    expect(costBy(shared, above('2024-03-01')).residualPence).toBe(654400);
    expect(costBy(shared, above('2024-05-01')).residualPence).toBe(554400);
    expect(costBy(shared, above()).residualPence).toBe(554400);
    expect(rulesBy(shared, above('2024-03-01'))).toContain('REDUNDANCY-ABOVE-STATUTORY');
  });
});

describe('Statutory notice and untaken leave', () => {
  const withNotice = {
    ...ENDED,
    assessment: {
      ...ASSESSED.data,
      noticePay: { noticeWeeks: 8, unservedDays: 56, amountPence: pence(369600), basis: ASSESSED.data.basis },
      untakenLeavePence: pence(30400),
      exGratiaNoticePence: pence(12345),
    },
  };

  it('fall on the current funder, or are shared as the redundancy is; what is ex gratia is in neither', () => {
    expect(costBy({}, withNotice).noticeAndLeave).toMatchObject({
      noticePence: 369600,
      leavePence: 30400,
      shares: [{ funder: NHS_BODY, sharePence: 400000 }],
      basis: { rule: 'REDUNDANCY-NOTICE-AND-LEAVE' },
    });
    const alike = costBy({ redundancyNoticeAndLeave: 'same-split' }, withNotice).noticeAndLeave.shares;
    expect(alike).toEqual([
      { funder: COUNCIL, sharePence: 247425 },
      { funder: NHS_BODY, sharePence: 152575 },
    ]);
  });

  it('are the employer’s own where no public body funds the job', () => {
    const own = {
      ...withNotice,
      ...withFunding(funded('2016-04-01', undefined, {})),
      assessment: { ...withNotice.assessment, eligible: false, statutoryPence: pence(0) },
    };
    expect(costBy({}, own).noticeAndLeave.shares).toEqual([{ funder: 'employer', sharePence: 400000 }]);
  });
});
