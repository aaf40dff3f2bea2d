/** The words in which the commands of agreements are given and answered, for whoever sends them. */
export {
  LEGAL_VEHICLES,
  OPTION_CHOICES,
  OPTIONS,
  type AgreementOptions,
  type LegalVehicle,
  type OptionName,
} from '../domain/options.js';
export { defaultOf, faultOf, type Option } from '../domain/options/option-kinds.js';
export { OPTION_DESCRIPTIONS, type OptionDescription } from '../domain/option-descriptions.js';
export type { Agreement } from '../domain/agreement.js';
export type { ProposedTerms } from '../domain/terms.js';
export { AGREEMENT_PREFIX } from './agreement-id.js';
