import { describe, expect, it } from '@jest/globals';
import { isOneOf, NO_FACTS, personOf, personWho, withFact } from './recorded-facts.js';

const anna = { id: 'anna', staff: 'SM-1' };
const annaElsewhere = { id: 'anna-2', staff: 'SM-1' };

describe('Facts as they are recorded', () => {
  it('are counted, with each account that recorded one', () => {
    const facts = [anna, { id: 'bilal' }, anna, annaElsewhere].reduce(withFact, NO_FACTS);
    expect(facts).toEqual({ count: 4, by: [anna, { id: 'bilal' }, annaElsewhere] });
  });

  it('are counted too where nobody is held to them', () => {
    expect(withFact(NO_FACTS)).toEqual({ count: 1, by: [] });
  });

  it('know a person under another account, and an account of before its person was known', () => {
    expect(isOneOf([anna], annaElsewhere)).toBe(true);
    expect(isOneOf([{ id: 'anna' }], anna)).toBe(true);
    expect(isOneOf([{ id: 'anna' }], annaElsewhere)).toBe(false);
    expect(isOneOf([], anna)).toBe(false);
  });

  it('know the person of a sign-in id where that one recorded the event', () => {
    expect(personWho('anna', anna)).toStrictEqual(anna);
    expect(personWho('bilal', anna)).toStrictEqual({ id: 'bilal' });
  });

  it('keep nothing else of an actor', () => {
    const actor = { ...anna, organisation: 'QM7', role: 'nhs-finance' };
    expect(personOf(actor)).toStrictEqual(anna);
    expect(personOf({ id: 'bilal' })).toStrictEqual({ id: 'bilal' });
  });
});
