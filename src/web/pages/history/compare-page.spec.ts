import { describe, expect, it } from '@jest/globals';
import type { CaseDifferenceAnswer } from '../../../audit/index.js';
import { comparePage } from './compare-page.js';

const found = {
  caseRef: 'TC-1',
  from: { knownAt: '2024-05-31T22:59:59.999999Z', today: '2024-05-31' },
  to: { knownAt: '2024-06-30T22:59:59.999999Z', asAt: '2024-06-01', today: '2024-06-01' },
  differences: [
    {
      ...{ path: 'liabilities.total.value', name: 'Liabilities, total', sentence: '', currency: 'GBP' },
      ...{ before: '742.50', after: '1485.00', changedBy: ['1002'], movedWithTheDay: true },
    },
  ],
  events: [
    {
      ...{ ordinal: 2, type: 'transfer-case.payment-recorded', sentence: 'A payment was recorded' },
      ...{ occurredOn: '2024-06-01', recordedAt: '2024-06-02T09:00:00.000000Z', position: '1002' },
      ...{ record: 'transfer-case', version: 2, eventId: 'event-2', data: {} },
      actor: { id: 'ruth', organisation: 'E10000015', role: 'council-finance' },
    },
  ],
} as unknown as CaseDifferenceAnswer;

describe('the comparison of two looks at a case', () => {
  it('shows each figure that differs, and which step moved it', () =>
    expect(comparePage('TC-1', {}, { found }).model['found']).toMatchObject({
      from: 'as known on 31 May 2024 at 11:59pm',
      to: 'as known on 30 June 2024 at 11:59pm, true by 1 June 2024',
      differences: [
        {
          ...{ name: 'Liabilities, total', before: '£742.50', after: '£1,485.00', movedWithTheDay: true },
          movedBy: [{ text: 'Step 2', href: '/cases/TC-1/replay?position=1002' }],
        },
      ],
    }));

  it('asks, until something was asked', () => {
    const { model, status } = comparePage('TC-1', {}, {});
    expect([model['found'], model['errors'], status]).toEqual([undefined, [], 200]);
  });
});
