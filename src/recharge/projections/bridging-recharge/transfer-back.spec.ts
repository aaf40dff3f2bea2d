import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type alertRaised,
  awardRateSet,
  chcDeclined,
  councilBudgetSet,
  councilCoverStarted,
  eligibilityLost,
  HISTORY_TO,
  jointPackageSet,
  paymentMade,
  phbRateSet,
} from '../../../../test/support/example-transfer-case.js';
import { recordedHistory } from '../../../../test/support/recorded.js';
import { DEFAULT_OPTIONS, organisationDirectory } from '../../../agreement/index.js';
import { pence, sumPence } from '../../../kernel/pence.js';
import { addDays, plainDate } from '../../../kernel/plain-date.js';
import { endOfLiability, foldTransferCase, type TransferCaseEvent } from '../../../transfer-case/index.js';
import { transferBackFactsOf } from '../../domain/case-facts.js';
import { owedTo, transferBack } from '../../domain/rules/transfer-back.js';

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

  const joint = (from: string, nhsShare = '0.6'): TransferCaseEvent => ({
    ...jointPackageSet,
    occurredOn: plainDate(from),
    data: { from: plainDate(from), parts: [{ part: 'nhs-own', share: nhsShare }], remainder: 'council-own' },
  });

  it('is the council’s share of the day where both bodies go on funding it: 28 days of £840 × 40%', () => {
    const figures = back([...onTheWay, joint('2025-03-03'), councilBudgetSet, councilCoverStarted]);
    expect(figures).toMatchObject([
      {
        charge: {
          value: {
            totalPence: 134_400,
            lines: [{ joint: { wholePence: 336_000, councilOwnPence: 0, nhsOwnPence: 201_600 } }],
          },
        },
      },
    ]);
    const [line] = figures?.[0]?.charge.status === 'known' ? figures[0].charge.value.lines : [];
    expect(line?.basis.from.map(({ rule }) => rule)).toEqual(['TRANSFER-BACK', 'TRANSFER-BACK-JOINT']);
  });

  it('is cut where the shares change: a week at the whole rate, three at 40%', () => {
    const figures = back([...onTheWay, joint('2025-03-10'), councilBudgetSet, councilCoverStarted]);
    expect(figures).toMatchObject([{ charge: { value: { totalPence: 84_000 + 100_800 } } }]);
  });

  it('does not guess whether the NHS body’s part of a package from before goes on', () => {
    const before = [...onTheWay, joint('2024-06-03'), councilBudgetSet, councilCoverStarted];
    expect(back(before)).toMatchObject([
      { charge: { status: 'pending', missing: [{ fact: 'joint-package' }] } },
    ]);
    expect(back([...before, joint('2025-03-03', '0.5')])).toMatchObject([
      { charge: { value: { totalPence: 168_000 } } },
    ]);
  });

  it('waits where a history holds two budgets from one day (odd input 11)', () => {
    const other = { ...councilBudgetSet, data: { ...councilBudgetSet.data, weeklyPence: pence(91_000) } };
    expect(back([...onTheWay, councilBudgetSet, other, councilCoverStarted])).toMatchObject([
      {
        charge: {
          missing: [
            {
              fact: 'council-budget',
              reason: expect.stringMatching(
                /^The council's budget from 3 March 2025 is recorded as £840.00 and £910.00/,
              ),
            },
          ],
        },
      },
    ]);
  });

  it('rests on the payments of the NHS body, or of the one that took over from it', () => {
    const paidBy = (payer: string): TransferCaseEvent => ({
      ...paymentMade,
      data: {
        ...paymentMade.data,
        ...{ paymentReference: 'PHB-9', payer, paidOn: plainDate('2025-03-03') },
        ...{ from: plainDate('2025-03-03'), until: plainDate('2025-03-31') },
      },
    });
    const evidence = (payer: string, nhsBody: string) => {
      const [alerted, ...others] = HISTORY_TO['back-with-council'] as [typeof alertRaised];
      const history = [{ ...alerted, data: { ...alerted.data, nhsBody } }, ...others, paidBy(payer)];
      const charge = back(history)?.[0]?.charge;
      return charge?.status === 'known' ? charge.value.lines[0]?.evidence.references : [];
    };
    expect(evidence('QM7', 'QM7')).toEqual(['PHB-9']);
    expect(evidence('QM7', '06N')).toEqual(['PHB-9']);
    expect(evidence('E10000015', 'QM7')).toEqual([]);
  });

  it('is one figure for a body that paid before and after another did', () => {
    const moved = (on: string, nhsBody: string): TransferCaseEvent => {
      const from = plainDate(on);
      const data = { from, nhsBody, reason: 'gp-registration' as const, documentReference: `GP-${on}` };
      return { type: 'transfer-case.area-changed', occurredOn: from, data };
    };
    const away = [moved('2025-03-10', 'QNC'), moved('2025-03-17', 'QM7')];
    const owed = back([...onTheWay, ...away, councilBudgetSet, councilCoverStarted]) ?? [];
    const to = (body: string) => owedTo(owed, body, plainDate('2025-04-01'));
    expect(owed.map(({ creditor }) => creditor)).toEqual(['QM7', 'QNC', 'QM7']);
    expect(to('QM7')).toMatchObject({
      value: { days: { from: '2025-03-03', until: '2025-03-31' }, totalPence: 252_000 },
      basis: { rule: 'RECHARGE-TOTAL', inputs: { lines: 2 } },
    });
    expect(to('QNC')).toMatchObject({ value: { totalPence: 84_000 } });
    expect(to('QHM')).toMatchObject({ value: { lines: [], totalPence: 0 } });
    const waiting = back([...onTheWay, ...away, councilBudgetSet]) ?? [];
    expect(owedTo(waiting, 'QM7', plainDate('2025-04-01'))).toMatchObject({ status: 'pending' });
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
