import { describe, expect, it } from '@jest/globals';
import { basisOf, type Rule } from '../../kernel/basis.js';
import { known, pending, refer, type Answer, type MissingFact } from '../../kernel/figure.js';
import type { NamedFigure } from '../../kernel/named-figure.js';
import { pence, type Pence } from '../../kernel/pence.js';
import { comparedFigures, comparedTotals } from './compared-figures.js';

const RULE: Rule = {
  code: 'LIABILITY-R3',
  version: 1,
  title: 'Liability starts on day 29',
  source: 'National Framework, paragraph 249',
  certainty: 'sourced',
};
const asBound = basisOf(RULE, { agreement: 'AG-0000000001@1' });
const asSimulated = basisOf(RULE, { agreement: 'AG-0000000001@2' });

const rate: MissingFact = { fact: 'weekly-rate', reason: 'No rate is recorded', suppliedBy: 'the council' };
const start: MissingFact = { fact: 'liability-start', reason: 'No start', suppliedBy: 'the ICB' };

const money = (answer: Answer<Pence>, about?: string, figure = 'charge.total'): NamedFigure => ({
  figure,
  ...(about !== undefined && { about }),
  unit: 'pence',
  answer,
});
const word = (value: string, about?: string): NamedFigure => ({
  figure: 'charge.credit-method',
  ...(about !== undefined && { about }),
  unit: 'word',
  answer: known(value, asBound),
});
const cost = (value: number, basis = asBound) => known(pence(value), basis);
const referred = (value: number, reading = 'with notice') =>
  refer(
    [{ code: 'cap-changes-with-notice', reason: 'Two caps', referTo: 'an employment adviser' }],
    [{ reading, value: pence(value), basis: asBound }],
  );

describe('the figures of a case, as bound and as simulated', () => {
  it('lie side by side, with what the simulation changes of money', () => {
    expect(comparedFigures([money(cost(61_250))], [money(cost(50_000, asSimulated))])).toStrictEqual([
      {
        figure: 'charge.total',
        differs: true,
        unit: 'pence',
        asBound: cost(61_250),
        simulated: cost(50_000, asSimulated),
        differencePence: -11_250,
      },
    ]);
  });

  it('are the same where only the explanation names another agreement', () => {
    expect(comparedFigures([money(cost(61_250))], [money(cost(61_250, asSimulated))])).toMatchObject([
      { differs: false, differencePence: 0 },
    ]);
  });

  it('are matched by their name and what they are about, those as bound first, in their order', () => {
    const both = comparedFigures(
      [money(cost(1), 'EM-2'), money(cost(2), 'EM-1'), money(cost(3))],
      [money(cost(9), 'EM-3'), money(cost(2), 'EM-1'), money(cost(3))],
    );
    expect(both.map(({ about, differs }) => [about, differs])).toEqual([
      ['EM-2', true],
      ['EM-1', false],
      [undefined, false],
      ['EM-3', true],
    ]);
    expect(both[2]).not.toHaveProperty('about');
  });

  it('differ where only one way has them, and then there is no difference in pence', () => {
    expect(comparedFigures([money(cost(1))], [])).toStrictEqual([
      { figure: 'charge.total', differs: true, unit: 'pence', asBound: cost(1) },
    ]);
    expect(comparedFigures([], [money(cost(1))])).toStrictEqual([
      { figure: 'charge.total', differs: true, unit: 'pence', simulated: cost(1) },
    ]);
  });

  it.each<[string, Answer<Pence>, Answer<Pence>, boolean]>([
    ['pending for the same fact', pending(rate), pending(rate), false],
    ['pending for another fact', pending(rate), pending(start), true],
    ['pending, then known', pending(rate), cost(1), true],
    ['known, then pending', cost(1), pending(rate), true],
    ['referred with the same candidates', referred(1), referred(1), false],
    ['referred with another amount', referred(1), referred(2), true],
    ['referred with another reading', referred(1), referred(1, 'without notice'), true],
    ['referred, then known', referred(1), cost(1), true],
  ])('compare what they say: %s', (_, bound, simulated, differs) => {
    const [figure] = comparedFigures([money(bound)], [money(simulated)]);
    expect(figure).toStrictEqual({
      figure: 'charge.total',
      differs,
      unit: 'pence',
      asBound: bound,
      simulated,
    });
  });

  it('keep their unit where they are no money, and have no difference in pence', () => {
    expect(comparedFigures([word('dp-paid')], [word('actual-spend')])).toStrictEqual([
      {
        figure: 'charge.credit-method',
        differs: true,
        unit: 'word',
        asBound: known('dp-paid', asBound),
        simulated: known('actual-spend', asBound),
      },
    ]);
    expect(comparedFigures([], [word('dp-paid', 'EM-1')])).toStrictEqual([
      {
        figure: 'charge.credit-method',
        about: 'EM-1',
        differs: true,
        unit: 'word',
        simulated: known('dp-paid', asBound),
      },
    ]);
  });
});

describe('what figures of one name come to over several cases', () => {
  const totals = (...cases: readonly (readonly [NamedFigure[], NamedFigure[]])[]) =>
    comparedTotals(cases.flatMap(([bound, simulated]) => comparedFigures(bound, simulated)));

  it('is the sum of those that both ways know, with the number of those left out', () => {
    expect(
      totals(
        [[money(cost(100))], [money(cost(70))]],
        [[money(cost(50))], [money(cost(60))]],
        [[money(cost(1_000))], [money(pending(rate))]],
        [[money(pending(rate))], [money(cost(1_000))]],
        [[], [money(cost(1_000))]],
        [[money(cost(1_000))], []],
      ),
    ).toStrictEqual([
      {
        figure: 'charge.total',
        asBoundPence: 150,
        simulatedPence: 130,
        differencePence: -20,
        leftOut: 4,
      },
    ]);
  });

  it('is told for each name in the order in which they come, and for money alone', () => {
    expect(
      totals([
        [word('dp-paid'), money(cost(1), 'EM-1', 'redundancy.share'), money(cost(2))],
        [word('dp-paid'), money(cost(3), 'EM-1', 'redundancy.share'), money(cost(2))],
      ]).map(({ figure, differencePence, leftOut }) => [figure, differencePence, leftOut]),
    ).toEqual([
      ['redundancy.share', 2, 0],
      ['charge.total', 0, 0],
    ]);
    expect(totals()).toEqual([]);
  });
});
