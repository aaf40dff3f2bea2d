import type { Aggregate } from '../../src/kernel/aggregate.js';
import type { Decision } from '../../src/kernel/event.js';
import { eventCatalogue, type EventOf } from '../../src/kernel/event-catalogue.js';
import { plainDate } from '../../src/kernel/plain-date.js';
import { Refusal } from '../../src/kernel/refusal.js';
import { record, wholeNumber } from '../../src/kernel/shape.js';

// The smallest aggregate that can show what the platform does with one: it is opened with a number, counts up, and closes.

const shapes = {
  'sample.opened': record({ start: wholeNumber }),
  'sample.counted': record({ by: wholeNumber }),
  'sample.closed': record({}),
};

export type CounterEvent = EventOf<typeof shapes>;

export interface CounterState {
  readonly stage: 'none' | 'open' | 'closed';
  readonly total: number;
}

export const counterCatalogue = eventCatalogue(shapes);

export const counter: Aggregate<CounterState, CounterEvent> = {
  category: 'sample',
  catalogue: counterCatalogue,
  beginsWith: 'sample.opened',
  initial: { stage: 'none', total: 0 },
  evolve: (state, event) => {
    switch (event.type) {
      case 'sample.opened':
        return { stage: 'open', total: event.data.start };
      case 'sample.counted':
        return { ...state, total: state.total + event.data.by };
      case 'sample.closed':
        return { ...state, stage: 'closed' };
    }
  },
};

const occurredOn = plainDate('2026-01-05');
export const opened = (start: number): CounterEvent => ({
  type: 'sample.opened',
  occurredOn,
  data: { start },
});
export const counted = (by: number): CounterEvent => ({ type: 'sample.counted', occurredOn, data: { by } });
export const closed: CounterEvent = { type: 'sample.closed', occurredOn, data: {} };

export class CaseClosed extends Refusal {
  override readonly name: string = 'CaseClosed';
  readonly code = 'case-closed';
  readonly kind = 'conflict';

  constructor() {
    super('The counter is closed');
  }
}

/** Opens the counter; opening it again is a repeat. */
export const openCounter =
  (start: number): Decision<CounterState, CounterEvent> =>
  ({ stage }) =>
    stage === 'none' ? [opened(start)] : [];

/** Counts up by one as often as said, in one step. */
export const countTimes =
  (times: number): Decision<CounterState, CounterEvent> =>
  ({ stage }) => {
    if (stage !== 'open') throw new CaseClosed();
    return Array.from({ length: times }, () => counted(1));
  };

/** Closes the counter; closing it again is a repeat. */
export const close: Decision<CounterState, CounterEvent> = ({ stage }) =>
  stage === 'closed' ? [] : [closed];
