import { describe, expect, it } from '@jest/globals';
import { fold } from '../../kernel/aggregate.js';
import type { Decision } from '../../kernel/event.js';
import { pence } from '../../kernel/pence.js';
import { plainDate } from '../../kernel/plain-date.js';
import { recordedHistory } from '../../../test/support/recorded.js';
import { acceptLine } from './accept-line/accept-line.decision.js';
import { approveRecharge } from './approve/approve.decision.js';
import { eightWeeks } from './bridging.fixtures.js';
import { recalculateRecharge } from './calculate/calculate.decision.js';
import { creditRecharge } from './credit/credit.decision.js';
import { issueRecharge } from './issue/issue.decision.js';
import { payRecharge } from './pay/pay.decision.js';
import { queryLine } from './query-line/query-line.decision.js';
import type { FactsBehind } from './duties/facts-behind.js';
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
  facts,
  issued,
  issueTerms,
  nhsFinance,
  paid,
  preparer,
  queried,
  withdrawn,
} from './recharge.fixtures.js';
import { recharge, type Recharge } from './recharge.js';
import { bridgingRecharge } from './rules/bridging-recharge.js';
import { nextSteps, RECHARGE_STATUSES, statusOf, type RechargeStatus, type RechargeStep } from './stages.js';
import { withdrawRecharge } from './withdraw/withdraw.decision.js';

const today = plainDate('2024-07-25');
const inTwo = [calculatedInTwo, approved, issued];

const histories: Record<RechargeStatus, readonly RechargeEvent[]> = {
  draft: [calculated],
  approved: [calculated, approved],
  'approval-lapsed': [calculated, approved],
  issued: inTwo,
  queried: [...inTwo, queried(1)],
  'part-accepted': [...inTwo, accepted(1), queried(2)],
  accepted: [...inTwo, accepted(1), accepted(2)],
  paid: [...inTwo, accepted(1), accepted(2), paid(594_000)],
  credited: [...inTwo, credited],
  withdrawn: [calculated, withdrawn],
};

const shorter = bridgingRecharge({ ...eightWeeks, lastDayCovered: plainDate('2024-05-28') });
/** One more fact behind the sum than the approval rests on, by which the lines stay as they are. */
const oneMore = { ofCase: { ...facts.ofCase, count: facts.ofCase.count + 1 } };

const stepsOn = (factsNow: FactsBehind): Record<RechargeStep, Decision<Recharge, RechargeEvent>> => ({
  recalculate: recalculateRecharge({ ...calculateTerms, bridging: shorter }),
  approve: approveRecharge({ ...approveTerms, facts: factsNow }),
  issue: issueRecharge({ ...issueTerms, facts: factsNow }),
  'query-line': queryLine({ line: 2, reasonCode: 'arithmetic', queriedOn: today, acting: nhsFinance }),
  'accept-line': acceptLine({ line: 2, acceptedOn: today, acting: nhsFinance }),
  pay: payRecharge({
    paymentReference: 'BACS-2',
    paidOn: today,
    amountPence: pence(100),
    today,
    acting: nhsFinance,
  }),
  credit: creditRecharge({ ...creditTerms, reasonCode: 'issued-in-error' }),
  withdraw: withdrawRecharge({ reasonCode: 'settled-otherwise', withdrawnOn: today, acting: preparer }),
});

const stateAt = (status: RechargeStatus) => fold(recharge, recordedHistory(histories[status]));

function isPossible(status: RechargeStatus, step: RechargeStep): boolean {
  try {
    const steps = stepsOn(status === 'approval-lapsed' ? oneMore : facts);
    return steps[step](stateAt(status)).length > 0;
  } catch {
    return false;
  }
}

describe('the status of a recharge', () => {
  it.each(RECHARGE_STATUSES)('%s follows from what happened', (status) => {
    const state = stateAt(status);
    const isLapsed = status === 'approval-lapsed';
    expect(state.stage === 'none' ? 'none' : statusOf(state, isLapsed)).toBe(status);
  });

  it('is part accepted while the other lines have no answer, too', () => {
    const state = fold(recharge, recordedHistory([...inTwo, accepted(1)]));
    expect(state.stage !== 'none' && statusOf(state)).toBe('part-accepted');
  });
});

describe('what may happen next', () => {
  const pairs = RECHARGE_STATUSES.flatMap((status) =>
    (Object.keys(stepsOn(facts)) as RechargeStep[]).map((step) => [status, step] as const),
  );
  it.each(pairs)('while %s the decision to %s agrees with the table', (status, step) => {
    const inTable = nextSteps[status].some((each) => each === step);
    expect(isPossible(status, step)).toBe(inTable);
  });
});
