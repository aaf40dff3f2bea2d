import type { Shape } from '../../../kernel/shape.js';
import { agreementOptions, DEFAULT_OPTIONS, type AgreementOptions } from '../options.js';
import { ADDED_IN_VERSION_2, ADDED_IN_VERSION_3 } from './added-options.js';

type StoredOptions = Readonly<Record<string, unknown>>;

/**
 * What the options that version 1 of a draft did not know came to before they could be chosen. Weighing in months or years
 * counted complete ones only; everything else was as its default is now.
 */
function optionsOfVersion1(options: StoredOptions): StoredOptions {
  const completeOnly = options['redundancyUnit'] === 'months' || options['redundancyUnit'] === 'whole-years';
  return { ...ADDED_IN_VERSION_2, ...(completeOnly && { redundancyPartYears: 'dropped' }), ...options };
}

/** What the options that version 2 of a draft did not know came to before they could be chosen. */
function optionsOfVersion2(options: StoredOptions): StoredOptions {
  return { ...ADDED_IN_VERSION_3, ...options };
}

/** The data of a draft of version 1 as version 2 has it. */
export function draftOfVersion1(data: unknown): unknown {
  const draft = data as { readonly options: StoredOptions };
  return { ...draft, options: optionsOfVersion1(draft.options) };
}

/** The data of a draft of version 2 as version 3 has it: with every option of today. */
export function draftOfVersion2(data: unknown): unknown {
  const draft = data as { readonly options: StoredOptions };
  return { ...draft, options: optionsOfVersion2(draft.options) };
}

/**
 * The options that a case was bound to, whenever that was. A case keeps a copy of them as they were written, so those that
 * were added later are filled in on reading. One option of each version tells which it is, so that what is merely lacking
 * is still a fault.
 */
export const boundOptions: Shape<AgreementOptions> = (value, pointer) => {
  if (!isOptions(value)) return agreementOptions(value, pointer);
  const ofVersion2 = 'costBasis' in value ? value : optionsOfVersion1(value);
  const ofToday = 'retentionClass' in ofVersion2 ? ofVersion2 : optionsOfVersion2(ofVersion2);
  return agreementOptions(ofToday, pointer);
};

/** The options of the agreement that a case is bound to, or those of an agreement that chooses nothing while it has none. */
export function optionsOfCase(bound: { readonly options: unknown } | undefined): AgreementOptions {
  return bound === undefined ? DEFAULT_OPTIONS : boundOptions(bound.options, '/options');
}

function isOptions(value: unknown): value is StoredOptions {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
