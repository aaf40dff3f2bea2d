import { describe, expect, it } from '@jest/globals';
import { fold } from '../../kernel/aggregate.js';
import type { Decision } from '../../kernel/event.js';
import { pending } from '../../kernel/figure.js';
import { pence } from '../../kernel/pence.js';
import { plainDate } from '../../kernel/plain-date.js';
import { Refusal } from '../../kernel/refusal.js';
import { recordedHistory } from '../../../test/support/recorded.js';
import { acceptLine } from './accept-line/accept-line.decision.js';
import { approveRecharge } from './approve/approve.decision.js';
import { COUNCIL, eightWeeks, NHS_BODY, payment } from './bridging.fixtures.js';
import { calculateRecharge, recalculateRecharge } from './calculate/calculate.decision.js';
import { creditRecharge } from './credit/credit.decision.js';
import { issueRecharge } from './issue/issue.decision.js';
import { payRecharge } from './pay/pay.decision.js';
import { queryLine } from './query-line/query-line.decision.js';
import type { RechargeEvent } from './recharge.events.js';
import {
  accepted,
  approved,
  approveTerms,
  calculated,
  calculatedInTwo,
  calculateTerms,
  credited,
  creditTerms,
  issued,
  issueTerms,
  nhsFinance,
  outsider,
  paid,
  preparer,
  queried,
  withdrawn,
} from './recharge.fixtures.js';
import { recharge, type Recharge } from './recharge.js';
import { bridgingRecharge } from './rules/bridging-recharge.js';
import type { RechargeStep } from './stages.js';
import { withdrawRecharge } from './withdraw/withdraw.decision.js';

type Decide = Decision<Recharge, RechargeEvent>;

const day = plainDate('2024-07-20');
const shorter = bridgingRecharge({ ...eightWeeks, lastDayCovered: plainDate('2024-05-28') });
const from = (changes: Partial<typeof eightWeeks>) => bridgingRecharge({ ...eightWeeks, ...changes });
const calculating = (changes: Partial<typeof calculateTerms> = {}) =>
  calculateRecharge({ ...calculateTerms, ...changes });
const issuing = (changes: Partial<typeof issueTerms> = {}) => issueRecharge({ ...issueTerms, ...changes });
const payTerms = { paymentReference: 'BACS-1', paidOn: day, today: day, acting: nhsFinance };
const paying = (amountPence: number, changes: Partial<typeof payTerms> = {}) =>
  payRecharge({ ...payTerms, amountPence: pence(amountPence), ...changes });
const accepting = (line: number, acting = nhsFinance) => acceptLine({ line, acceptedOn: day, acting });
const inTwo = [calculatedInTwo, approved, issued];
const missing = {
  fact: 'phb-cover-start',
  reason: 'PHB cover start not recorded',
  suppliedBy: 'the PHB team',
};
const another = { fact: 'award-rate', reason: 'No award rate is recorded', suppliedBy: 'the council' };

/** What the reader of a refusal is given. */
function refusalOf(history: readonly RechargeEvent[], decide: Decide) {
  try {
    decide(fold(recharge, recordedHistory(history)));
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    const { name, code, kind, message, facts, fields } = refusal;
    return { name, code, kind, message, facts, fields };
  }
  throw new Error('It was not refused');
}

describe('what the reader is told', () => {
  it.each<[string, readonly RechargeEvent[], Decide, object]>([
    [
      'while the transfer is not complete',
      [],
      calculating({ caseStage: 'phb-started' }),
      {
        name: 'CaseNotComplete',
        code: 'case-not-complete',
        kind: 'conflict',
        message: 'A recharge follows when the transfer is complete, and this case is phb started',
        facts: { stage: 'phb-started' },
      },
    ],
    [
      'while the sum waits for facts',
      [],
      calculating({ bridging: pending(missing, another) }),
      {
        name: 'RechargePending',
        code: 'recharge-pending',
        kind: 'conflict',
        message:
          'The recharge cannot be worked out yet: PHB cover start not recorded; No award rate is recorded',
        facts: { missing: [missing, another] },
      },
    ],
    [
      'where nobody paid for some of the days',
      [],
      calculating({ bridging: from({ payments: [payment('2024-05-15', '2024-06-11', 297_000)] }) }),
      {
        name: 'RechargeNotEvidenced',
        code: 'recharge-not-evidenced',
        kind: 'conflict',
        message: 'No payment is recorded for 1 May 2024 to 14 May 2024, nor for 12 June 2024 to 25 June 2024',
        facts: {
          days: [
            { from: '2024-05-01', lastDay: '2024-05-14' },
            { from: '2024-06-12', lastDay: '2024-06-25' },
          ],
        },
      },
    ],
    [
      'where the lines come to nothing',
      [],
      calculating({ bridging: from({ newCoverStartsOn: plainDate('2024-05-01') }) }),
      {
        name: 'NothingToCharge',
        code: 'nothing-to-charge',
        kind: 'conflict',
        message: 'The recharge comes to nothing, so there is no document to issue',
        facts: {},
      },
    ],
    [
      'where the case has a recharge with other figures',
      [calculated],
      calculating({ bridging: shorter }),
      {
        name: 'RechargeExists',
        code: 'recharge-exists',
        kind: 'conflict',
        message:
          'The case has recharge RC-0000000001 already; work out its draft anew, or credit it after it was issued',
        facts: { rechargeRef: 'RC-0000000001' },
      },
    ],
    [
      'who works out what another body is owed',
      [],
      calculating({ acting: outsider }),
      {
        name: 'NotYourSide',
        code: 'not-your-side',
        kind: 'forbidden',
        message: 'This is for E10000015, which paid and is owed the money',
        facts: { side: 'creditor', organisation: COUNCIL },
      },
    ],
    [
      'who approves what they prepared',
      [calculated],
      approveRecharge({ ...approveTerms, acting: preparer }),
      {
        name: 'PreparerMayNotApprove',
        code: 'preparer-may-not-approve',
        kind: 'forbidden',
        message: 'Someone else must do this, because you prepared the recharge',
        facts: {},
      },
    ],
    [
      'where the facts give another sum by now',
      [calculated, approved],
      issuing({ bridging: shorter }),
      {
        name: 'RechargeOutOfDate',
        code: 'recharge-out-of-date',
        kind: 'conflict',
        message: 'The facts of the case give another sum now; work the recharge out anew',
        facts: {},
      },
    ],
    [
      'where it is not known who pays',
      [calculated, approved],
      issuing({ payer: { status: 'pending', missing: { ...missing, reason: 'QM7 was split' } } }),
      {
        name: 'PayerNotKnown',
        code: 'payer-not-known',
        kind: 'conflict',
        message: 'It is not known who pays this recharge: QM7 was split',
        facts: { missing: { ...missing, reason: 'QM7 was split' } },
      },
    ],
    [
      'who dates a document in the future',
      [calculated, approved],
      issuing({ documentDate: plainDate('2024-07-09') }),
      {
        name: 'FieldRefused',
        kind: 'invalid',
        fields: [
          {
            pointer: '/documentDate',
            code: 'document-date-in-the-future',
            detail: 'The date of the document is in the future',
          },
        ],
      },
    ],
    [
      'who answers a line that is not there',
      inTwo,
      accepting(3),
      {
        name: 'NoSuchLine',
        code: 'no-such-line',
        kind: 'not-found',
        message: 'There is no line 3: the recharge has 2',
        facts: { line: 3, lines: 2 },
      },
    ],
    [
      'who answers for the body that owes, and is of the other',
      inTwo,
      accepting(1, preparer),
      {
        name: 'NotYourSide',
        message: 'This is for QM7, which was liable and owes the money',
        facts: { side: 'debtor', organisation: NHS_BODY },
      },
    ],
    [
      'who answers for a body that another took over from',
      [calculatedInTwo, approved, { ...issued, data: { ...issued.data, payableBy: 'QNC' } }],
      accepting(1, preparer),
      {
        message: 'This is for QNC, which was liable and owes the money',
        facts: { side: 'debtor', organisation: 'QNC' },
      },
    ],
    [
      'who queries a line that was accepted',
      [...inTwo, accepted(2)],
      queryLine({ line: 2, reasonCode: 'arithmetic', queriedOn: day, acting: nhsFinance }),
      {
        name: 'LineAlreadyAccepted',
        code: 'line-already-accepted',
        kind: 'conflict',
        message: 'Line 2 has been accepted; ask the other body to credit the recharge',
        facts: { line: 2 },
      },
    ],
    [
      'who pays more than was accepted',
      [...inTwo, accepted(1), paid(200_000)],
      paying(65_180, { paymentReference: 'BACS-2' }),
      {
        name: 'PaymentExceedsAccepted',
        code: 'payment-exceeds-accepted',
        kind: 'conflict',
        message: 'The accepted lines have £651.79 left to pay',
        facts: { acceptedPence: 265_179, payablePence: 65_179 },
      },
    ],
    ...[paying(199_999), paying(200_000, { paidOn: plainDate('2024-07-19') })].map(
      (decide): [string, readonly RechargeEvent[], Decide, object] => [
        'who gives one payment reference to two payments',
        [...inTwo, accepted(1), paid(200_000)],
        decide,
        {
          name: 'PaymentReferenceReused',
          code: 'recharge-payment-reference-reused',
          kind: 'conflict',
          message: 'Payment BACS-1 has been recorded already, with another amount or day',
          facts: { paymentReference: 'BACS-1' },
        },
      ],
    ),
    [
      'who pays nothing',
      [...inTwo, accepted(1)],
      paying(0),
      { fields: [{ pointer: '/amount', code: 'payment-not-above-zero', detail: 'A payment is above zero' }] },
    ],
    [
      'who pays tomorrow',
      [...inTwo, accepted(1)],
      paying(1, { paidOn: plainDate('2024-07-21') }),
      {
        fields: [
          {
            pointer: '/paidOn',
            code: 'payment-in-the-future',
            detail: 'The day of payment is in the future',
          },
        ],
      },
    ],
  ])('%s', (_, history, decide, words) => {
    expect(refusalOf(history, decide)).toMatchObject(words);
  });
});

const steps: Record<RechargeStep, Decide> = {
  recalculate: recalculateRecharge({ ...calculateTerms, bridging: shorter }),
  approve: approveRecharge(approveTerms),
  issue: issuing(),
  'query-line': queryLine({ line: 2, reasonCode: 'arithmetic', queriedOn: day, acting: nhsFinance }),
  'accept-line': accepting(2),
  pay: paying(100),
  credit: creditRecharge({ ...creditTerms, reasonCode: 'issued-in-error' }),
  withdraw: withdrawRecharge({ reasonCode: 'settled-otherwise', withdrawnOn: day, acting: preparer }),
};

describe('a step that is not possible at a stage', () => {
  const histories = {
    draft: [calculatedInTwo],
    approved: [calculatedInTwo, approved],
    issued: inTwo,
    credited: [...inTwo, credited],
    withdrawn: [calculatedInTwo, withdrawn],
  } as const;
  const refused: readonly (readonly [RechargeStep, string, readonly (keyof typeof histories)[]])[] = [
    ['recalculate', 'Recalculate', ['issued', 'credited', 'withdrawn']],
    ['approve', 'Approve', ['issued', 'credited', 'withdrawn']],
    ['issue', 'Issue', ['draft', 'credited', 'withdrawn']],
    ['query-line', 'Query line', ['draft', 'approved', 'credited', 'withdrawn']],
    ['accept-line', 'Accept line', ['draft', 'approved', 'credited', 'withdrawn']],
    ['pay', 'Pay', ['draft', 'approved', 'credited', 'withdrawn']],
    ['credit', 'Credit', ['draft', 'approved', 'withdrawn']],
    ['withdraw', 'Withdraw', ['issued', 'credited']],
  ];
  const possible = {
    draft: ['recalculate', 'approve', 'withdraw'],
    approved: ['recalculate', 'issue', 'withdraw'],
    issued: ['query-line', 'accept-line', 'credit'],
    credited: [],
    withdrawn: [],
  };

  it.each(refused.flatMap(([step, words, stages]) => stages.map((stage) => [step, stage, words] as const)))(
    'is refused with what is possible: to %s while it is %s',
    (step, stage, words) => {
      expect(refusalOf(histories[stage], steps[step])).toMatchObject({
        name: 'RechargeNotReady',
        code: 'recharge-not-ready',
        kind: 'conflict',
        message: `"${words}" is not possible while the recharge is ${stage}`,
        facts: { status: stage, nextSteps: possible[stage] },
      });
    },
  );

  it('names the status that follows from the answers, in words', () => {
    expect(refusalOf([...inTwo, accepted(1), queried(2)], steps.withdraw)).toMatchObject({
      message: '"Withdraw" is not possible while the recharge is part accepted',
      facts: { status: 'part-accepted', nextSteps: ['query-line', 'accept-line', 'pay', 'credit'] },
    });
  });

  it.each(Object.entries(steps))('is refused where there is no recharge: to %s', (_, decide) => {
    expect(refusalOf([], decide)).toEqual({
      name: 'RechargeNotFound',
      code: 'recharge-not-found',
      kind: 'not-found',
      message: 'There is no such recharge, or your organisation has no part in it',
      facts: {},
      fields: [],
    });
  });

  it('is refused a second time with other words: another document date, reference, order or reason', () => {
    for (const changes of [
      { documentDate: plainDate('2024-07-07') },
      { invoiceReference: 'INV-2' },
      { purchaseOrder: 'PO-78' },
    ]) {
      expect(refusalOf(inTwo, issuing(changes)).message).toBe(
        '"Issue" is not possible while the recharge is issued',
      );
    }
    const credit = creditRecharge({ ...creditTerms, reasonCode: 'wrong-body' });
    expect(refusalOf([...inTwo, credited], credit).message).toBe(
      '"Credit" is not possible while the recharge is credited',
    );
  });
});
