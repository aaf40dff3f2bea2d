import type { PlainDate } from '../../kernel/plain-date.js';
import { checkOptionLimits } from './option-limits.js';
import type { AgreementOptions, LegalVehicle } from './options.js';

/** What both sides sign: why it is lawful, the options, and the first day. */
export interface AgreementTerms {
  readonly legalVehicle: LegalVehicle;
  readonly options: AgreementOptions;
  readonly inForceFrom: PlainDate;
}

/** Terms as somebody proposes them; an option that is not named stays as it was. */
export interface ProposedTerms {
  readonly legalVehicle: LegalVehicle;
  readonly options: Partial<AgreementOptions>;
  readonly inForceFrom: PlainDate;
}

/** @throws FieldRefused for an option of number that is outside its limits. */
export function completeTerms(proposed: ProposedTerms, otherwise: AgreementOptions): AgreementTerms {
  const options = completeOptions(proposed.options, otherwise);
  return { legalVehicle: proposed.legalVehicle, options, inForceFrom: proposed.inForceFrom };
}

/** @throws FieldRefused for an option of number that is outside its limits. */
export function completeOptions(
  proposed: Partial<AgreementOptions>,
  otherwise: AgreementOptions,
): AgreementOptions {
  const options = { ...otherwise, ...proposed };
  checkOptionLimits(options);
  return options;
}

/** True when both say the same in everything that is signed. */
export function sameTerms(left: AgreementTerms, right: AgreementTerms): boolean {
  const names = Object.keys(left.options) as (keyof AgreementOptions)[];
  return (
    left.legalVehicle === right.legalVehicle &&
    left.inForceFrom === right.inForceFrom &&
    names.every((name) => left.options[name] === right.options[name])
  );
}
