import { describe, expect, it } from '@jest/globals';
import { awardRateSet, HISTORY_TO } from '../../../../test/support/example-transfer-case.js';
import { recordedHistory } from '../../../../test/support/recorded.js';
import { organisationDirectory } from '../../../agreement/index.js';
import { addDays, plainDate } from '../../../kernel/plain-date.js';
import { foldTransferCase, liabilityOf, type TransferCaseEvent } from '../../../transfer-case/index.js';
import { bridgingFactsOf } from '../case-facts.js';
import { QUERY_REASONS } from '../recharge.events.js';
import { bridgingRecharge } from './bridging-recharge.js';

const REVIEW_DUE_ON = plainDate('2024-06-07');

/** A case in bridging whose budget covers the person from a day on; nobody extended the bridging. */
function chargedUntil(coverStartsOn: string) {
  const covered: TransferCaseEvent = {
    type: 'transfer-case.phb-cover-started',
    occurredOn: plainDate(coverStartsOn),
    data: { startsOn: plainDate(coverStartsOn) },
  };
  const record = foldTransferCase(recordedHistory([...HISTORY_TO.bridging, awardRateSet, covered]));
  if (record.stage === 'none') throw new Error('There is no case');
  expect(record.bridging?.reviewDueOn).toBe(REVIEW_DUE_ON);
  const figure = bridgingRecharge(bridgingFactsOf(record, liabilityOf(record), organisationDirectory));
  if (figure.status === 'pending') throw new Error('The figure waits');
  return { until: figure.value.days.until, lastLine: figure.value.lines.at(-1) };
}

describe('bridging past its review', () => {
  it('is charged to the eve of the cover, extended or not (odd input 20)', () => {
    for (const coverStartsOn of [REVIEW_DUE_ON, addDays(REVIEW_DUE_ON, 1), '2024-09-02']) {
      const { until, lastLine } = chargedUntil(coverStartsOn);
      expect(until).toBe(coverStartsOn);
      expect(lastLine?.until).toBe(coverStartsOn);
    }
  });

  it('may be queried for want of an approval, which changes no figure by itself (odd input 20)', () => {
    expect(QUERY_REASONS).toContain('bridging-not-approved');
  });
});
