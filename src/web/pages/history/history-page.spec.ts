import { describe, expect, it } from '@jest/globals';
import type { CaseEvent } from './case-events.js';
import { daysOf, historyFields, historyPage } from './history-page.js';

const event = (ordinal: number, recordedAt: string, more: object = {}): CaseEvent =>
  ({
    ...{ ordinal, type: 'transfer-case.payment-recorded', sentence: `Payment ${ordinal} was recorded` },
    ...{ occurredOn: '2024-05-01', recordedAt, record: 'transfer-case', version: ordinal },
    actor: {
      ...{ id: 'herts-council-finance', name: 'Ruth Okafor' },
      ...{ organisation: 'E10000015', role: 'council-finance' },
    },
    ...{ eventId: `event-${ordinal}`, position: String(1000 + ordinal), data: { amountPence: 61_250 } },
    ...more,
  }) as CaseEvent;

describe('the history of a case', () => {
  it('is grouped by the day of recording in London', () => {
    const events = [event(2, '2024-06-01T23:30:00Z'), event(1, '2024-06-01T22:30:00Z')];
    expect(
      daysOf('TC-1', events).map(({ day, events: here }) => [day, here.map(({ ordinal }) => ordinal)]),
    ).toEqual([
      ['2 June 2024', [2]],
      ['1 June 2024', [1]],
    ]);
  });

  it('tells each entry in the sentence of the API, with who, when and the facts', () =>
    expect(daysOf('TC-1', [event(1, '2024-06-01T11:00:00Z')])[0]?.events[0]).toMatchObject({
      sentence: 'Payment 1 was recorded',
      moment: '1 June 2024 at midday',
      who: 'Ruth Okafor, Hertfordshire County Council (council finance)',
      day: '1 May 2024',
      details: { lines: [{ label: 'Amount', text: '£612.50' }] },
      replay: '/cases/TC-1/replay?position=1001',
    }));

  it('says of what was put right why, and what shows it', () => {
    const correction = { reasonCode: 'typing-error', documentReference: 'HCC-7781' };
    expect(daysOf('TC-1', [event(1, '2024-06-01T11:00:00Z', { correction })])[0]?.events[0]?.correction).toBe(
      'Put right because of typing error; HCC-7781 shows it',
    );
  });

  it('offers each kind of entry and each person once', () => {
    const [kinds, people] = historyFields([
      event(1, '2024-06-01T11:00:00Z'),
      event(2, '2024-06-02T11:00:00Z'),
    ]);
    expect(kinds).toMatchObject({ choices: [{ value: 'transfer-case.payment-recorded' }] });
    expect(people).toMatchObject({ choices: [{ value: 'herts-council-finance' }] });
  });

  it('keeps what was asked on the way to older entries', () =>
    expect(
      historyPage({
        ...{ caseRef: 'TC-1', all: [], values: { actor: 'a', 'from-day': '1' } },
        found: { items: [], next: 'abc' },
        mayCheck: false,
      }).model['older'],
    ).toBe('/cases/TC-1/history?actor=a&from-day=1&cursor=abc'));
});
