import { describe, expect, it } from '@jest/globals';
import type { ReplayedStepAnswer } from '../../../audit/index.js';
import { plainDate } from '../../../kernel/plain-date.js';
import type { CaseEvent } from './case-events.js';
import { replayPage } from './replay-page.js';

const sum = (amount: string) => ({ amount, currency: 'GBP' });
const api = (position: string) => `/v1/transfer-cases/TC-1/replay?position=${position}`;

const event = {
  ...{ ordinal: 2, type: 'transfer-case.payment-recorded', sentence: 'A payment was recorded' },
  ...{ occurredOn: plainDate('2024-05-01'), recordedAt: '2024-05-02T09:00:00.000000Z' },
  actor: { id: 'ruth', organisation: 'E10000015', role: 'council-finance' },
  ...{ record: 'transfer-case', version: 2, eventId: 'event-2', position: '1002', data: {} },
};
const events = [
  { ...event, ordinal: 1, sentence: 'An alert was raised', eventId: 'event-1', position: '1001' },
  { ...event, actor: { ...event.actor, name: 'Ruth Okafor' } },
] as readonly CaseEvent[];
const answer = {
  ...{ caseRef: 'TC-1', step: 2, steps: 2, event },
  changes: [
    {
      ...{ path: 'liabilities.total.value', name: 'Liabilities, total', currency: 'GBP', sentence: '' },
      ...{ before: null, after: '742.50' },
    },
    { path: 'case.lastDay', name: 'Case, last day', before: '2024-05-01', after: null, sentence: '' },
  ],
  views: { case: { stage: 'bridging', hours: '37.50' }, liabilities: { total: { value: sum('742.50') } } },
  clocks: { knownAt: '2024-05-02T09:00:00.000000Z', today: '2024-05-02' },
  links: { first: api('1001'), previous: api('1001'), latest: api('1002') },
} as unknown as ReplayedStepAnswer;

describe('the page of a step', () => {
  const { model } = replayPage(answer, events);

  it('leads to the first, the one before and the latest, and to none after the latest', () =>
    expect(model['links']).toEqual({
      first: '/cases/TC-1/replay?position=1001',
      previous: '/cases/TC-1/replay?position=1001',
      latest: '/cases/TC-1/replay?position=1002',
    }));

  it('says what the event changed, money in pounds and days in words', () =>
    expect(model['changes']).toEqual([
      { name: 'Liabilities, total', before: 'Not there', after: '£742.50' },
      { name: 'Case, last day', before: '1 May 2024', after: 'Not there' },
    ]));

  it('shows every figure of every view, and which of them the event changed', () =>
    expect(model['views']).toEqual([
      {
        name: 'Case',
        changed: 0,
        figures: [
          { name: 'Stage', text: 'Council is bridging', changed: false },
          { name: 'Hours', text: '37.50', changed: false },
        ],
      },
      {
        name: 'Liabilities',
        changed: 1,
        figures: [{ name: 'Total', text: '£742.50', before: 'Not there', changed: true }],
      },
    ]));

  it('offers every step by its sentence', () =>
    expect(model['steps']).toEqual([
      { value: '1001', text: 'Step 1 of 2: An alert was raised', selected: false },
      { value: '1002', text: 'Step 2 of 2: A payment was recorded', selected: true },
    ]));

  it('names who recorded it, where the name is known', () =>
    expect(model['event']).toMatchObject({ who: expect.stringContaining('Ruth Okafor') }));
});
