import { describe, expect, it } from '@jest/globals';
import { BrokenHistory } from '../../src/kernel/aggregate.js';
import { CaseClosed, close, closed, counter, countTimes, opened, openCounter } from './counter-aggregate.js';
import { scenario } from './scenario.js';

describe('scenario', () => {
  it('passes when the decision leads to the events, the refusal, or nothing, as specified', () => {
    scenario(counter)
      .when(openCounter(3))
      .thenEvents([opened(3)]);
    scenario(counter)
      .given(opened(3), closed)
      .when(countTimes(1))
      .thenRefused(CaseClosed, /is closed/);
    scenario(counter).given(opened(3)).given(closed).when(close).thenNothing();
  });

  it('fails when the events differ in their data', () => {
    expect(() =>
      scenario(counter)
        .when(openCounter(3))
        .thenEvents([opened(4)]),
    ).toThrow();
  });

  it('fails when nothing is refused, or it is refused for another reason or in other words', () => {
    const closedCounter = scenario(counter).given(opened(3), closed);
    class AnotherRefusal extends CaseClosed {}
    expect(() => scenario(counter).when(openCounter(3)).thenRefused(CaseClosed)).toThrow();
    expect(() => closedCounter.when(countTimes(1)).thenRefused(AnotherRefusal)).toThrow();
    expect(() => closedCounter.when(countTimes(1)).thenRefused(CaseClosed, /is open/)).toThrow();
  });

  it('fails when something happens that should be a repeat', () => {
    expect(() => scenario(counter).when(openCounter(3)).thenNothing()).toThrow();
  });

  it('does not accept a history that could not have happened', () => {
    expect(() => scenario(counter).given(closed).when(close).thenNothing()).toThrow(BrokenHistory);
  });
});
