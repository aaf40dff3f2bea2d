import { describe, expect, it } from '@jest/globals';
import { basisOf } from './basis.js';
import { known, pending } from './figure.js';
import { termsFrom } from './terms-from.js';
import { UnderAgreement } from './under-agreement.js';

const RULE = {
  code: 'SAMPLE',
  version: 1,
  title: 'A sample',
  source: 'A clause',
  certainty: 'product-decision',
} as const;
const basis = basisOf(RULE, { days: 56 }, [basisOf(RULE, { startsOn: '2024-05-01' })]);

describe('a figure that options of an agreement go into', () => {
  const under = new UnderAgreement(termsFrom({ agreementId: 'AG-7F3K92QD1M', version: 2 }));

  it('names the agreement and its version with what went in, and rests on what it rested on', () => {
    expect(under.basis(basis)).toEqual({
      ...basis,
      inputs: { days: 56, termsFrom: 'agreement AG-7F3K92QD1M version 2' },
    });
    expect(under.figure(known(7, basis))).toEqual(known(7, under.basis(basis)));
    expect(under.part({ paid: 7, basis })).toEqual({ paid: 7, basis: under.basis(basis) });
  });

  it('says that a case is bound to none', () => {
    expect(new UnderAgreement(termsFrom(undefined)).basis(basis).inputs).toMatchObject({
      termsFrom: 'no agreement bound: defaults',
    });
  });

  it('stays pending while a fact is missing', () => {
    const missing = { fact: 'award-rate', reason: 'No award rate', suppliedBy: 'the council' };
    expect(under.figure(pending(missing))).toEqual(pending(missing));
  });
});
