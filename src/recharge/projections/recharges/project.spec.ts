import { describe, expect, it } from '@jest/globals';
import { DEFAULT_OPTIONS } from '../../../agreement/index.js';
import type { DomainEvent } from '../../../kernel/event.js';
import { pence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import {
  agreementBound,
  awardRateSet,
  CASE_REF,
  eligibilityOverturned,
  HISTORY_TO,
} from '../../../../test/support/example-transfer-case.js';
import { recordedAcrossStreams } from '../../../../test/support/recorded.js';
import {
  accepted,
  approved,
  approver,
  calculated,
  calculatedInTwo,
  credited,
  issued,
  paid,
  preparer,
  queried,
} from '../../domain/recharge.fixtures.js';
import type { RechargeFact } from '../../domain/recharge.events.js';
import { RechargeLineRow } from './recharge-line.entity.js';
import { RechargeRow } from './recharge.entity.js';
import { rechargesProjection } from './project.js';

const inStream = (stream: string, events: readonly DomainEvent[]) =>
  events.map((event) => ({ stream, event }));
const tablesOf = (...history: ReturnType<typeof inStream>[]) =>
  rechargesProjection.project({
    subject: CASE_REF,
    events: recordedAcrossStreams(history.flat(), { subject: CASE_REF }),
  });
const rowsIn = (table: unknown, ...history: ReturnType<typeof inStream>[]) =>
  tablesOf(...history)
    .filter((each) => each.table === table)
    .flatMap(({ rows }) => rows);
const headsOf = (...history: ReturnType<typeof inStream>[]) => rowsIn(RechargeRow, ...history);
const linesOf = (...history: ReturnType<typeof inStream>[]) => rowsIn(RechargeLineRow, ...history);
const first = (...events: DomainEvent[]) => inStream('recharge-RC-0000000001', events);

describe('the recharges of a case', () => {
  it('show a draft with nothing issued, accepted or paid', () => {
    expect(headsOf(first(calculated))).toEqual([
      {
        rechargeRef: 'RC-0000000001',
        subject: CASE_REF,
        caseRef: 'TC-0000000001',
        status: 'draft',
        waitingOn: ['creditor'],
        direction: 'bridging',
        document: 'recharge',
        documentRoute: 'council-invoices-nhs',
        creditor: 'E10000015',
        debtor: 'QM7',
        agreementId: 'LA-0000000001',
        agreementVersion: 2,
        totalPence: 594_000,
        acceptedPence: 0,
        paidPence: 0,
        creditedPence: 0,
        outstandingPence: 594_000,
        refundToPersonPence: 0,
        contributionCancelledPence: 0,
        leavePendingFor: [],
        supersedes: null,
        supersededBy: null,
        calculatedOn: '2024-07-01',
        documentDate: null,
        invoiceReference: null,
        purchaseOrder: null,
        payableBy: null,
        successorChoice: null,
        paymentDueOn: null,
        queryDueOn: null,
        payments: [],
        creditReason: null,
        preparedBy: preparer.by,
        approvedBy: null,
        approvedOn: null,
        approvalLapse: null,
        creditRequest: null,
        basis: expect.objectContaining({ rule: 'RECHARGE-TOTAL' }),
        revision: 1,
      },
    ]);
  });

  it('show the answer to each line and what is left to pay', () => {
    const history = first(calculatedInTwo, approved, issued, accepted(1), queried(2), paid(265_179));
    expect(headsOf(history)).toMatchObject([
      {
        status: 'part-accepted',
        waitingOn: ['creditor'],
        invoiceReference: 'INV-1001',
        purchaseOrder: 'PO-77',
        payableBy: 'QM7',
        paymentDueOn: '2024-08-07',
        queryDueOn: '2024-07-29',
        approvedBy: approver.by,
        approvedOn: '2024-07-02',
        acceptedPence: 265_179,
        paidPence: 265_179,
        outstandingPence: 328_821,
        payments: [{ paymentReference: 'BACS-1', paidOn: '2024-07-20', amountPence: 265_179 }],
        revision: 6,
      },
    ]);
    expect(linesOf(history)).toMatchObject([
      { number: 1, answer: 'accepted', queryReason: null, amountPence: 265_179, outOfTime: false },
      { number: 2, answer: 'queried', queryReason: 'rate-not-evidenced', amountPence: 328_821 },
    ]);
  });

  it('count what was paid on a credited version once, on the version that follows it', () => {
    const second: RechargeFact<'recharge.calculated'> = {
      ...calculated,
      data: {
        ...calculated.data,
        rechargeRef: 'RC-0000000002',
        supersedes: 'RC-0000000001',
        totalPence: pence(600_000),
        paidBeforePence: pence(594_000),
      },
    };
    const paidAndCredited = first(calculated, approved, issued, accepted(1), paid(594_000), credited);
    expect(headsOf(paidAndCredited)).toMatchObject([
      {
        status: 'credited',
        creditedPence: -594_000,
        creditReason: 'facts-changed',
        outstandingPence: -594_000,
      },
    ]);
    expect(headsOf(paidAndCredited, inStream('recharge-RC-0000000002', [second]))).toMatchObject([
      { rechargeRef: 'RC-0000000001', supersededBy: 'RC-0000000002', outstandingPence: 0 },
      {
        rechargeRef: 'RC-0000000002',
        supersedes: 'RC-0000000001',
        paidPence: 594_000,
        outstandingPence: 6_000,
      },
    ]);
  });

  it('warn where the oldest payment was six years old on the date of the document', () => {
    const late = { ...issued, data: { ...issued.data, documentDate: plainDate('2030-05-01') } };
    expect(linesOf(first(calculated, approved, late))).toMatchObject([
      { claimBefore: '2030-05-01', outOfTime: true },
    ]);
  });
});

describe('the explanation of a line', () => {
  const line = {
    ...calculated.data.lines[0]!,
    figures: {
      from: '2024-04-10',
      lastDay: '2024-06-02',
      days: 54,
      weeklyGrossPence: 51_219,
      weeklyContributionPence: 0,
      grossPence: 395_118,
      netPence: 395_118,
      contributionPence: 0,
      contributionReceivedPence: 0,
      liableBody: 'QM7',
      grossBasis: 'evidenced',
      amountPence: 395_118,
    },
  };
  const recharge = { ...calculated, data: { ...calculated.data, lines: [line] } };
  const bound = { ...agreementBound, data: { ...agreementBound.data, options: DEFAULT_OPTIONS } };
  const theCase = inStream(`transfer-case-${CASE_REF}`, [...HISTORY_TO['phb-started'], bound, awardRateSet]);

  it('goes back to the start of liability as it was known when the recharge was worked out', () => {
    const laterRate = {
      ...awardRateSet,
      data: { from: plainDate('2024-05-01'), weeklyGrossPence: pence(60_000) },
    };
    const later = inStream(`transfer-case-${CASE_REF}`, [laterRate]);
    expect(linesOf(theCase, first(recharge), later)).toMatchObject([
      {
        basis: { inputs: line.figures, from: [{ rule: 'BRIDGING-DAYS', from: [{ rule: 'LIABILITY-R1' }] }] },
      },
    ]);
  });

  it('of what stays paid goes back to the end of liability', () => {
    const facts = [...HISTORY_TO.complete, bound, awardRateSet, eligibilityOverturned];
    const figures = { lastDayLiable: '2024-05-19', paidPence: 395_118, staysPence: 102_438 };
    const kind = 'paid-stays' as const;
    const kept = { ...line, kind, rule: 'PAID-STAYS', figures };
    const recharged = first({ ...calculated, data: { ...calculated.data, lines: [kept] } });
    expect(linesOf(inStream(`transfer-case-${CASE_REF}`, facts), recharged)).toMatchObject([
      { kind, basis: { rule: 'PAID-STAYS', inputs: figures, from: [{ rule: 'LIABILITY-END-OVERTURNED' }] } },
    ]);
  });

  it('of days on the way back goes back to the end of liability', () => {
    const facts = [...HISTORY_TO['back-with-council'], { ...bound, occurredOn: plainDate('2024-06-10') }];
    const history = inStream(`transfer-case-${CASE_REF}`, facts);
    const figures = {
      ...line.figures,
      ...{ from: '2025-03-03', lastDay: '2025-03-30', days: 28, weeklyGrossPence: 84_000 },
      ...{ grossPence: 336_000, netPence: 336_000, amountPence: 336_000, liableBody: 'E10000015' },
    };
    const back = { ...line, kind: 'transfer-back' as const, figures };
    const parties = { creditor: 'QM7', debtor: 'E10000015' };
    const recharged = first({ ...calculated, data: { ...calculated.data, ...parties, lines: [back] } });
    expect(headsOf(history, recharged)).toMatchObject([{ direction: 'transfer-back', creditor: 'QM7' }]);
    expect(linesOf(history, recharged)).toMatchObject([
      {
        kind: 'transfer-back',
        basis: {
          inputs: figures,
          from: [
            { rule: 'TRANSFER-BACK', from: [{ rule: 'LIABILITY-END-LOST', inputs: { noticeDays: 28 } }] },
          ],
        },
      },
    ]);
  });

  it('rests on its own figures where the case said something else at the time', () => {
    expect(linesOf(first(recharge))).toMatchObject([
      { basis: { rule: 'BRIDGING-LINE', version: 1, inputs: line.figures, from: [] } },
    ]);
  });
});
