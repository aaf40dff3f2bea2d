import { describe, expect, it } from '@jest/globals';
import type { Basis } from '../../../kernel/basis.js';
import { pence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { scenario } from '../../../../test/support/scenario.js';
import type { CaseSetting } from '../case-setting.js';
import { employment } from '../employment.js';
import { ASSESSED, COUNCIL, NHS_BODY, SETTING, STARTED } from '../workforce.fixtures.js';
import type { InsuranceClaim, WorkforceEvent } from '../workforce.events.js';
import {
  EmploymentNotEnded,
  InsuranceClaimNotRecorded,
  InsuranceClaimPending,
  SharingContradicted,
  shareRedundancy,
  SplitPending,
} from './share-redundancy.decision.js';

const NEVER_LIABLE: CaseSetting = { ...SETTING, liability: { status: 'never' } };
const approval = { kind: 'final', reference: 'PANEL-7', sharedOn: plainDate('2024-06-01') } as const;

const fundedBy = (funder: string, from: string, until: string): WorkforceEvent => ({
  type: 'workforce.funding-period-recorded',
  occurredOn: plainDate(from),
  data: { from: plainDate(from), until: plainDate(until), shares: [{ funder, share: '1' }] },
});
const claim = (data: InsuranceClaim): WorkforceEvent => ({
  type: 'workforce.insurance-claim-updated',
  occurredOn: plainDate('2024-05-10'),
  data,
});
const ENDED: WorkforceEvent = {
  type: 'workforce.employment-ended',
  occurredOn: plainDate('2024-04-30'),
  data: { lastDay: plainDate('2024-04-30'), reason: 'redundancy' },
};
const FUNDED = [
  fundedBy(COUNCIL, '2016-04-01', '2021-04-01'),
  fundedBy(NHS_BODY, '2021-04-01', '2024-05-01'),
];
const SETTLED = [STARTED, ...FUNDED, ENDED, ASSESSED, claim({ claim: 'not-claimed' })];

const shared = (kind: 'interim' | 'final', reference = 'PANEL-7') =>
  ({
    type: 'workforce.redundancy-shared',
    occurredOn: plainDate('2024-06-01'),
    data: {
      kind,
      residualPence: pence(554400),
      shares: [
        { funder: COUNCIL, weight: '1826', sharePence: pence(342932) },
        { funder: NHS_BODY, weight: '1126', sharePence: pence(211468) },
      ],
      reference,
    },
  }) as const;

const basisWith = (parts: object) => expect.objectContaining(parts) as unknown as Basis;

describe('Sharing a redundancy', () => {
  it('records the shares that the rule gives, never shares that somebody typed', () => {
    scenario(employment)
      .given(...SETTLED)
      .when(shareRedundancy(approval, NEVER_LIABLE))
      .thenEvents([shared('final')]);
  });

  it('is never final while an insurance claim is pending; an interim split keeps the PA from waiting', () => {
    const pending = [...SETTLED, claim({ claim: 'pending' })];
    scenario(employment)
      .given(...pending)
      .when(shareRedundancy(approval, NEVER_LIABLE))
      .thenRefused(InsuranceClaimPending, /No split is final while the insurance claim is pending/);
    scenario(employment)
      .given(...pending)
      .when(shareRedundancy({ ...approval, kind: 'interim' }, NEVER_LIABLE))
      .thenEvents([shared('interim')]);
  });

  it('is not final before somebody says whether the insurance was asked', () => {
    scenario(employment)
      .given(STARTED, ...FUNDED, ENDED, ASSESSED)
      .when(shareRedundancy(approval, NEVER_LIABLE))
      .thenRefused(InsuranceClaimNotRecorded);
  });

  it('waits for the end of the job, the assessment, the funders and the day of liability', () => {
    scenario(employment)
      .given(STARTED, ASSESSED)
      .when(shareRedundancy(approval, NEVER_LIABLE))
      .thenRefused(EmploymentNotEnded);
    const declined = claim({ claim: 'declined', reasonCode: 'policy-lapsed' });
    scenario(employment)
      .given(STARTED, ENDED, declined)
      .when(shareRedundancy(approval, NEVER_LIABLE))
      .thenRefused(SplitPending, /has not been assessed/);
    scenario(employment)
      .given(STARTED, ENDED, ASSESSED, declined)
      .when(shareRedundancy(approval, NEVER_LIABLE))
      .thenRefused(SplitPending, /from 1 April 2016 to 30 April 2024 is not recorded/);
    scenario(employment)
      .given(...SETTLED)
      .when(shareRedundancy(approval, { ...SETTING, liability: { status: 'unknown' } }))
      .thenRefused(SplitPending, /became liable is not known/);
  });

  it('is silent when the same split comes again, and refused under another reference', () => {
    scenario(employment)
      .given(...SETTLED, shared('final'))
      .when(shareRedundancy(approval, NEVER_LIABLE))
      .thenNothing();
    scenario(employment)
      .given(...SETTLED, shared('final'))
      .when(shareRedundancy({ ...approval, reference: 'PANEL-8' }, NEVER_LIABLE))
      .thenRefused(SharingContradicted, /PANEL-7/);
  });

  it.each<readonly [string, object]>([
    ['kind', { kind: 'interim' }],
    ['residual', { residualPence: pence(554401) }],
    ['contribution of the estate', { estatePence: pence(1) }],
    ['funder', { shares: [shared('final').data.shares[0]] }],
    ['order of funders', { shares: [...shared('final').data.shares].reverse() }],
    [
      'amount',
      {
        shares: [
          { funder: COUNCIL, weight: '1826', sharePence: pence(342931) },
          { funder: NHS_BODY, weight: '1126', sharePence: pence(211469) },
        ],
      },
    ],
  ])('is refused where its reference stands for another %s', (_, other) => {
    const standing = { ...shared('final'), data: { ...shared('final').data, ...other } };
    scenario(employment)
      .given(...SETTLED, standing)
      .when(shareRedundancy(approval, NEVER_LIABLE))
      .thenRefused(SharingContradicted, /recorded under PANEL-7/);
  });

  it('is silent where only the weights of its shares have changed', () => {
    const [council, nhs] = shared('final').data.shares;
    const shares = [
      { ...council, weight: '3652' },
      { ...nhs, weight: '2252' },
    ];
    scenario(employment)
      .given(...SETTLED, { ...shared('final'), data: { ...shared('final').data, shares } })
      .when(shareRedundancy(approval, NEVER_LIABLE))
      .thenNothing();
  });

  it('is final after an interim one, under a reference of its own, and then interim no more than once', () => {
    const both = [...SETTLED, shared('interim'), shared('final', 'PANEL-8')];
    scenario(employment)
      .given(...SETTLED, shared('interim'))
      .when(shareRedundancy({ ...approval, reference: 'PANEL-8' }, NEVER_LIABLE))
      .thenEvents([shared('final', 'PANEL-8')]);
    scenario(employment)
      .given(...both)
      .when(shareRedundancy({ ...approval, kind: 'interim', reference: 'PANEL-9' }, NEVER_LIABLE))
      .thenRefused(SharingContradicted, /interim split, or the same one, is recorded under PANEL-7/);
  });

  it('takes what the estate contributes off before the funders share the rest', () => {
    const died: WorkforceEvent = {
      type: 'workforce.employment-ended',
      occurredOn: plainDate('2024-04-30'),
      data: { lastDay: plainDate('2024-04-30'), reason: 'employer-died' },
    };
    const half = { ...NEVER_LIABLE, terms: { ...SETTING.terms, redundancyEstatePercent: '50' } };
    // Half of 5,544.00 is 2,772.00, of which 1826 and 1126 of 2952 days are 1,714.66 and 1,057.34.
    scenario(employment)
      .given(STARTED, ...FUNDED, died, ASSESSED, claim({ claim: 'not-claimed' }))
      .when(shareRedundancy(approval, half))
      .thenEvents([
        {
          ...shared('final'),
          data: {
            ...shared('final').data,
            shares: [
              { funder: COUNCIL, weight: '1826', sharePence: pence(171466) },
              { funder: NHS_BODY, weight: '1126', sharePence: pence(105734) },
            ],
            estatePence: pence(277200),
          },
        },
      ]);
  });

  it('is shared anew, under a new reference, when the insurer pays later', () => {
    const paidLater = [...SETTLED, shared('final'), claim({ claim: 'paid', amountPence: pence(554300) })];
    scenario(employment)
      .given(...paidLater)
      .when(shareRedundancy(approval, NEVER_LIABLE))
      .thenRefused(SharingContradicted);
    scenario(employment)
      .given(...paidLater)
      .when(shareRedundancy({ ...approval, reference: 'PANEL-8' }, NEVER_LIABLE))
      .thenEvents([
        {
          ...shared('final', 'PANEL-8'),
          data: {
            ...shared('final', 'PANEL-8').data,
            residualPence: pence(100),
            shares: [
              { funder: COUNCIL, weight: '1826', sharePence: pence(62) },
              { funder: NHS_BODY, weight: '1126', sharePence: pence(38) },
            ],
            adjusts: 'PANEL-7',
            adjustments: [
              { party: COUNCIL, amountPence: pence(-342870) },
              { party: NHS_BODY, amountPence: pence(-211430) },
              { party: 'outside-the-split', amountPence: pence(554300) },
            ],
            adjustmentBasis: basisWith({ rule: 'REDUNDANCY-ADJUSTING-CREDIT' }),
          },
        },
      ]);
  });

  it('re-weighs the days of a backdated liability, and so asks for a new split', () => {
    const earlier: CaseSetting = {
      ...SETTING,
      liability: { status: 'known', startsOn: plainDate('2021-03-31') },
    };
    scenario(employment)
      .given(...SETTLED, shared('final'))
      .when(shareRedundancy({ ...approval, reference: 'PANEL-8' }, earlier))
      .thenEvents([
        {
          ...shared('final', 'PANEL-8'),
          data: {
            ...shared('final', 'PANEL-8').data,
            shares: [
              { funder: COUNCIL, weight: '1825', sharePence: pence(342744) },
              { funder: NHS_BODY, weight: '1127', sharePence: pence(211656) },
            ],
            adjusts: 'PANEL-7',
            adjustments: [
              { party: COUNCIL, amountPence: pence(-188) },
              { party: NHS_BODY, amountPence: pence(188) },
            ],
            adjustmentBasis: basisWith({
              rule: 'REDUNDANCY-ADJUSTING-CREDIT',
              inputs: expect.objectContaining({ adjusts: 'PANEL-7' }),
              from: [expect.objectContaining({ rule: 'REDUNDANCY-SPLIT' })],
            }),
          },
        },
      ]);
  });
});
