import { FieldRefused } from '../../kernel/refusal.js';
import { faultOf } from './options/option-kinds.js';
import { OPTION_NAMES, OPTIONS, type AgreementOptions } from './options.js';

/** @throws FieldRefused for the first option whose value cannot be chosen, such as a number outside its limits. */
export function checkOptionLimits(options: AgreementOptions): void {
  for (const name of OPTION_NAMES) {
    const fault = faultOf(OPTIONS[name], options[name]);
    if (fault !== undefined) throw new FieldRefused(`/options/${name}`, 'outside-limits', `${name} ${fault}`);
  }
}
