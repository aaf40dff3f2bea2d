import { describe, expect, it } from '@jest/globals';
import { Gathered } from './gathered.js';

/** Doubles numbers; 13 has the statement refused that it is in, and 0 gets no answer. Says which numbers came together. */
function doubling(limits: object = {}) {
  const statements: number[][] = [];
  const gathered = new Gathered<number, number>(
    async (numbers) => {
      statements.push([...numbers]);
      await new Promise((resolve) => setImmediate(resolve));
      if (numbers.includes(13)) throw new Error('13');
      if (numbers.includes(0)) throw new Error('away');
      return numbers.map((number) => 2 * number);
    },
    { nameOf: String, isAboutOne: (fault) => String(fault) === 'Error: 13', lanes: 1, most: 3, ...limits },
  );
  return { statements, ask: (number: number) => gathered.ask(number) };
}

describe('questions that are gathered', () => {
  it('in one turn come together, as many as fit, and each gets its own answer', async () => {
    const { statements, ask } = doubling();
    expect(await Promise.all([1, 2, 3, 4].map(ask))).toEqual([2, 4, 6, 8]);
    expect(statements).toEqual([[1, 2, 3], [4]]);
  });

  it('while another is under way come together after it', async () => {
    const { statements, ask } = doubling();
    const first = ask(1);
    await new Promise((resolve) => setImmediate(resolve));
    expect(await Promise.all([first, ask(2), ask(3)])).toEqual([2, 4, 6]);
    expect(statements).toEqual([[1], [2, 3]]);
  });

  it('are sent in several lanes', async () => {
    const { statements, ask } = doubling({ lanes: 2, most: 1 });
    const answers = Promise.all([1, 2, 3].map(ask));
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
    expect(statements.slice(0, 2)).toEqual([[1], [2]]);
    expect(await answers).toEqual([2, 4, 6]);
  });

  it('of the same name never come together', async () => {
    const { statements, ask } = doubling();
    expect(await Promise.all([1, 1, 2].map(ask))).toEqual([2, 2, 4]);
    expect(statements).toEqual([[1, 2], [1]]);
  });

  it('come together all the same where they have no names', async () => {
    const { statements, ask } = doubling({ nameOf: undefined });
    expect(await Promise.all([1, 1, 2].map(ask))).toEqual([2, 2, 4]);
    expect(statements).toEqual([[1, 1, 2]]);
  });

  it('do not suffer from one that cannot be answered', async () => {
    const { ask } = doubling();
    const answers = await Promise.allSettled([1, 13, 2].map(ask));
    expect(answers).toEqual([
      { status: 'fulfilled', value: 2 },
      { status: 'rejected', reason: new Error('13') },
      { status: 'fulfilled', value: 4 },
    ]);
    expect(await ask(5)).toBe(10);
  });

  it('are each told when there is no answer, and are not asked again', async () => {
    const { statements, ask } = doubling();
    const answers = await Promise.allSettled([1, 0, 2].map(ask));
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(statements).toHaveLength(1);
  });
});
