import type { ProblemItem } from '../../platform/http/problems/problem.js';
import { isStorable } from '../../platform/http/request/storable-text.js';
import { inBody } from '../../platform/http/validation/validation-items.js';
import type { TypedValues } from './form-field.js';

/** The part of a field that is typed in several parts. */
const PART = /-(?:day|month|year|count)$/;

/**
 * What was typed that could not be stored as it is, at the field in which it stands. For forms that are kept as they were typed:
 * of what is sent on as a command the API says it.
 */
export function unstorableTyped(typed: TypedValues): readonly ProblemItem[] {
  return Object.entries(typed).flatMap(([name, value]) => {
    const path = name.replace(PART, '').split('.');
    const named = isStorable(name);
    if (named && [value ?? ''].flat().every(isStorable)) return [];
    const detail = `${named ? path.at(-1) : 'A name'} has a sign in it that is no character`;
    return [inBody({ path, code: 'not-text', detail })];
  });
}
