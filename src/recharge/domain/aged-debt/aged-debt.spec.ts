import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pence, sumPence, ZERO_PENCE } from '../../../kernel/pence.js';
import { addDays, plainDate } from '../../../kernel/plain-date.js';
import { AGED_DEBT, agedDebtOf, type OwedDocument } from './aged-debt.js';

const issuedOn = plainDate('2024-07-08');
const line = (amount: number, answer: 'open' | 'queried' | 'accepted' = 'open', reason = 'arithmetic') => ({
  amountPence: pence(amount),
  answer,
  queryReason: answer === 'queried' ? reason : null,
});
const document = (lines: OwedDocument['lines'], paid = 0): OwedDocument => ({
  since: issuedOn,
  stands: true,
  paidPence: pence(paid),
  outstandingPence: pence(lines.reduce((sum, { amountPence }) => sum + amountPence, 0) - paid),
  lines,
});

describe('Aged debt', () => {
  it.each([
    [0, 'upTo30Pence'],
    [30, 'upTo30Pence'],
    [31, 'upTo60Pence'],
    [60, 'upTo60Pence'],
    [61, 'upTo90Pence'],
    [90, 'upTo90Pence'],
    [91, 'over90Pence'],
  ] as const)('is %i days after the date of the document in %s', (days, bucket) => {
    const debt = agedDebtOf([document([line(500)])], addDays(issuedOn, days));
    const none = { upTo30Pence: 0, upTo60Pence: 0, upTo90Pence: 0, over90Pence: 0 };
    expect(debt).toMatchObject({ totalPence: 500, ...none, [bucket]: 500 });
  });

  it('tells why: no answer yet, queried by reason, accepted and unpaid', () => {
    const lines = [
      line(100),
      line(200, 'queried'),
      line(50, 'queried', 'rate-not-evidenced'),
      line(1_000, 'accepted'),
    ];
    const { reasons, totalPence } = agedDebtOf([document(lines, 400), document([line(7)])], issuedOn);
    expect(totalPence).toBe(957);
    expect(
      reasons.map(({ reason, queryReason, documents, totalPence: sum }) => [
        reason,
        queryReason,
        documents,
        sum,
      ]),
    ).toEqual([
      ['not-yet-accepted', undefined, 2, 107],
      ['queried', 'arithmetic', 1, 200],
      ['queried', 'rate-not-evidenced', 1, 50],
      ['accepted', undefined, 1, 600],
    ]);
  });

  it('counts below zero what is to be given back after a credit', () => {
    const credited = {
      ...document([line(900, 'accepted')], 900),
      stands: false,
      outstandingPence: pence(-900),
    };
    expect(agedDebtOf([credited], issuedOn).reasons).toMatchObject([
      { reason: 'to-be-returned', documents: 1, totalPence: -900 },
    ]);
  });

  it('leaves out what is paid, and says by which rule it was drawn up', () => {
    const debt = agedDebtOf([document([line(900, 'accepted'), line(5)], 900)], issuedOn);
    expect(debt.reasons).toMatchObject([{ reason: 'not-yet-accepted', totalPence: 5 }]);
    expect(debt.basis).toEqual({
      rule: AGED_DEBT.code,
      version: 1,
      title: AGED_DEBT.title,
      source: AGED_DEBT.source,
      certainty: 'product-decision',
      inputs: {
        asAt: issuedOn,
        documents: 1,
        totalPence: 5,
        upTo30Pence: 5,
        upTo60Pence: 0,
        upTo90Pence: 0,
        over90Pence: 0,
      },
      from: [],
    });
  });

  it('adds up whatever is owed: the reasons, the ages and the documents give one total', () => {
    const lines = fc.array(
      fc
        .tuple(fc.integer({ min: -500_000, max: 500_000 }), fc.constantFrom('open', 'queried', 'accepted'))
        .map(([amount, answer]) => line(amount, answer)),
      { maxLength: 6 },
    );
    const documents = fc.array(
      fc
        .tuple(lines, fc.integer({ min: 0, max: 400_000 }), fc.integer({ min: 0, max: 200 }))
        .map(([all, paid, age]) => ({ ...document(all, paid), since: addDays(issuedOn, -age) })),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(documents, (all) => {
        const { reasons, totalPence, upTo30Pence, upTo60Pence, upTo90Pence, over90Pence } = agedDebtOf(
          all,
          issuedOn,
        );
        expect(sumPence(all.map(({ outstandingPence }) => outstandingPence))).toBe(totalPence);
        expect(sumPence(reasons.map((each) => each.totalPence))).toBe(totalPence);
        expect(sumPence([upTo30Pence, upTo60Pence, upTo90Pence, over90Pence])).toBe(totalPence);
      }),
    );
  });

  it('is nothing where nothing is owed', () => {
    expect(agedDebtOf([], issuedOn)).toMatchObject({ totalPence: ZERO_PENCE, reasons: [] });
  });
});
