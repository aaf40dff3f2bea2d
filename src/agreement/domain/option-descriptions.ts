import { defaultOf, type Limits, type Option } from './options/option-kinds.js';
import { OPTION_NAMES, OPTIONS, type OptionName } from './options.js';

/** What a reader needs to choose an option: what it decides, what it is unless chosen, and what it may be. */
export interface OptionDescription {
  readonly option: OptionName;
  readonly explanation: string;
  readonly default: string | number;
  /** The values to choose from; only for a choice. */
  readonly choices?: readonly string[];
  /** The least and the most of a number, both included; only for a number. */
  readonly limits?: Limits;
  /** What may be named, with commas between, and what of it always is; only for a selection. */
  readonly selection?: { readonly members: readonly string[]; readonly always: readonly string[] };
  /** The most characters; only for words of one's own. */
  readonly longest?: number;
}

/** Every option of a local agreement, described for the person who chooses. */
export const OPTION_DESCRIPTIONS: readonly OptionDescription[] = OPTION_NAMES.map((option) => ({
  option,
  explanation: OPTIONS[option].explanation,
  default: defaultOf(OPTIONS[option]),
  ...allowedBy(OPTIONS[option]),
}));

function allowedBy(option: Option): Pick<OptionDescription, 'choices' | 'limits' | 'selection' | 'longest'> {
  switch (option.kind) {
    case 'choice':
      return { choices: option.choices };
    case 'count':
    case 'exact':
      return { limits: option.limits };
    case 'selection':
      return { selection: { members: option.members, always: option.always } };
    case 'words':
      return { longest: option.longest };
  }
}
