import { beforeEach, describe, expect, it } from '@jest/globals';
import { counted, counter, opened } from '../../../test/support/counter-aggregate.js';
import { recordedHistory } from '../../../test/support/recorded.js';
import { foldOn } from '../../kernel/aggregate.js';
import { KnownStreams } from './known-streams.js';

const history = recordedHistory([opened(5), counted(1), counted(1), counted(1)]);
const known = (revision: number) =>
  foldOn(counter, { state: counter.initial, revision: 0 }, history.slice(0, revision));

describe('the streams that are known', () => {
  let seconds = 0;
  let streams: KnownStreams<typeof counter.initial, ReturnType<typeof opened>>;

  beforeEach(() => {
    seconds = 1_000;
    streams = new KnownStreams(10, () => seconds * 1000);
  });

  it('are found with the latest that was said of them', () => {
    streams.keep('A', known(3));
    streams.keep('A', known(2));
    expect(streams.find('A')).toEqual(known(3));
    expect(streams.find('B')).toBeUndefined();
  });

  it('are those that were used last, as many as have so many events together', () => {
    streams.keep('A', known(4));
    streams.keep('B', known(4));
    streams.find('A');
    streams.keep('C', known(4));
    expect(streams.find('B')).toBeUndefined();
    expect([streams.find('A'), streams.find('C')]).toEqual([known(4), known(4)]);
    streams.keep('D', known(2));
    expect([streams.find('A'), streams.find('C'), streams.find('D')]).toEqual([known(4), known(4), known(2)]);
  });

  it('count their events once, however often they are kept', () => {
    streams.keep('A', known(1));
    for (let time = 0; time < 20; time += 1) streams.keep('B', known(4));
    expect(streams.find('A')).toEqual(known(1));
  });

  it('hold none that is longer than all may be, and none that is not there', () => {
    const small = new KnownStreams<typeof counter.initial, ReturnType<typeof opened>>(3);
    small.keep('A', known(4));
    small.keep('B', known(0));
    expect([small.find('A'), small.find('B')]).toEqual([undefined, undefined]);
  });

  it('are fresh for a minute after the store spoke of them', () => {
    streams.keep('A', known(2));
    seconds += 59;
    expect(streams.findFresh('A')).toEqual(known(2));
    seconds += 1;
    expect(streams.findFresh('A')).toBeUndefined();
    streams.keep('A', known(2));
    expect(streams.findFresh('A')).toEqual(known(2));
  });

  it('can be forgotten', () => {
    streams.keep('A', known(2));
    streams.forget('A');
    streams.forget('A');
    expect(streams.find('A')).toBeUndefined();
  });
});
