/** The words in which the terms of an agreement are given, for whoever sends its commands. */
export {
  LEGAL_VEHICLES,
  OPTION_CHOICES,
  type AgreementOptions,
  type LegalVehicle,
} from '../domain/options.js';
export { OPTION_LIMITS } from '../domain/option-limits.js';
export { OPTION_DESCRIPTIONS, type OptionDescription } from '../domain/option-descriptions.js';
export { AgreementNotFound } from '../domain/agreement-refusals.js';
