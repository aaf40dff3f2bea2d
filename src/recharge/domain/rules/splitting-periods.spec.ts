import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Fraction } from '../../../kernel/fraction.js';
import { pence, penceFromPounds, sumPence, type Pence } from '../../../kernel/pence.js';
import { cutAt, daysIn, period, type Period } from '../../../kernel/period.js';
import { addDays, plainDate, type PlainDate } from '../../../kernel/plain-date.js';
import { eightWeeks } from '../bridging.fixtures.js';
import { refundOf } from './bridging-recharge.js';
import { chargeLines, type ChargeLine, type CostFacts } from './charge-lines.js';
import { partsOfWeek } from './joint-package.js';

// Where a period is divided is a matter of paperwork. It may move the penny that a line is rounded by, and nothing else.

const FIRST = plainDate('2024-05-01');
const DAYS = 90;
const day = fc.integer({ min: 0, max: DAYS - 1 }).map((offset) => addDays(FIRST, offset));
const weeklySum = fc.integer({ min: 0, max: 120_000 }).map((amount) => pence(amount));
const rates = fc
  .uniqueArray(fc.record({ from: day, weeklyPence: weeklySum }), {
    maxLength: 3,
    selector: ({ from }) => from,
  })
  .map((list) => [{ from: FIRST, weeklyPence: pence(68_327) }, ...inOrder(list)]);
const share = fc.integer({ min: 0, max: 35 }).map((part) => `${part}/70`);
const packages = fc
  .uniqueArray(
    fc.record({
      from: day,
      parts: fc.tuple(share, share).map(([own, nhs]) => [
        { part: 'council-own' as const, share: own },
        { part: 'nhs-own' as const, share: nhs },
      ]),
      remainder: fc.constant('bridged' as const),
    }),
    { maxLength: 2, selector: ({ from }) => from },
  )
  .map(inOrder);
const suspensions = fc.option(
  fc.record({ from: day, length: fc.integer({ min: 1, max: 30 }), weeklyPence: weeklySum }),
  { nil: undefined },
);
const facts = fc
  .record({ rates, packages, suspensions, bodyChange: day, grossBasis: fc.constantFrom('full', 'net') })
  .map(
    ({
      rates: awardRates,
      packages: jointPackages,
      suspensions: found,
      bodyChange,
      grossBasis,
    }): CostFacts => ({
      ...eightWeeks,
      awardRates,
      jointPackages,
      suspensions:
        found === undefined
          ? []
          : [
              {
                from: found.from,
                until: addDays(found.from, found.length),
                reason: 'hospital',
                paid: 'reduced',
                weeklyPence: found.weeklyPence,
              },
            ],
      liableBodies: [
        { from: FIRST, body: 'QM7' },
        { from: bodyChange, body: 'QNC' },
      ],
      grossBasis,
    }),
  );

/** What the person was assessed to pay, and paid or was paid back, for whatever days that was recorded. */
const contributed = fc.record({
  contributions: fc
    .uniqueArray(fc.record({ from: day, weeklyPence: weeklySum }), {
      maxLength: 3,
      selector: ({ from }) => from,
    })
    .map(inOrder),
  contributionReceipts: fc.array(
    fc
      .record({
        start: fc.integer({ min: -30, max: DAYS + 10 }),
        length: fc.integer({ min: 1, max: 60 }),
        amount: fc.integer({ min: -100_000, max: 800_000 }),
      })
      .map(({ start, length, amount }) => {
        const from = addDays(FIRST, start);
        return {
          reference: `CR-${start}`,
          ...period(from, addDays(from, length)),
          amountPence: pence(amount),
        };
      }),
    { maxLength: 5 },
  ),
});

function inOrder<Fact extends { readonly from: string }>(list: readonly Fact[]): Fact[] {
  return [...list].sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** Who is liable for each day, at what rate and by which shares. */
function terms(lines: readonly ChargeLine[]): string[] {
  return lines.flatMap((line) =>
    Array.from({ length: line.days }, (_, offset) =>
      [
        addDays(line.from, offset),
        line.liableBody,
        line.weeklyGrossPence,
        line.joint?.bridgedWeekly,
        line.suspension?.reason,
      ].join(' '),
    ),
  );
}

const total = (lines: readonly ChargeLine[]): Pence => sumPence(lines.map(({ amountPence }) => amountPence));
const whole = period(FIRST, addDays(FIRST, DAYS));

describe('splitting a period anywhere', () => {
  it('changes no day’s payer, and the total by at most half the cuts of each line, rounded up', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: DAYS - 1 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(facts, cuts, (cost, offsets) => {
        const days = offsets.map((offset) => addDays(FIRST, offset));
        const inOne = chargeLines(whole, cost, []);
        const inMany = cutAt(whole, days).flatMap((part) => chargeLines(part, cost, []));
        expect(terms(inMany)).toEqual(terms(inOne));
        const cutsOf = ({ from, until }: Period) => days.filter((cut) => from < cut && cut < until).length;
        const added = inOne.map(cutsOf).reduce((sum, each) => sum + each, 0);
        expect(inMany).toHaveLength(inOne.length + added);
        const bound = inOne.map((line) => mostMovedBy(cutsOf(line))).reduce((sum, each) => sum + each, 0);
        expect(Math.abs(total(inMany) - total(inOne))).toBeLessThanOrEqual(bound);
      }),
    );
  });

  it('moves what is charged, refunded and cancelled by no more, whatever the person paid and for whichever days', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: DAYS - 1 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(facts, contributed, cuts, (terms, contributions, offsets) => {
        const cost: CostFacts = { ...terms, ...contributions, grossBasis: 'evidenced' };
        const days = offsets.map((offset) => addDays(FIRST, offset));
        const inOne = chargeLines(whole, cost, []);
        const inMany = chargeLines(whole, namedAnew(cost, days), []);
        const cutsOf = ({ from, until }: Period) => days.filter((cut) => from < cut && cut < until).length;
        const added = inOne.map(cutsOf).reduce((sum, each) => sum + each, 0);
        expect(inMany).toHaveLength(inOne.length + added);
        // Each line rounds its gross and its net sum, and under a joint package what is for the council's own part.
        const bound = inOne.map((line) => mostMovedBy(cutsOf(line))).reduce((sum, each) => sum + each, 0);
        const isJoint = inOne.some(({ joint }) => joint !== undefined);
        const [charged, refunded, cancelled] = isJoint ? [3, 3, 3] : [1, 0, 2];
        const [before, after] = [inOne, inMany].map(sumsOf);
        expect(apart(before?.charged, after?.charged)).toBeLessThanOrEqual(charged * bound);
        expect(apart(before?.refunded, after?.refunded)).toBeLessThanOrEqual(refunded * bound);
        expect(apart(before?.cancelled, after?.cancelled)).toBeLessThanOrEqual(cancelled * bound);
      }),
      { numRuns: 300 },
    );
  });

  it('claims what is refunded, and no more, unless more was paid than all that was assessed', () => {
    fc.assert(
      fc.property(facts, contributed, (terms, contributions) => {
        const lines = chargeLines(whole, { ...terms, ...contributions, grossBasis: 'evidenced' }, []);
        const netPence = sumPence(lines.map((line) => line.netPence));
        const assessed = sumPence(lines.map((line) => line.contributionPence));
        const refunded = sumPence(lines.map((line) => line.contributionReceivedPence));
        expect(total(lines) - netPence).toBe(Math.max(0, Math.min(refunded, assessed)));
      }),
    );
  });

  it.each([
    ['a penny more', '742.51', 4, [2], 42_429, 42_430],
    ['a penny less', '742.54', 4, [2], 42_431, 42_430],
    ['as far as two cuts can', '742.51', 6, [2, 4], 63_644, 63_645],
  ])('moves it by a whole penny where the sevenths fall so: %s', (_, weekly, length, cuts, one, many) => {
    const awardRates = [{ from: FIRST, weeklyPence: penceFromPounds(weekly) }];
    expect(totalsOf({ ...eightWeeks, awardRates }, length, cuts)).toEqual([one, many]);
  });

  it('moves it by two pence with three cuts of one line, which is the most that they can', () => {
    const half = { from: FIRST, parts: [{ part: 'council-own' as const, share: '1/2' }] };
    const cost: CostFacts = {
      ...eightWeeks,
      awardRates: [{ from: FIRST, weeklyPence: pence(7) }],
      jointPackages: [{ ...half, remainder: 'bridged' }],
    };
    expect(totalsOf(cost, 28, [7, 14, 21])).toEqual([14, 16]);
    expect([1, 2, 3, 4, 5].map(mostMovedBy)).toEqual([1, 1, 2, 2, 3]);
  });

  it('leaves each line within half a penny of its exact sum, so that the total is exact to less than a penny a line', () => {
    fc.assert(
      fc.property(facts, (cost) => {
        for (const line of chargeLines(whole, { ...cost, grossBasis: 'full' }, [])) {
          const difference = Fraction.of(line.amountPence).minus(exactly(line, cost));
          const magnitude = difference.isNegative ? difference.negated() : difference;
          expect(magnitude.compare(Fraction.of(1, 2))).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  it('covers every day of the period once and in order', () => {
    fc.assert(
      fc.property(facts, (cost) => {
        const lines = chargeLines(whole, cost, []);
        const edges = lines.map((line): Period => line);
        expect(edges[0]?.from).toBe(whole.from);
        expect(edges.at(-1)?.until).toBe(whole.until);
        edges.slice(1).forEach((line, index) => expect(line.from).toBe(edges[index]?.until));
        expect(edges.reduce((sum, line) => sum + daysIn(line), 0)).toBe(DAYS);
      }),
    );
  });
});

/** The same cost, with another name for who owes from each of the days on. */
function namedAnew(cost: CostFacts, days: readonly PlainDate[]): CostFacts {
  const starts = [...new Set([...days, ...cost.liableBodies.map(({ from }) => from)])].sort();
  const liableBodies = starts.map((from) => ({
    ...cost.liableBodies.findLast((each) => each.from <= from),
    from,
    debtor: `owes from ${from}`,
  }));
  return { ...cost, liableBodies };
}

function sumsOf(lines: readonly ChargeLine[]) {
  const { refundToPersonPence, contributionCancelledPence } = refundOf(lines);
  return { charged: total(lines), refunded: refundToPersonPence, cancelled: contributionCancelledPence };
}

function apart(left: number | undefined, right: number | undefined): number {
  return Math.abs((left ?? NaN) - (right ?? NaN));
}

/** The most whole pence by which so many cuts of one line move its total. */
function mostMovedBy(cuts: number): number {
  return Math.floor((cuts + 1) / 2);
}

/** The first days in one line, and cut. */
function totalsOf(cost: CostFacts, length: number, cuts: readonly number[]): readonly Pence[] {
  const days = period(FIRST, addDays(FIRST, length));
  const parts = cutAt(
    days,
    cuts.map((offset) => addDays(FIRST, offset)),
  );
  return [[days], parts].map((each) => total(each.flatMap((part) => chargeLines(part, cost, []))));
}

/** The bridged part of the week by the share in force, a seventh for each day, without any rounding. */
function exactly(line: ChargeLine, { jointPackages = [] }: CostFacts): Fraction {
  const inForce = jointPackages.filter(({ from }) => from <= line.from).at(-1);
  return partsOfWeek(line.weeklyGrossPence, inForce).bridged.times(line.days).dividedBy(7);
}
