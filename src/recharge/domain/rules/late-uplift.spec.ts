import { describe, expect, it } from '@jest/globals';
import { awardRateSet, HISTORY_TO, phbCoverStarted } from '../../../../test/support/example-transfer-case.js';
import { recordedHistory } from '../../../../test/support/recorded.js';
import { organisationDirectory } from '../../../agreement/index.js';
import { pence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { foldTransferCase, liabilityOf, type TransferCaseEvent } from '../../../transfer-case/index.js';
import { bridgingFactsOf } from '../case-facts.js';
import { bridgingRecharge } from './bridging-recharge.js';

const UPLIFT_FROM = plainDate('2024-05-06');
const uplift: TransferCaseEvent = {
  ...awardRateSet,
  occurredOn: UPLIFT_FROM,
  data: { from: UPLIFT_FROM, weeklyGrossPence: pence(53_000) },
};

function linesOf(...events: readonly TransferCaseEvent[]) {
  const record = foldTransferCase(recordedHistory([...HISTORY_TO.bridging, awardRateSet, ...events]));
  if (record.stage === 'none') throw new Error('There is no case');
  const figure = bridgingRecharge(bridgingFactsOf(record, liabilityOf(record), organisationDirectory));
  if (figure.status === 'pending') throw new Error('The figure waits');
  return figure.value.lines.map(({ from, until, weeklyGrossPence }) => ({ from, until, weeklyGrossPence }));
}

describe('an uplift that is entered late', () => {
  it('counts from the day of its effect and adds a line there, whenever it was entered (odd input 15)', () => {
    const expected = [
      { from: '2024-04-10', until: UPLIFT_FROM, weeklyGrossPence: 51_219 },
      { from: UPLIFT_FROM, until: '2024-06-03', weeklyGrossPence: 53_000 },
    ];
    expect(linesOf(phbCoverStarted, uplift)).toEqual(expected);
    expect(linesOf(uplift, phbCoverStarted)).toEqual(expected);
    expect(linesOf(phbCoverStarted)).toEqual([
      { from: '2024-04-10', until: '2024-06-03', weeklyGrossPence: 51_219 },
    ]);
  });
});
