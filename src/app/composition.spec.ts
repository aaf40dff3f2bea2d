import 'reflect-metadata';
import { afterEach, describe, expect, it } from '@jest/globals';
import { deliveredOrganisations, loadOrganisations } from '../agreement/index.js';
import { allProjections } from './composition.js';

describe('The read models of the product', () => {
  afterEach(() => {
    loadOrganisations(deliveredOrganisations);
  });
  const goBy = () => allProjections.map(({ goesBy }) => goesBy?.());

  it('go by the list of bodies in use, so that a rebuild begins again with another', () => {
    const [delivered, ...others] = goBy();
    expect(delivered).toMatch(/QM7/);
    expect(new Set(others)).toEqual(new Set([delivered]));
    const { organisations, successions } = deliveredOrganisations as {
      readonly organisations: readonly { readonly name: string }[];
      readonly successions: readonly object[];
    };
    const elsewhere = organisations.map((each) => ({ ...each, name: `${each.name} by another name` }));
    loadOrganisations({ organisations: elsewhere, successions });
    for (const each of goBy()) expect(each).not.toBe(delivered);
    loadOrganisations({ organisations, successions: successions.slice(1) });
    for (const each of goBy()) expect(each).not.toBe(delivered);
    loadOrganisations({
      organisations: [...organisations].reverse(),
      successions: [...successions].reverse(),
    });
    for (const each of goBy()) expect(each).toBe(delivered);
  });
});
