import { describe, expect, it } from '@jest/globals';
import { asSeenBy, fieldsHiddenFrom } from './field-rights.js';
import { ROLES } from './roles.js';

const CASE = {
  caseRef: 'TC-7F3K92QD1M',
  personReference: 'P-20417',
  total: { amount: '5912.88', currency: 'GBP' },
  items: [{ data: { personReference: 'P-20417', alertedOn: '2024-01-15' } }],
  at: new Date(0),
};

describe('The fields of an answer', () => {
  it.each(['council-finance', 'council-approver', 'nhs-finance', 'nhs-approver'] as const)(
    'are for a %s the case, its dates and its money, and not whom it is about, at any depth',
    (role) => {
      expect(asSeenBy(role, CASE)).toEqual({
        caseRef: 'TC-7F3K92QD1M',
        total: { amount: '5912.88', currency: 'GBP' },
        items: [{ data: { alertedOn: '2024-01-15' } }],
        at: new Date(0),
      });
    },
  );

  it.each(['direct-payment-worker', 'phb-worker', 'auditor', 'administrator'] as const)(
    'are all of them for a %s, in the very answer that was made',
    (role) => expect(asSeenBy(role, CASE)).toBe(CASE),
  );

  it('are hidden by name, so that what hides them can be read here', () => {
    expect(Object.fromEntries(ROLES.map((role) => [role, fieldsHiddenFrom(role)]))).toEqual({
      'direct-payment-worker': [],
      'council-finance': ['personReference'],
      'council-approver': ['personReference'],
      'phb-worker': [],
      'nhs-finance': ['personReference'],
      'nhs-approver': ['personReference'],
      auditor: [],
      administrator: [],
    });
  });

  it('leave text, numbers, nothing and bytes as they are', () => {
    const bytes = Buffer.from('%PDF');
    for (const answer of ['a,b', 7, null, undefined, bytes])
      expect(asSeenBy('nhs-finance', answer)).toBe(answer);
  });
});
