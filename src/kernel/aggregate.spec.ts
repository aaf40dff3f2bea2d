import { describe, expect, it } from '@jest/globals';
import { closed, counted, counter, opened } from '../../test/support/counter-aggregate.js';
import { recordedHistory } from '../../test/support/recorded.js';
import { BrokenHistory, fold, foldOn } from './aggregate.js';

const history = recordedHistory([opened(5), counted(2), closed]);

describe('fold', () => {
  it('leads from the initial state through the events in order', () => {
    expect(fold(counter, history)).toEqual({ stage: 'closed', total: 7 });
  });

  it('gives the initial state for a stream that is not there', () => {
    expect(fold(counter, [])).toEqual(counter.initial);
  });

  const [first, second, third] = history as [(typeof history)[0], (typeof history)[0], (typeof history)[0]];

  it.each([
    ['begins with another event', [{ ...second, revision: 1 }], 'it begins with sample.counted'],
    ['has a hole', [first, third], 'revision 2 was expected'],
    ['has an event twice', [first, first], 'revision 2 was expected'],
    ['does not begin at the beginning', [{ ...first, revision: 2 }], 'revision 1 was expected'],
    ['mixes streams', [first, { ...second, stream: 'sample-2' }], 'an event of another stream'],
    ['mixes subjects', [first, { ...second, subject: 'sample-2' }], 'an event about another subject'],
  ])('refuses a history that %s', (_, broken, reason) => {
    expect(() => fold(counter, broken)).toThrow(BrokenHistory);
    expect(() => fold(counter, broken)).toThrow(reason);
  });

  it('names the stream and the revision at which the history is broken', () => {
    expect(() => fold(counter, [first, third])).toThrow(
      'The history of sample-1 is broken at revision 3: revision 2 was expected',
    );
  });
});

describe('foldOn', () => {
  const nothing = { state: counter.initial, revision: 0 };

  it.each([0, 1, 2, 3])('leads to the same as folding at once, when left off after %i events', (left) => {
    const before = foldOn(counter, nothing, history.slice(0, left));
    expect(foldOn(counter, before, history.slice(left))).toEqual({
      state: fold(counter, history),
      revision: 3,
      last: history.at(-1),
    });
  });

  const [first, second, third] = history as [(typeof history)[0], (typeof history)[0], (typeof history)[0]];

  it.each([
    ['leaves a hole', third, 'revision 2 was expected'],
    ['goes back', first, 'revision 2 was expected'],
    ['goes on with another stream', { ...second, stream: 'sample-2' }, 'an event of another stream'],
    ['goes on with another subject', { ...second, subject: 'sample-2' }, 'an event about another subject'],
  ])('refuses what %s', (_, next, reason) => {
    expect(() => foldOn(counter, foldOn(counter, nothing, [first]), [next])).toThrow(reason);
  });
});
