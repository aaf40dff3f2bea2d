import { OPTION_DESCRIPTIONS } from './option-descriptions.js';
import type { AgreementOptions } from './options.js';

/** An option that two versions choose differently, with the sentence that explains it. */
export interface OptionDifference {
  readonly option: keyof AgreementOptions;
  readonly explanation: string;
  readonly before: string | number;
  readonly after: string | number;
}

/** The options that differ between two versions, in the order in which options are described. */
export function optionDifferences(
  before: AgreementOptions,
  after: AgreementOptions,
): readonly OptionDifference[] {
  return OPTION_DESCRIPTIONS.filter(({ option }) => before[option] !== after[option]).map(
    ({ option, explanation }) => ({ option, explanation, before: before[option], after: after[option] }),
  );
}
