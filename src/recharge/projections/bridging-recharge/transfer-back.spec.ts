import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  awardRateSet,
  chcDeclined,
  councilBudgetSet,
  councilCoverStarted,
  eligibilityLost,
  HISTORY_TO,
  phbRateSet,
} from '../../../../test/support/example-transfer-case.js';
import { recordedHistory } from '../../../../test/support/recorded.js';
import { DEFAULT_OPTIONS, organisationDirectory } from '../../../agreement/index.js';
import { pence, sumPence } from '../../../kernel/pence.js';
import { addDays, plainDate } from '../../../kernel/plain-date.js';
import { endOfLiability, foldTransferCase, type TransferCaseEvent } from '../../../transfer-case/index.js';
import { transferBackFactsOf } from '../../domain/case-facts.js';
import { transferBack } from '../../domain/rules/transfer-back.js';

const back = (events: readonly TransferCaseEvent[], rate?: 'actual-phb-rate') => {
  const record = foldTransferCase(recordedHistory(events as never));
  if (record.stage === 'none') throw new Error('There is no case');
  const options = { ...DEFAULT_OPTIONS, ...(rate && { transferBackRate: rate }) };
  const end = endOfLiability(record, options.transferBackNoticeDays);
  const facts = transferBackFactsOf(record, organisationDirectory, options, end);
  return facts === undefined ? undefined : transferBack(facts);
};
const onTheWay = HISTORY_TO['transferring-back'];

describe('TRANSFER-BACK: what the NHS body pays after its notice', () => {
  it('is owed by the council for four weeks at its assessed budget (BR-14)', () => {
    expect(back(HISTORY_TO['back-with-council'])).toMatchObject([
      {
        creditor: 'QM7',
        debtor: 'E10000015',
        rate: 'council-assessed-budget',
        charge: {
          status: 'known',
          value: {
            days: { from: '2025-03-03', until: '2025-03-31' },
            totalPence: 336_000,
            refundToPersonPence: 0,
            lines: [{ days: 28, debtor: 'E10000015', liableBody: 'E10000015' }],
          },
          basis: {
            rule: 'RECHARGE-TOTAL',
            from: [
              {
                rule: 'BRIDGING-LINE',
                from: [
                  { rule: 'TRANSFER-BACK', from: [{ inputs: { noticeDays: 28, lastDay: '2025-03-02' } }] },
                ],
              },
            ],
          },
        },
      },
    ]);
  });

  it('is owed at what the budget really paid where the agreement says so', () => {
    const figures = back([...onTheWay, phbRateSet, councilCoverStarted], 'actual-phb-rate');
    expect(figures).toMatchObject([{ charge: { value: { totalPence: 392_000 } } }]);
  });

  it('waits for the rate of the agreement and the start of the council’s cover', () => {
    const missing = (events: readonly TransferCaseEvent[], rate?: 'actual-phb-rate') =>
      back(events, rate)?.map(({ charge }) =>
        charge.status === 'pending' ? charge.missing.map(({ fact }) => fact) : [],
      );
    expect(missing(onTheWay)).toEqual([['council-budget', 'council-cover-start']]);
    expect(missing([...onTheWay, councilBudgetSet])).toEqual([['council-cover-start']]);
    expect(missing([...onTheWay, councilBudgetSet, councilCoverStarted], 'actual-phb-rate')).toEqual([
      ['phb-rate'],
    ]);
  });

  it('is nothing while the person is eligible, where the NHS body never paid, or where cover follows at once', () => {
    expect(back(HISTORY_TO.complete)).toBeUndefined();
    expect(back([...HISTORY_TO.bridging, awardRateSet, eligibilityLost])).toBeUndefined();
    const day = plainDate('2025-03-03');
    const atOnce = { ...councilCoverStarted, occurredOn: day, data: { startsOn: day } };
    expect(back([...onTheWay, councilBudgetSet, atOnce])).toEqual([]);
  });

  it('ends with the person’s refusal or death, and each NHS body has its own days', () => {
    const declinedFrom = plainDate('2025-03-10');
    const declined = { ...chcDeclined, data: { ...chcDeclined.data, declinedFrom } };
    expect(back([...onTheWay, councilBudgetSet, declined])).toMatchObject([
      { charge: { value: { totalPence: 84_000 } } },
    ]);
    const from = plainDate('2025-03-10');
    const moved: TransferCaseEvent = {
      type: 'transfer-case.area-changed',
      occurredOn: from,
      data: { from, nhsBody: 'QNC', reason: 'gp-registration', documentReference: 'GP-1' },
    };
    expect(back([...onTheWay, moved, councilBudgetSet, councilCoverStarted])).toMatchObject([
      { creditor: 'QM7', charge: { value: { totalPence: 84_000 } } },
      { creditor: 'QNC', charge: { value: { totalPence: 252_000 } } },
    ]);
  });

  it('adds up to the same whole wherever a rate cuts it, to a penny a line', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 27 }), fc.integer({ min: 0, max: 200_000 }), (cut, weekly) => {
        const rated = (from: string) => ({
          ...councilBudgetSet,
          data: { from: plainDate(from), weeklyPence: pence(weekly) },
        });
        const total = (events: readonly TransferCaseEvent[]) =>
          sumPence(
            (back([...onTheWay, ...events, councilCoverStarted]) ?? []).map(({ charge }) =>
              charge.status === 'known' ? charge.value.totalPence : pence(-1),
            ),
          );
        const whole = total([rated('2025-03-03')]);
        const parts = total([rated('2025-03-03'), rated(addDays(plainDate('2025-03-03'), cut))]);
        expect(Math.abs(whole - parts)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 50 },
    );
  });
});
