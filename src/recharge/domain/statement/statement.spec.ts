import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { recordedHistory } from '../../../../test/support/recorded.js';
import { fold } from '../../../kernel/aggregate.js';
import { pence, sumPence, subtractPence, ZERO_PENCE } from '../../../kernel/pence.js';
import { periodOfDays } from '../../../kernel/period.js';
import { addDays, plainDate } from '../../../kernel/plain-date.js';
import { recharge, paidPence } from '../recharge.js';
import type { RechargeEvent } from '../recharge.events.js';
import {
  accepted,
  approved,
  calculated,
  calculatedInTwo,
  creditRequested,
  credited,
  issued,
  paid,
  queried,
} from '../recharge.fixtures.js';
import { documentAccount, type DocumentAccount } from './document-account.js';
import { statementOf, type StatementBalance } from './statement.js';

const day = plainDate;
const accountOf = (...events: readonly RechargeEvent[]) => documentAccount(recordedHistory(events))!;
const owedByNhs = () => 'nhs-body' as const;
const statement = (from: string, to: string, ...accounts: readonly DocumentAccount[]) =>
  statementOf(accounts, periodOfDays(day(from), day(to)), owedByNhs);
const amounts = ({ basis: _, ...balance }: StatementBalance) => balance;

describe('The account of a document', () => {
  it('begins when it is issued', () => {
    expect(documentAccount(recordedHistory<RechargeEvent>([calculated, approved]))).toBeUndefined();
  });

  it('holds the document, its payments and its credit, each on its day', () => {
    const { entries } = accountOf(calculated, approved, issued, accepted(1), paid(100_000), credited);
    expect(entries).toEqual([
      { on: '2024-07-08', kind: 'recharge', amountPence: 594_000, reference: 'INV-1001' },
      { on: '2024-07-20', kind: 'payment', amountPence: -100_000, reference: 'BACS-1' },
      { on: credited.occurredOn, kind: 'credit', amountPence: -594_000, reference: credited.data.reasonCode },
    ]);
  });

  it('stands as it is while a credit waits for a second person', () => {
    const before = [calculated, approved, issued, paid(100_000)];
    expect(accountOf(...before, creditRequested)).toEqual(accountOf(...before));
    expect(accountOf(...before, creditRequested, credited)).toEqual(accountOf(...before, credited));
  });

  it('keeps a dispute until the line is accepted, queried for another reason, or credited', () => {
    const otherReason = { ...queried(1), occurredOn: day('2024-08-01') };
    const again = { ...otherReason, data: { ...otherReason.data, reasonCode: 'arithmetic' as const } };
    const { disputes } = accountOf(
      calculatedInTwo,
      approved,
      issued,
      queried(1),
      again,
      queried(2),
      credited,
    );
    expect(disputes.map(({ line, reasonCode, settledOn }) => [line, reasonCode, settledOn])).toEqual([
      [1, 'rate-not-evidenced', '2024-08-01'],
      [1, 'arithmetic', credited.occurredOn],
      [2, 'rate-not-evidenced', credited.occurredOn],
    ]);
  });
});

describe('A statement', () => {
  const account = accountOf(calculatedInTwo, approved, issued, queried(1), accepted(2), paid(328_821));

  it('leads from the opening balance over what moved to the closing balance, and says by which rule', () => {
    const { nhsBodyOwes, councilOwes, entries } = statement('2024-07-01', '2024-07-31', account);
    expect(amounts(nhsBodyOwes)).toEqual({
      openingPence: 0,
      rechargesPence: 594_000,
      creditsPence: 0,
      paymentsPence: -328_821,
      closingPence: 265_179,
    });
    expect(nhsBodyOwes.basis).toMatchObject({
      rule: 'STATEMENT-BALANCE',
      inputs: { from: '2024-07-01', lastDay: '2024-07-31', closingPence: 265_179 },
    });
    expect(amounts(councilOwes).closingPence).toBe(0);
    expect(entries.map(({ on, kind, caseRef }) => [on, kind, caseRef])).toEqual([
      ['2024-07-08', 'recharge', 'TC-0000000001'],
      ['2024-07-20', 'payment', 'TC-0000000001'],
    ]);
    expect(amounts(statement('2024-08-01', '2024-08-31', account).nhsBodyOwes)).toMatchObject({
      openingPence: 265_179,
      closingPence: 265_179,
    });
  });

  it.each([
    ['2024-07-14', []],
    ['2024-07-15', [['upTo30Pence', 0]]],
    ['2024-08-14', [['upTo30Pence', 30]]],
    ['2024-08-15', [['upTo60Pence', 31]]],
    ['2024-09-13', [['upTo60Pence', 60]]],
    ['2024-10-13', [['upTo90Pence', 90]]],
    ['2024-10-14', [['over90Pence', 91]]],
  ] as const)('shows disputes as they stand at the end of %s, by reason and age', (to, expected) => {
    const { disputes, disputesByReason, nhsBodyOwes } = statement('2024-04-01', to, account);
    expect(disputes.map(({ ageDays }) => ageDays)).toEqual(expected.map(([, age]) => age));
    expect(disputesByReason).toEqual(
      expected.map(([bucket]) => ({
        reasonCode: 'rate-not-evidenced',
        lines: 1,
        totalPence: 265_179,
        ...{ upTo30Pence: 0, upTo60Pence: 0, upTo90Pence: 0, over90Pence: 0 },
        [bucket]: 265_179,
      })),
    );
    // A query holds nothing off the balance.
    expect(nhsBodyOwes.closingPence).toBe(
      sumPence(account.entries.filter(({ on }) => on <= to).map((each) => each.amountPence)),
    );
  });

  it('leaves out what is between others, and names what waits for a choice without counting it', () => {
    const missing = { fact: 'successor', reason: 'The body was split', suppliedBy: 'both finance teams' };
    const july = periodOfDays(day('2024-07-01'), day('2024-07-31'));
    const waits = statementOf([account], july, () => ({ missing }));
    expect(waits.netClosingPence).toBe(0);
    expect(waits.waiting).toEqual([
      { rechargeRef: 'RC-0000000001', caseRef: 'TC-0000000001', outstandingPence: 265_179, missing },
    ]);
    expect(statementOf([account], july, () => 'neither')).toMatchObject({ entries: [], waiting: [] });
  });

  it('sets both directions off, a credit note being owed by the council', () => {
    const note: RechargeEvent = {
      ...calculated,
      data: {
        ...calculated.data,
        rechargeRef: 'RC-2',
        document: 'credit-note',
        creditor: 'QM7',
        debtor: 'E10000015',
        totalPence: pence(20_000),
      },
    };
    const back = accountOf(note, approved, { ...issued, data: { ...issued.data, payableBy: 'E10000015' } });
    const july = periodOfDays(day('2024-07-01'), day('2024-07-31'));
    const both = statementOf([account, back], july, ({ debtor }) =>
      debtor === 'QM7' ? 'nhs-body' : 'council',
    );
    expect(both.councilOwes.closingPence).toBe(20_000);
    expect(both.netClosingPence).toBe(245_179);
  });
});

describe('Whatever happened', () => {
  const days = fc.integer({ min: 0, max: 900 }).map((offset) => addDays(day('2023-04-01'), offset));
  const histories = fc
    .record({
      documentDate: days,
      payments: fc.array(fc.tuple(days, fc.integer({ min: 1, max: 300_000 })), { maxLength: 4 }),
      creditedOn: fc.option(days, { nil: undefined }),
      direction: fc.constantFrom('nhs-body', 'council'),
    })
    .map(({ documentDate, payments, creditedOn, direction }) => ({
      direction,
      events: [
        calculated,
        approved,
        { ...issued, occurredOn: documentDate, data: { ...issued.data, documentDate } },
        ...payments.map(([paidOn, amount]): RechargeEvent => ({
          ...paid(amount),
          occurredOn: paidOn,
          data: { ...paid(amount).data, paidOn },
        })),
        ...(creditedOn === undefined ? [] : [{ ...credited, occurredOn: creditedOn }]),
      ] as readonly RechargeEvent[],
    }));
  const cases = fc.array(histories, { minLength: 1, maxLength: 5 }).map((all) =>
    all.map(({ events, direction }, index) => ({
      direction,
      account: { ...documentAccount(recordedHistory(events))!, rechargeRef: `RC-${index}` },
      state: fold(recharge, recordedHistory(events)),
    })),
  );
  const drawUp = (
    all: readonly { direction: 'nhs-body' | 'council'; account: DocumentAccount }[],
    from: string,
    to: string,
  ) =>
    statementOf(
      all.map(({ account }) => account),
      periodOfDays(day(from), day(to)),
      ({ rechargeRef }) => all.find(({ account }) => account.rechargeRef === rechargeRef)!.direction,
    );

  it('opening and movements make the closing balance, which opens the next period', () =>
    fc.assert(
      fc.property(cases, days, (all, cut) => {
        const first = drawUp(all, '2023-01-01', cut);
        const next = drawUp(all, addDays(cut, 1), '2027-01-01');
        for (const side of ['nhsBodyOwes', 'councilOwes'] as const) {
          for (const { openingPence, rechargesPence, creditsPence, paymentsPence, closingPence } of [
            first[side],
            next[side],
          ])
            expect(sumPence([openingPence, rechargesPence, creditsPence, paymentsPence])).toBe(closingPence);
          expect(next[side].openingPence).toBe(first[side].closingPence);
        }
        expect(next.netOpeningPence).toBe(first.netClosingPence);
      }),
    ));

  it('what is closed at last is what is outstanding on the documents', () =>
    fc.assert(
      fc.property(cases, (all) => {
        const outstanding = all.map(({ state, direction }) => {
          if (state.stage === 'none') return ZERO_PENCE;
          const owed = state.stage === 'credited' ? ZERO_PENCE : state.totalPence;
          const left = subtractPence(owed, paidPence(state));
          return direction === 'nhs-body' ? left : subtractPence(ZERO_PENCE, left);
        });
        expect(drawUp(all, '2023-01-01', '2027-01-01').netClosingPence).toBe(sumPence(outstanding));
      }),
    ));
});
