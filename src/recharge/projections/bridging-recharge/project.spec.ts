import { describe, expect, it } from '@jest/globals';
import { pence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import {
  accountClosed,
  awardRateSet,
  CASE_REF,
  contributionSet,
  COUNCIL,
  deathRecorded,
  directPaymentStopped,
  HISTORY_TO,
  interimPayerAgreed,
  NHS_BODY,
  oneOffPaid,
  paymentMade,
} from '../../../../test/support/example-transfer-case.js';
import { projectionScenario } from '../../../../test/support/projection-scenario.js';
import { recordedAcrossStreams, recordedHistory } from '../../../../test/support/recorded.js';
import { STARTED } from '../../../workforce/domain/workforce.fixtures.js';
import type { WorkforceEvent, WorkforceFact } from '../../../workforce/index.js';
import { BridgingRechargeLineRow } from './bridging-recharge-line.entity.js';
import { BridgingRechargeRow } from './bridging-recharge.entity.js';
import { bridgingRechargeProjection } from './project.js';

const STREAM = `transfer-case-${CASE_REF}`;
const noCase = projectionScenario(bridgingRechargeProjection, { subject: CASE_REF });
const rowOf = (events: readonly Parameters<typeof recordedHistory>[0][number][]) => {
  const rows = bridgingRechargeProjection.project({
    subject: CASE_REF,
    events: recordedHistory(events, { stream: STREAM, subject: CASE_REF }),
  });
  return rows[0]?.rows[0];
};

const pendingRow = {
  caseRef: CASE_REF,
  subject: CASE_REF,
  status: 'pending' as const,
  creditor: COUNCIL,
  debtor: NHS_BODY,
  grossBasis: 'evidenced',
  oneOffs: [],
  credit: null,
  fromDay: null,
  untilDay: null,
  totalPence: null,
  refundToPersonPence: null,
  contributionCancelledPence: null,
  held: null,
  parked: null,
  basis: null,
  refundBasis: null,
  reclaim: {
    status: 'pending' as const,
    missing: [
      {
        fact: 'phb-cover-start',
        reason: 'PHB cover start not recorded',
        suppliedBy: "the NHS body's personal health budget team",
      },
    ],
  },
  leaveHeldBack: null,
  transferBack: null,
  warnings: [],
};

describe('the live bridging recharge', () => {
  it('waits for the decision, and says who can supply it', () => {
    noCase
      .given(STREAM, ...HISTORY_TO.assessing)
      .thenRows(BridgingRechargeLineRow, [])
      .thenRows(BridgingRechargeRow, [
        {
          ...pendingRow,
          missing: [
            {
              fact: 'eligibility-decision',
              reason: 'The NHS body has not decided whether the person is eligible',
              suppliedBy: "the ICB's CHC team",
            },
          ],
          revision: HISTORY_TO.assessing.length,
        },
      ]);
  });

  it('waits for the start of the budget while bridging goes on, whatever the day is', () => {
    expect(rowOf([...HISTORY_TO.bridging, awardRateSet])).toMatchObject({
      status: 'pending',
      missing: [{ fact: 'phb-cover-start', reason: 'PHB cover start not recorded' }],
    });
  });

  it('shows what each line comes to, its evidence, and the days that are held or that nobody paid for', () => {
    const events = [...HISTORY_TO['phb-started'], awardRateSet, contributionSet, paymentMade];
    const line = {
      caseRef: CASE_REF,
      subject: CASE_REF,
      number: 1,
      fromDay: plainDate('2024-04-10'),
      untilDay: plainDate('2024-06-03'),
      days: 54,
      weeklyGrossPence: pence(51_219),
      weeklyContributionPence: pence(8_743),
      netPence: pence(327_672),
      contributionPence: pence(67_446),
      contributionReceivedPence: pence(0),
      amountPence: pence(327_672),
      liableBody: NHS_BODY,
      debtor: NHS_BODY,
      evidence: ['DP-0001'],
      daysWithoutPayment: [
        { from: plainDate('2024-04-10'), until: plainDate('2024-04-15') },
        { from: plainDate('2024-05-13'), until: plainDate('2024-06-03') },
      ],
      claimBefore: plainDate('2030-04-15'),
      joint: null,
      suspension: null,
      basis: expect.objectContaining({ rule: 'BRIDGING-LINE' }) as never,
    };
    noCase.given(STREAM, ...events).thenRows(BridgingRechargeLineRow, [line]);
    expect(rowOf(events)).toMatchObject({
      status: 'known',
      fromDay: '2024-04-10',
      untilDay: '2024-06-03',
      totalPence: 327_672,
      refundToPersonPence: 0,
      contributionCancelledPence: 67_446,
      reclaim: { status: 'known', value: { from: '2024-06-03', totalPence: 0 } },
      warnings: [],
      held: { from: '2024-02-28', until: '2024-04-10', missing: { fact: 'delay-justified' } },
      basis: {
        rule: 'RECHARGE-TOTAL',
        from: [
          { rule: 'BRIDGING-LINE', from: [{ rule: 'BRIDGING-DAYS', from: [{ rule: 'LIABILITY-R1' }] }] },
        ],
      },
      revision: events.length,
    });
  });

  it('shows a gap in funding and what to take back after a death, which no recharge has', () => {
    const early = { ...directPaymentStopped, data: { lastDayCovered: plainDate('2024-05-26') } };
    const started = HISTORY_TO['phb-started'].slice(0, -1);
    expect(rowOf([...started, early, awardRateSet])).toMatchObject({
      warnings: [{ code: 'funding-gap', days: { from: '2024-05-27', until: '2024-06-03' } }],
    });
    expect(rowOf([...HISTORY_TO.bridging, awardRateSet, paymentMade, deathRecorded])).toMatchObject({
      status: 'known',
      untilDay: '2024-05-08',
      // 5 of the 28 days of £2,048.76.
      reclaim: { status: 'known', value: { from: '2024-05-08', totalPence: 36_585 } },
    });
  });

  it('shows what was bought on disputed or held days as waiting with them, in no total', () => {
    const events = [...HISTORY_TO['phb-started'], awardRateSet];
    const bought = (day: string) => ({
      ...oneOffPaid,
      data: { ...oneOffPaid.data, incurredOn: plainDate(day) },
    });
    expect(rowOf([...events, bought('2024-05-13'), interimPayerAgreed])).toMatchObject({
      status: 'known',
      // 33 days at £512.19 a week.
      totalPence: 241_461,
      parked: { from: '2024-05-13', until: '2024-06-03', missing: { fact: 'responsible-nhs-body' } },
      oneOffs: [
        {
          receiptReference: 'REC-118',
          charge: { status: 'pending', missing: [{ fact: 'responsible-nhs-body' }] },
        },
      ],
    });
    expect(rowOf([...events, bought('2024-04-09')])).toMatchObject({
      status: 'known',
      held: { from: '2024-02-28', until: '2024-04-10' },
      oneOffs: [{ charge: { status: 'pending', missing: [{ fact: 'delay-justified' }] } }],
    });
  });
});

describe('the warning before the account is closed out', () => {
  const EMPLOYMENT = STARTED.data.employmentId;
  const codesAfter = (...later: readonly WorkforceEvent[]) => {
    const ofCase = [...HISTORY_TO['phb-started'], awardRateSet, accountClosed];
    const ofJob: readonly WorkforceEvent[] = [STARTED, ...later];
    const history = [
      ...ofCase.map((event) => ({ stream: STREAM, event })),
      ...ofJob.map((event) => ({ stream: `employment-${EMPLOYMENT}`, event })),
    ];
    const rows = bridgingRechargeProjection.project({
      subject: CASE_REF,
      events: recordedAcrossStreams<(typeof history)[number]['event']>(history, { subject: CASE_REF }),
    });
    const row = rows[0]?.rows[0] as BridgingRechargeRow | undefined;
    return (row?.warnings ?? []).filter(({ code }) => code === 'redundancy-open-before-reclaim');
  };
  const ended = (reason: WorkforceFact<'workforce.employment-ended'>['data']['reason']) => ({
    type: 'workforce.employment-ended' as const,
    occurredOn: plainDate('2024-06-02'),
    data: { lastDay: plainDate('2024-06-02'), reason },
  });

  it('names the jobs whose end may leave a redundancy payment, a death as well', () => {
    for (const reason of ['redundancy', 'employer-died', 'lay-off'] as const) {
      expect(codesAfter(ended(reason))).toMatchObject([
        { reason: expect.stringContaining(EMPLOYMENT) as unknown },
      ]);
    }
  });

  it('names none that was resigned from, or that goes on', () => {
    expect(codesAfter(ended('resignation'))).toEqual([]);
    expect(codesAfter()).toEqual([]);
  });
});
