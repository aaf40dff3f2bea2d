import { expect } from '@jest/globals';
import { fold, type Aggregate } from '../../src/kernel/aggregate.js';
import type { Decision, DomainEvent } from '../../src/kernel/event.js';
import type { Refusal } from '../../src/kernel/refusal.js';
import { recordedHistory } from './recorded.js';

type RefusalClass = abstract new (...args: never[]) => Refusal;

/** What a decision led to: the last step of a scenario. */
export interface Outcome<Event extends DomainEvent> {
  /** The decision was to record exactly these events, with all of their data. */
  thenEvents(expected: readonly Event[]): void;
  /** The decision was refused for this reason, in words that match. */
  thenRefused(reason: RefusalClass, words?: RegExp): void;
  /** The decision was a repeat: nothing new happened. */
  thenNothing(): void;
}

/** A history that a decision is made on. */
export interface Scenario<State, Event extends DomainEvent> {
  /** What has happened so far, oldest first. */
  given(...events: readonly Event[]): Scenario<State, Event>;
  when(decide: Decision<State, Event>): Outcome<Event>;
}

/**
 * Specifies a decision in the words of the office, without a store:
 *
 *     scenario(transferCase).given(alertRaised).when(agreeBridging(terms)).thenRefused(CaseNotReady, /while alerted/);
 */
export function scenario<State, Event extends DomainEvent>(
  aggregate: Aggregate<State, Event>,
): Scenario<State, Event> {
  return withHistory(aggregate, []);
}

function withHistory<State, Event extends DomainEvent>(
  aggregate: Aggregate<State, Event>,
  history: readonly Event[],
): Scenario<State, Event> {
  return {
    given: (...events) => withHistory(aggregate, [...history, ...events]),
    when: (decide) => {
      const state = fold(aggregate, recordedHistory(history, { stream: `${aggregate.category}-1` }));
      return outcomeOf(() => decide(state));
    },
  };
}

function outcomeOf<Event extends DomainEvent>(decide: () => readonly Event[]): Outcome<Event> {
  return {
    thenEvents: (expected) => expect(decide()).toStrictEqual(expected),
    thenRefused: (reason, words = /./) => {
      const refusal = refusalOf(decide);
      expect(refusal).toBeInstanceOf(reason);
      expect(refusal?.message).toMatch(words);
    },
    thenNothing: () => expect(decide()).toEqual([]),
  };
}

function refusalOf(decide: () => unknown): Error | undefined {
  try {
    decide();
    return undefined;
  } catch (refusal) {
    return refusal as Error;
  }
}
