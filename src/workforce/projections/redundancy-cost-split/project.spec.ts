import { describe, expect, it } from '@jest/globals';
import { recordedAcrossStreams } from '../../../../test/support/recorded.js';
import { projectionScenario } from '../../../../test/support/projection-scenario.js';
import type { DomainEvent } from '../../../kernel/event.js';
import { pence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { ALERT_RAISED, LIABLE_FROM_14_OCTOBER } from '../../domain/case-history.fixtures.js';
import { ASSESSED, COUNCIL, NHS_BODY, STARTED } from '../../domain/workforce.fixtures.js';
import { redundancyCostSplitProjection } from './project.js';
import { RedundancyCostRow } from './redundancy-cost.entity.js';
import { RedundancyShareRow } from './redundancy-share.entity.js';

const SUBJECT = 'TC-0000000001';
const CASE = `transfer-case-${SUBJECT}`;
const JOB = 'employment-EM-0000000001';

const fundedBy = (funder: string, from: string, until?: string): DomainEvent => ({
  type: 'workforce.funding-period-recorded',
  occurredOn: plainDate(from),
  data: {
    from: plainDate(from),
    ...(until !== undefined && { until: plainDate(until) }),
    shares: [{ funder, share: '1' }],
  },
});
const claim = (data: object): DomainEvent => ({
  type: 'workforce.insurance-claim-updated',
  occurredOn: plainDate('2024-05-10'),
  data,
});
const ENDED: DomainEvent = {
  type: 'workforce.employment-ended',
  occurredOn: plainDate('2024-04-30'),
  data: { lastDay: plainDate('2024-04-30'), reason: 'redundancy' },
};
const STORY: readonly DomainEvent[] = [
  STARTED,
  fundedBy(COUNCIL, '2016-04-01', '2021-04-01'),
  fundedBy(NHS_BODY, '2021-04-01'),
  ENDED,
  ASSESSED,
];

const noCase = projectionScenario(redundancyCostSplitProjection, { subject: SUBJECT });
const liable = noCase.given(CASE, ALERT_RAISED, LIABLE_FROM_14_OCTOBER);

/** The one row of a story, to look at some of its columns. */
const costAfter = (...events: readonly { readonly stream: string; readonly event: DomainEvent }[]) => {
  const history = { subject: SUBJECT, events: recordedAcrossStreams(events, { subject: SUBJECT }) };
  const [costs] = redundancyCostSplitProjection.project(history);
  return costs?.rows[0] as RedundancyCostRow;
};
const inStreams = (onCase: readonly DomainEvent[], onJob: readonly DomainEvent[]) => [
  ...onCase.map((event) => ({ stream: CASE, event })),
  ...onJob.map((event) => ({ stream: JOB, event })),
];

describe('the read model of redundancies', () => {
  it('shares 5,544.00 between the council and the NHS body by the days that each funded', () => {
    liable.given(JOB, ...STORY).thenRows(RedundancyShareRow, [
      {
        employmentId: 'EM-0000000001',
        place: 1,
        subject: SUBJECT,
        funder: COUNCIL,
        weight: '1826',
        sharePence: pence(342932),
      },
      {
        employmentId: 'EM-0000000001',
        place: 2,
        subject: SUBJECT,
        funder: NHS_BODY,
        weight: '1126',
        sharePence: pence(211468),
      },
    ]);
  });

  it('takes insurance off first, and is interim while the insurer may still pay', () => {
    const onCase = [ALERT_RAISED, LIABLE_FROM_14_OCTOBER];
    expect(costAfter(...inStreams(onCase, STORY))).toMatchObject({
      status: 'known',
      interim: true,
      insuranceClaim: null,
      residualPence: 554400,
    });
    expect(costAfter(...inStreams(onCase, [...STORY, claim({ claim: 'pending' })]))).toMatchObject({
      interim: true,
      insuranceClaim: 'pending',
    });
    const paid = claim({ claim: 'paid', amountPence: pence(500000) });
    expect(costAfter(...inStreams(onCase, [...STORY, paid]))).toMatchObject({
      interim: false,
      insurancePence: 500000,
      residualPence: 54400,
    });
  });

  it('waits, and says for what, without shares', () => {
    const factsOf = (...events: ReturnType<typeof inStreams>) =>
      costAfter(...events).missing.map(({ fact }) => fact);
    const onCase = [ALERT_RAISED, LIABLE_FROM_14_OCTOBER];
    expect(factsOf(...inStreams(onCase, [STARTED]))).toEqual(['redundancy-assessment']);
    expect(factsOf(...inStreams(onCase, [STARTED, ENDED, ASSESSED]))).toEqual(['funding-period']);
    expect(factsOf(...inStreams([ALERT_RAISED], STORY))).toEqual(['liability-start']);
    liable.given(JOB, STARTED, ENDED, ASSESSED).thenRows(RedundancyShareRow, []);
  });

  it('waits for a new assessment when the job ended on another day than was expected', () => {
    const later = { ...ENDED, data: { lastDay: plainDate('2024-05-31'), reason: 'redundancy' } };
    const cost = costAfter(...inStreams([ALERT_RAISED], [STARTED, ASSESSED, later]));
    expect(cost).toMatchObject({ status: 'pending', statutoryPence: 554400, residualPence: null });
    expect(cost.missing[0]?.reason).toMatch(/ended on another day/);
  });

  it('moves the shares when the case learns of an earlier liability', () => {
    const earlier = {
      ...LIABLE_FROM_14_OCTOBER,
      data: { startsOn: plainDate('2021-03-31'), rule: 'R4' },
    } as const;
    liable
      .given(JOB, ...STORY)
      .given(CASE, earlier)
      .thenRows(RedundancyShareRow, [
        {
          employmentId: 'EM-0000000001',
          place: 1,
          subject: SUBJECT,
          funder: COUNCIL,
          weight: '1825',
          sharePence: pence(342744),
        },
        {
          employmentId: 'EM-0000000001',
          place: 2,
          subject: SUBJECT,
          funder: NHS_BODY,
          weight: '1127',
          sharePence: pence(211656),
        },
      ]);
  });

  it('has the successor answer for the days that the clinical commissioning group funded before July 2022', () => {
    const alert = { ...ALERT_RAISED, data: { ...ALERT_RAISED.data, nhsBody: '06N' } };
    const story = [
      STARTED,
      fundedBy(COUNCIL, '2016-04-01', '2021-04-01'),
      fundedBy('06N', '2021-04-01'),
      ENDED,
      ASSESSED,
    ];
    const shares = redundancyCostSplitProjection.project({
      subject: SUBJECT,
      events: recordedAcrossStreams(inStreams([alert, LIABLE_FROM_14_OCTOBER], story), { subject: SUBJECT }),
    })[1];
    expect(shares?.rows.map((row) => [row['funder'], row['weight']])).toEqual([
      [COUNCIL, '1826'],
      ['QM7', '1126'],
    ]);
  });

  it('shows the whole cost: what was assessed, why, and what the parties recorded', () => {
    const recorded = {
      kind: 'interim',
      residualPence: pence(554400),
      shares: [{ funder: COUNCIL, weight: '1826', sharePence: pence(554400) }],
      reference: 'PANEL-7',
    } as const;
    const shared = {
      type: 'workforce.redundancy-shared',
      occurredOn: plainDate('2024-06-01'),
      data: recorded,
    };
    const onCase = [ALERT_RAISED, LIABLE_FROM_14_OCTOBER];
    expect(costAfter(...inStreams(onCase, [...STORY, shared]))).toEqual({
      employmentId: 'EM-0000000001',
      subject: SUBJECT,
      assistantRef: 'PA-1',
      status: 'known',
      missing: [],
      lastDay: '2024-04-30',
      noRightReasons: [],
      statutoryPence: 554400,
      statutoryBasis: ASSESSED.data.basis,
      payrollFigurePence: null,
      insurancePence: 0,
      reservesPence: 0,
      residualPence: 554400,
      insuranceClaim: null,
      interim: true,
      recorded: [recorded],
      assessed: {},
      details: {
        aboveStatutoryPence: 0,
        insuranceUsedPence: 0,
        reservesUsedPence: 0,
        estatePence: 0,
        toSharePence: 554400,
        settlement: {
          payments: [
            { from: NHS_BODY, to: 'assistant', amountPence: 554400 },
            { from: COUNCIL, to: NHS_BODY, amountPence: 342932 },
          ],
          leftToEmployerPence: 0,
          basis: expect.objectContaining({ rule: 'REDUNDANCY-SETTLEMENT' }),
        },
        noticeAndLeave: {
          leavePence: 0,
          shares: [],
          basis: expect.objectContaining({ rule: 'REDUNDANCY-NOTICE-AND-LEAVE' }),
        },
      },
      referred: null,
      // The interim split gave the council all of it.
      adjustment: {
        adjusts: 'PANEL-7',
        parties: [
          { party: COUNCIL, amountPence: -211468 },
          { party: NHS_BODY, amountPence: 211468 },
        ],
        basis: expect.objectContaining({ rule: 'REDUNDANCY-ADJUSTING-CREDIT' }),
      },
      basis: expect.objectContaining({
        rule: 'REDUNDANCY-SPLIT',
        from: [
          expect.objectContaining({ rule: 'REDUNDANCY-RESIDUAL', from: [ASSESSED.data.basis] }),
          expect.objectContaining({
            rule: 'REDUNDANCY-UNIT-DAYS',
            from: [
              expect.objectContaining({
                rule: 'FUNDING-LIABLE-BODY',
                from: [
                  expect.objectContaining({
                    inputs: {
                      '2016-04-01 to 2021-03-31': '1826 days: E10000015 1',
                      '2021-04-01 to 2024-04-30': '1126 days: QM7 1',
                      termsFrom: 'no agreement bound: defaults',
                    },
                  }),
                ],
              }),
            ],
          }),
        ],
      }),
    });
  });

  it('shows the split of each reading where an adviser has to choose, and shares nothing until then', () => {
    const referred = {
      type: 'workforce.redundancy-referred',
      occurredOn: plainDate('2024-05-02'),
      data: {
        lastDay: plainDate('2024-04-30'),
        referrals: [{ code: 'start-estimated', reason: 'It is estimated', referTo: 'payroll' }],
        candidates: [
          { reading: 'service counted from 1 April 2016', outcome: ASSESSED.data },
          {
            reading: 'service counted from 1 April 2017',
            outcome: {
              ...ASSESSED.data,
              serviceFrom: plainDate('2017-04-01'),
              completeYears: 7,
              weeks: '10.5',
              statutoryPence: pence(485100),
            },
          },
        ],
      },
    };
    const service = {
      type: 'workforce.continuous-service-stated',
      occurredOn: plainDate('2024-05-01'),
      data: {
        cause: 'start-estimated',
        earliestStart: plainDate('2016-04-01'),
        latestStart: plainDate('2017-04-01'),
      },
    };
    const onCase = [ALERT_RAISED, LIABLE_FROM_14_OCTOBER];
    const [started, council, nhs, end] = STORY as readonly [
      DomainEvent,
      DomainEvent,
      DomainEvent,
      DomainEvent,
    ];
    const row = costAfter(...inStreams(onCase, [started, council, nhs, service, end, referred]));
    expect(row).toMatchObject({ status: 'refer', statutoryPence: null, residualPence: null, details: null });
    expect(row.referred).toMatchObject({
      referrals: [{ code: 'start-estimated' }],
      candidates: [
        {
          reading: 'service counted from 1 April 2016',
          residualPence: 554400,
          shares: [
            { funder: COUNCIL, weight: '1826', sharePence: 342932 },
            { funder: NHS_BODY, weight: '1126', sharePence: 211468 },
          ],
        },
        {
          reading: 'service counted from 1 April 2017',
          residualPence: 485100,
          shares: [
            { funder: COUNCIL, weight: '1461' },
            { funder: NHS_BODY, weight: '1126' },
          ],
        },
      ],
    });
    liable.given(JOB, ...STORY.slice(0, 4), referred).thenRows(RedundancyShareRow, []);
  });

  it('has no rows for what is not a case', () => {
    noCase.given(JOB, STARTED).thenRows(RedundancyCostRow, []);
  });
});
