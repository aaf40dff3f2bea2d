import type { Answer } from '../../kernel/figure.js';
import type { NamedFact, NamedFigure, NamedMoney } from '../../kernel/named-figure.js';
import { subtractPence, sumPence, type Pence } from '../../kernel/pence.js';

interface Compared {
  readonly figure: string;
  readonly about?: string;
  /** Whether status or value differ. The explanation alone, which names the agreement, does not count. */
  readonly differs: boolean;
}

/** One sum of money of a case worked out in two ways; one that only the other way has is absent. */
export interface ComparedMoney extends Compared {
  readonly unit: 'pence';
  readonly asBound?: Answer<Pence>;
  readonly simulated?: Answer<Pence>;
  /** Simulated less bound; absent unless both are known. */
  readonly differencePence?: Pence;
}

/** One figure that is no money, in both ways. */
export interface ComparedFact extends Compared {
  readonly unit: NamedFact['unit'];
  readonly asBound?: Answer<string>;
  readonly simulated?: Answer<string>;
}

export type ComparedFigure = ComparedMoney | ComparedFact;

/** Lays the figures of a case side by side, those as bound first, in their order. */
export function comparedFigures(
  asBound: readonly NamedFigure[],
  simulated: readonly NamedFigure[],
): readonly ComparedFigure[] {
  const bound = new Map(asBound.map((each) => [keyOf(each), each]));
  const other = new Map(simulated.map((each) => [keyOf(each), each]));
  return [...new Set([...bound.keys(), ...other.keys()])].map((key) =>
    compared(bound.get(key), other.get(key)),
  );
}

function keyOf({ figure, about = '' }: NamedFigure): string {
  return `${figure} ${about}`;
}

function compared(bound: NamedFigure | undefined, simulated: NamedFigure | undefined): ComparedFigure {
  const { figure, about } = (bound ?? simulated)!;
  const differs = bound === undefined || simulated === undefined || !sameAnswer(bound, simulated);
  const named = { figure, ...(about !== undefined && { about }), differs };
  const [before, after] = [moneyOf(bound), moneyOf(simulated)];
  if (before !== undefined || after !== undefined) {
    const difference = differenceOf(before, after);
    return {
      ...named,
      unit: 'pence',
      ...inBoth(before, after),
      ...(difference !== undefined && { differencePence: difference }),
    };
  }
  const [left, right] = [factOf(bound), factOf(simulated)];
  return { ...named, unit: (left ?? right)!.unit, ...inBoth(left, right) };
}

function inBoth<Value>(
  bound: { readonly answer: Answer<Value> } | undefined,
  simulated: { readonly answer: Answer<Value> } | undefined,
): { readonly asBound?: Answer<Value>; readonly simulated?: Answer<Value> } {
  return { ...(bound && { asBound: bound.answer }), ...(simulated && { simulated: simulated.answer }) };
}

function moneyOf(figure: NamedFigure | undefined): NamedMoney | undefined {
  return figure?.unit === 'pence' ? figure : undefined;
}

function factOf(figure: NamedFigure | undefined): NamedFact | undefined {
  return figure?.unit === 'pence' ? undefined : figure;
}

function sameAnswer({ answer: left }: NamedFigure, { answer: right }: NamedFigure): boolean {
  return JSON.stringify(saidOf(left)) === JSON.stringify(saidOf(right));
}

/** What an answer says, without how it was worked out. */
function saidOf(answer: Answer<string | number>): unknown {
  switch (answer.status) {
    case 'known':
      return answer.value;
    case 'pending':
      return answer.missing;
    case 'refer':
      return [answer.referrals, answer.candidates.map(({ reading, value }) => [reading, value])];
  }
}

function differenceOf(before: NamedMoney | undefined, after: NamedMoney | undefined): Pence | undefined {
  return before?.answer.status === 'known' && after?.answer.status === 'known'
    ? subtractPence(after.answer.value, before.answer.value)
    : undefined;
}

/** What the figures of one name come to over several cases. */
export interface ComparedTotal {
  readonly figure: string;
  /** Over the figures that both ways know. */
  readonly asBoundPence: Pence;
  readonly simulatedPence: Pence;
  readonly differencePence: Pence;
  /** Figures that are in no total, because one way does not know them or does not have them. */
  readonly leftOut: number;
}

/** The sums of the figures of money by name, over all cases. */
export function comparedTotals(figures: readonly ComparedFigure[]): readonly ComparedTotal[] {
  const money = figures.filter((each) => each.unit === 'pence');
  const names = new Set(money.map(({ figure }) => figure));
  return [...names].map((name) =>
    totalOf(
      name,
      money.filter(({ figure }) => figure === name),
    ),
  );
}

function totalOf(figure: string, all: readonly ComparedMoney[]): ComparedTotal {
  const both = all.flatMap(({ asBound, simulated }) =>
    asBound?.status === 'known' && simulated?.status === 'known'
      ? [{ before: asBound.value, after: simulated.value }]
      : [],
  );
  const asBoundPence = sumPence(both.map(({ before }) => before));
  const simulatedPence = sumPence(both.map(({ after }) => after));
  return {
    figure,
    asBoundPence,
    simulatedPence,
    differencePence: subtractPence(simulatedPence, asBoundPence),
    leftOut: all.length - both.length,
  };
}
