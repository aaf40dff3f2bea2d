import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { pence } from '../../src/kernel/pence.js';
import type { SubjectProjection } from '../../src/platform/projections/projection.js';
import { closed, counted, opened } from './counter-aggregate.js';
import { CounterTotal, counterTotals } from './counter-totals.js';
import { projectionScenario } from './projection-scenario.js';

const row = { subject: 'A', totalPence: pence(7), story: 'opened counted closed' };

/** The totals, but for what a spec breaks on purpose. */
const broken = (project: SubjectProjection['project']): SubjectProjection => ({ ...counterTotals, project });

const threeEvents = (projection: SubjectProjection) =>
  projectionScenario(projection, { subject: 'A' })
    .given('sample-1', opened(5), counted(2))
    .given('sample-2', closed);

describe('projectionScenario', () => {
  it('passes when the subject has exactly the rows', () => {
    threeEvents(counterTotals).thenRows(CounterTotal, [row]);
  });

  it('fails when a row is missing, too many, or differs in a column', () => {
    const scenario = threeEvents(counterTotals);
    expect(() => scenario.thenRows(CounterTotal, [])).toThrow();
    expect(() => scenario.thenRows(CounterTotal, [row, row])).toThrow();
    expect(() => scenario.thenRows(CounterTotal, [{ ...row, totalPence: pence(8) }])).toThrow();
  });

  it('fails when projecting twice gives other rows', () => {
    let calls = 0;
    const counting = broken(() => [
      { table: CounterTotal, rows: [{ ...row, totalPence: pence((calls += 1)) }] },
    ]);
    expect(() => threeEvents(counting).thenRows(CounterTotal, [{ ...row, totalPence: pence(1) }])).toThrow();
  });

  it('fails when the projection changes its history, or gives rows of another subject or table', () => {
    const emptying = broken((history) => {
      (history.events as unknown[]).length = 0;
      return [];
    });
    const straying = broken(() => [{ table: CounterTotal, rows: [{ ...row, subject: 'B' }] }]);
    const trespassing = broken(() => [{ table: 'another_table', rows: [row] }]);
    expect(() => threeEvents(emptying).thenRows(CounterTotal, [])).toThrow('Cannot assign to read only');
    expect(() => threeEvents(straying).thenRows(CounterTotal, [])).toThrow('a row about B');
    expect(() => threeEvents(trespassing).thenRows(CounterTotal, [])).toThrow('not its own');
  });
});
