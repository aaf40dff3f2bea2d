import { oneOf, record, text, wholeNumber, type ShapeOf } from '../../kernel/shape.js';
import { agreementOptions, LEGAL_VEHICLES } from './options.js';

/** One version of a local agreement as a case is bound to it: a copy, so that the case explains itself for ever. */
export const boundAgreement = record({
  agreementId: text,
  version: wholeNumber,
  legalVehicle: oneOf(LEGAL_VEHICLES),
  options: agreementOptions,
});

export type BoundAgreement = ShapeOf<typeof boundAgreement>;
