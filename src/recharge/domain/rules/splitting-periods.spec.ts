import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Fraction } from '../../../kernel/fraction.js';
import { pence, sumPence, type Pence } from '../../../kernel/pence.js';
import { daysIn, period, type Period } from '../../../kernel/period.js';
import { addDays, plainDate } from '../../../kernel/plain-date.js';
import { eightWeeks } from '../bridging.fixtures.js';
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
  it('changes no day’s payer, and the total by no more than the penny that each added line is rounded by', () => {
    fc.assert(
      fc.property(facts, fc.integer({ min: 1, max: DAYS - 1 }), (cost, offset) => {
        const cut = addDays(FIRST, offset);
        const inOne = chargeLines(whole, cost, []);
        const inTwo = [period(FIRST, cut), period(cut, whole.until)].flatMap((part) =>
          chargeLines(part, cost, []),
        );
        expect(terms(inTwo)).toEqual(terms(inOne));
        const added = inTwo.length - inOne.length;
        expect(added === 0 || added === 1).toBe(true);
        expect(Math.abs(total(inTwo) - total(inOne))).toBeLessThanOrEqual(added);
      }),
    );
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

/** The bridged part of the week by the share in force, a seventh for each day, without any rounding. */
function exactly(line: ChargeLine, { jointPackages = [] }: CostFacts): Fraction {
  const inForce = jointPackages.filter(({ from }) => from <= line.from).at(-1);
  return partsOfWeek(line.weeklyGrossPence, inForce).bridged.times(line.days).dividedBy(7);
}
