import type { Basis } from './basis.js';
import { known, type Figure } from './figure.js';

/**
 * Explanations that say, with what went in, from which version of the local agreement the options were read.
 *
 * @param termsFrom the agreement and its version, or that none is bound
 */
export class UnderAgreement {
  constructor(private readonly termsFrom: string) {}

  basis(basis: Basis): Basis {
    return { ...basis, inputs: { ...basis.inputs, termsFrom: this.termsFrom } };
  }

  /** A part of a figure that has an explanation of its own. */
  part<Part extends { readonly basis: Basis }>(part: Part): Part {
    return { ...part, basis: this.basis(part.basis) };
  }

  figure<Value>(figure: Figure<Value>): Figure<Value> {
    return figure.status === 'pending' ? figure : known(figure.value, this.basis(figure.basis));
  }
}
