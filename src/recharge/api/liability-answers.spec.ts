import { describe, expect, it } from '@jest/globals';
import { eightWeeks } from '../domain/bridging.fixtures.js';
import { bridgingRecharge } from '../domain/rules/bridging-recharge.js';
import { pence } from '../../kernel/pence.js';
import { plainDate } from '../../kernel/plain-date.js';
import type { BridgingRechargeWithLines } from '../projections/bridging-recharge/bridging-recharge.query.js';
import { liabilitiesAnswer } from './liability-answers.js';

/** The plain eight weeks of May and June 2024 as the read model keeps them. */
function stored(limitationYears?: number): BridgingRechargeWithLines {
  const figure = bridgingRecharge({ ...eightWeeks, ...(limitationYears && { limitationYears }) });
  if (figure.status === 'pending') throw new Error('The recharge is pending');
  const [line] = figure.value.lines;
  if (line === undefined) throw new Error('There is no line');
  return {
    head: {
      ...{ caseRef: 'TC-0000000001', subject: 'TC-0000000001', status: 'known', missing: [] },
      ...{ creditor: 'E10000015', debtor: 'QM7', grossBasis: 'evidenced', warnings: [], revision: 1 },
      ...{ fromDay: line.from, untilDay: line.until, basis: figure.basis, refundBasis: figure.basis },
      ...{ totalPence: figure.value.totalPence, refundToPersonPence: pence(0) },
      ...{ contributionCancelledPence: pence(0), held: null, parked: null, reclaim: null },
      ...{ oneOffs: [], credit: null, transferBack: null, leaveHeldBack: null },
    },
    lines: [
      {
        ...line,
        ...{ caseRef: 'TC-0000000001', subject: 'TC-0000000001', number: 1, joint: null, suspension: null },
        fromDay: line.from,
        untilDay: line.until,
        evidence: line.evidence.references,
        daysWithoutPayment: [],
        claimBefore: line.evidence.claimBefore ?? null,
      },
    ],
  };
}

describe('a claim that is late (odd input 46: older than six years)', () => {
  const codes = (today: string, years?: number) =>
    liabilitiesAnswer(stored(years), plainDate(today)).warnings.map(({ code, from }) => [code, from]);

  it('is warned of from six years after the oldest payment, and stays in the total', () => {
    expect(codes('2030-04-30')).toEqual([]);
    expect(codes('2030-05-01')).toEqual([['claim-out-of-time', '2024-05-01']]);
    expect(liabilitiesAnswer(stored(), plainDate('2031-01-01')).total).toMatchObject({
      status: 'known',
      value: { amount: '5940.00' },
    });
  });

  it('is warned of by the years that the agreement names', () => {
    expect(codes('2027-05-01', 3)).toHaveLength(1);
    expect(codes('2027-04-30', 3)).toEqual([]);
  });
});
