/** The words in which the commands of agreements are given and answered, for whoever sends them. */
export {
  LEGAL_VEHICLES,
  OPTION_CHOICES,
  type AgreementOptions,
  type LegalVehicle,
} from '../domain/options.js';
export { OPTION_LIMITS } from '../domain/option-limits.js';
export { OPTION_DESCRIPTIONS, type OptionDescription } from '../domain/option-descriptions.js';
export type { Agreement } from '../domain/agreement.js';
export type { ProposedTerms } from '../domain/terms.js';
export { AGREEMENT_PREFIX } from './agreement-id.js';
