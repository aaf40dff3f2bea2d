import { agreementOptions, DEFAULT_OPTIONS, type AgreementOptions } from '../options.js';
import type { Shape } from '../../../kernel/shape.js';

/**
 * What the options that version 1 of a draft did not know came to before they could be chosen. Weighing in months or years
 * counted complete ones only; everything else was as its default is now.
 */
function optionsOfVersion1(options: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const completeOnly = options['redundancyUnit'] === 'months' || options['redundancyUnit'] === 'whole-years';
  return { ...DEFAULT_OPTIONS, ...(completeOnly && { redundancyPartYears: 'dropped' }), ...options };
}

/** The data of a draft as version 2 has it: with every option of today. */
export function draftWithLaterOptions(data: unknown): unknown {
  const draft = data as { readonly options: Readonly<Record<string, unknown>> };
  return { ...draft, options: optionsOfVersion1(draft.options) };
}

/**
 * The options that a case was bound to, whenever that was. A case keeps a copy of them as they were written, so those that
 * were added later are filled in on reading.
 */
export const boundOptions: Shape<AgreementOptions> = (value, pointer) =>
  agreementOptions(isOptions(value) && !('costBasis' in value) ? optionsOfVersion1(value) : value, pointer);

/** The options of the agreement that a case is bound to, or those of an agreement that chooses nothing while it has none. */
export function optionsOfCase(bound: { readonly options: unknown } | undefined): AgreementOptions {
  return bound === undefined ? DEFAULT_OPTIONS : boundOptions(bound.options, '/options');
}

function isOptions(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
