import { describe, expect, it } from '@jest/globals';
import { routeOf } from './document-route.js';

describe('the route of a document', () => {
  it('is the one of the agreement where the NHS body owes', () => {
    expect(routeOf('council-invoices-nhs', 'bridging')).toBe('council-invoices-nhs');
    expect(routeOf('nhs-self-bills', 'bridging')).toBe('nhs-self-bills');
  });

  it('is the same the other way where the council owes: who is owed invoices, or who owes bills itself', () => {
    expect(routeOf('council-invoices-nhs', 'transfer-back')).toBe('nhs-invoices-council');
    expect(routeOf('nhs-self-bills', 'transfer-back')).toBe('council-self-bills');
    expect(routeOf('pooled-fund-journal', 'transfer-back')).toBe('pooled-fund-journal');
  });
});
