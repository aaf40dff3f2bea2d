import { describe, expect, it } from '@jest/globals';
import { pence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import type { EmploymentRecord } from '../employment.js';
import type { JobEnd, RedundancyAssessed } from '../workforce.events.js';
import {
  ASSESSED,
  COUNCIL,
  EMPLOYED,
  funded,
  NHS_BODY,
  SETTING,
  settingWith,
} from '../workforce.fixtures.js';
import { insuranceIsOpen, redundancyCost } from './redundancy-cost.js';

/** The council funded 1826 days to the end of March 2021, the NHS body 1126 to the last day, 30 April 2024. */
const FUNDED: EmploymentRecord = {
  ...EMPLOYED,
  assessment: ASSESSED.data,
  fundingPeriods: [
    funded('2016-04-01', '2021-04-01', { [COUNCIL]: '1' }),
    funded('2021-04-01', undefined, { [NHS_BODY]: '1' }),
  ],
};
const LAST_DAY = ASSESSED.data.lastDay;
const assessed = (facts: Partial<RedundancyAssessed>): Partial<EmploymentRecord> => ({
  assessment: { ...ASSESSED.data, ...facts },
});
const NO_PAYMENT = { eligible: false, statutoryPence: pence(0) };
const ended = (end: JobEnd, lastDay = LAST_DAY): Partial<EmploymentRecord> => ({
  end: { ...end, lastDay, eventId: 'end' },
});
const noticed = (day: string) =>
  ended({ reason: 'redundancy', notice: 'given', noticeGivenOn: plainDate(day) });
const cost = (facts: Partial<EmploymentRecord> = {}, setting = SETTING) =>
  redundancyCost({ ...FUNDED, ...facts }, setting);
const valueOf = (...of: Parameters<typeof cost>) => {
  const figure = cost(...of);
  if (figure.status !== 'known') throw new Error(`It is ${figure.status}`);
  return figure.value;
};

const NOT_ASSESSED = 'The statutory redundancy payment has not been assessed';
const OTHERWISE =
  'The job ended on another day, for another reason or with other notice than was assessed, or its service was stated otherwise since';

describe('An assessment that still stands', () => {
  const RESIGNED: JobEnd = { reason: 'resignation' };
  const NO_NOTICE: JobEnd = { reason: 'redundancy', notice: 'none' };
  const service = {
    cause: 'break-in-work' as const,
    earliestStart: plainDate('2016-04-01'),
    latestStart: plainDate('2020-04-01'),
  };

  it.each([
    ['goes on', {}],
    ['ended as was expected', ended({ reason: 'redundancy' })],
    ['ended by the employer’s death', ended({ reason: 'employer-died' })],
    // Seven years on the day ask for seven weeks: to 30 April from 12 March.
    ['ended with its notice just served', noticed('2024-03-12')],
    ['ended as was assessed', { ...assessed({ ending: NO_NOTICE }), ...ended(NO_NOTICE) }],
    ['ended without a right, whatever the reason', { ...assessed(NO_PAYMENT), ...ended(RESIGNED) }],
    ['was assessed from the first of two days of service', { service }],
    [
      'was assessed from the second of them',
      { service, ...assessed({ serviceFrom: plainDate('2020-04-01') }) },
    ],
  ])('is that of a job that %s', (_, facts) => {
    expect(cost(facts).status).toBe('known');
  });

  it.each([
    ['ended without the notice', ended(NO_NOTICE)],
    ['ended a day before its notice was served', noticed('2024-03-13')],
    [
      'ended by a death after which the PA was kept on',
      ended({
        reason: 'employer-died',
        reEngagement: { offeredOn: LAST_DAY, startsOn: LAST_DAY, answer: 'accepted' },
      }),
    ],
    [
      'was assessed for an end that was corrected',
      { ...assessed({ ending: NO_NOTICE }), ...noticed('2024-03-12') },
    ],
    [
      'gave no right on another day',
      { ...assessed(NO_PAYMENT), ...ended(RESIGNED, plainDate('2024-05-01')) },
    ],
    [
      'was assessed from a day of service that nobody states',
      assessed({ serviceFrom: plainDate('2020-04-01') }),
    ],
    [
      'was assessed from neither of two days of service',
      { service, ...assessed({ serviceFrom: plainDate('2018-04-01') }) },
    ],
  ])('is not that of a job that %s: it is assessed anew', (_, facts) => {
    expect(cost(facts)).toEqual({
      status: 'pending',
      missing: [
        {
          fact: 'redundancy-assessment',
          reason: OTHERWISE,
          suppliedBy: 'the council’s direct payment team, from payroll’s statement',
        },
      ],
    });
  });

  it('is asked of the direct payment team where there is none', () => {
    const { assessment: _, ...unassessed } = FUNDED;
    expect(redundancyCost(unassessed, SETTING)).toEqual({
      status: 'pending',
      missing: [
        {
          fact: 'redundancy-assessment',
          reason: NOT_ASSESSED,
          suppliedBy: 'the council’s direct payment team, from payroll’s statement',
        },
      ],
    });
  });
});

describe('Figures between which an adviser has to choose', () => {
  const { assessment: _, ...unassessed } = FUNDED;
  const referrals = [{ code: 'status-doubtful', reason: 'It is doubtful', referTo: 'an employment adviser' }];
  const candidates = [
    { reading: 'the rules as recorded', outcome: ASSESSED.data },
    {
      reading: 'no right',
      outcome: { ...ASSESSED.data, ...NO_PAYMENT, reasons: ['self-employed' as const] },
    },
  ];
  const referral = { lastDay: LAST_DAY, referrals, candidates };

  it('are each shared', () => {
    expect(redundancyCost({ ...unassessed, referral }, SETTING)).toMatchObject({
      status: 'refer',
      referrals,
      candidates: [
        {
          reading: 'the rules as recorded',
          value: { statutoryPence: 554_400, toSharePence: 554_400 },
          basis: { rule: 'REDUNDANCY-SPLIT' },
        },
        {
          reading: 'no right',
          value: { statutoryPence: 0, shares: [] },
          basis: { rule: 'REDUNDANCY-NOTHING-TO-SHARE', certainty: 'product-decision' },
        },
      ],
    });
  });

  it('wait together for what one of them waits for', () => {
    expect(redundancyCost({ ...unassessed, fundingPeriods: [], referral }, SETTING)).toMatchObject({
      status: 'pending',
      missing: [{ fact: 'funding-period' }],
    });
  });
});

describe('What is shared beside the statutory payment', () => {
  const ABOVE = { aboveStatutoryPence: pence(100_000) };
  const SHARED = settingWith({ redundancyAboveStatutory: 'shared-if-approved-before' });
  const approved = (day: string) => assessed({ ...ABOVE, aboveStatutoryApprovedOn: plainDate(day) });

  it.each([
    ['approved on the last day', approved('2024-04-30'), SHARED, 654_400],
    ['approved the day after', approved('2024-05-01'), SHARED, 554_400],
    ['never approved', assessed(ABOVE), SHARED, 554_400],
    ['approved, by an agreement that shares none of it', approved('2024-04-30'), SETTING, 554_400],
  ])('is what was paid above it if it was %s', (_, facts, setting, toSharePence) => {
    expect(valueOf(facts, setting)).toMatchObject({
      statutoryPence: 554_400,
      aboveStatutoryPence: toSharePence - 554_400,
      toSharePence,
    });
  });

  it.each([
    [approved('2024-04-30'), '2024-04-30', 'yes'],
    [assessed(ABOVE), 'not approved', 'no'],
  ])('is explained by the approval', (facts, approvedOn, shared) => {
    const figure = cost(facts, SHARED);
    const text = JSON.stringify(figure.status === 'known' && figure.basis);
    expect(text).toContain('"rule":"REDUNDANCY-ABOVE-STATUTORY"');
    expect(text).toContain(
      `"inputs":{"aboveStatutoryPence":100000,"agreement":"shared-if-approved-before","approvedOn":"${approvedOn}","shared":"${shared}"},"from":[{"rule":"REDUNDANCY-STATUTORY-PAY"`,
    );
    expect(JSON.stringify(cost())).not.toContain('REDUNDANCY-ABOVE-STATUTORY');
  });

  it('is asked for where nothing statutory is due but something else is', () => {
    const notice = {
      noticeWeeks: 7,
      unservedDays: 49,
      amountPence: pence(323_400),
      basis: ASSESSED.data.basis,
    };
    const unfunded = (facts: Partial<RedundancyAssessed>) => ({
      ...assessed({ ...NO_PAYMENT, ...facts }),
      fundingPeriods: [],
    });
    expect(cost(unfunded({})).status).toBe('known');
    expect(cost(unfunded({ noticePay: { ...notice, amountPence: pence(0) } })).status).toBe('known');
    expect(cost(unfunded({ noticePay: notice })).status).toBe('pending');
    expect(cost(unfunded({ untakenLeavePence: pence(1) })).status).toBe('pending');
    expect(cost(unfunded({ ...ABOVE, aboveStatutoryApprovedOn: LAST_DAY }), SHARED).status).toBe('pending');
  });

  it('is less what the insurer paid and what is left of the reserves', () => {
    const paid = { insuranceClaim: { claim: 'paid' as const, amountPence: pence(300_000) } };
    expect(valueOf({ ...paid, ...assessed({ reservesPence: pence(54_400) }) })).toMatchObject({
      statutoryPence: 554_400,
      insurancePence: 300_000,
      reservesPence: 54_400,
      toSharePence: 200_000,
    });
    expect(valueOf()).toMatchObject({ insurancePence: 0, reservesPence: 0, aboveStatutoryPence: 0 });
  });

  it.each([
    [undefined, true],
    [{ claim: 'pending' }, true],
    [{ claim: 'not-claimed' }, false],
    [{ claim: 'declined' }, false],
    [{ claim: 'paid' }, false],
  ] as const)('is interim while the insurer has not answered: %j, %s', (claim, isOpen) => {
    expect(insuranceIsOpen(claim)).toBe(isOpen);
  });
});

describe('The days that a cost is shared over', () => {
  it('are those of the service that was assessed', () => {
    const later = {
      service: {
        cause: 'break-in-work' as const,
        earliestStart: plainDate('2016-04-01'),
        latestStart: plainDate('2021-04-01'),
      },
      ...assessed({ serviceFrom: plainDate('2021-04-01') }),
    };
    expect(valueOf(later).shares).toMatchObject([{ funder: NHS_BODY, sharePence: 554_400 }]);
  });

  it('are the counted years alone where the agreement says so, back from the day to which service was counted', () => {
    const counted = settingWith({ redundancyService: 'years-that-count' });
    // Two years back from 30 April 2024 reach no day of the council.
    const twoYears = assessed({ completeYears: 2 });
    expect(valueOf(twoYears, counted).shares).toMatchObject([{ funder: NHS_BODY, sharePence: 554_400 }]);
    // Eight years back from 30 April 2024 begin on 1 May 2016: the council has 1796 days of 2922.
    expect(valueOf({}, counted).shares).toMatchObject([
      { funder: COUNCIL, sharePence: 340_761 },
      { funder: NHS_BODY, sharePence: 213_639 },
    ]);
    // Back from 31 May 2024, with a month of unserved notice, they begin on 1 June 2016: 1765 days of 2891.
    expect(valueOf(assessed({ serviceTo: plainDate('2024-05-31') }), counted).shares).toMatchObject([
      { funder: COUNCIL, sharePence: 338_470 },
      { funder: NHS_BODY, sharePence: 215_930 },
    ]);
  });
});
