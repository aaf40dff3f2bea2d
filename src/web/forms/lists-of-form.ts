import { countOf } from './body-of-form.js';
import { typedText, type TypedValues } from './form-field.js';

/** The buttons of a form that change a list of it and send nothing yet. */
const ADD = '_add';
const REMOVE = '_remove';

/**
 * The form after "Add another" or "Remove" was pressed; nothing when it was not, and the form is meant to be sent. Removing one
 * moves those behind it up.
 */
export function withListChanged(values: TypedValues): TypedValues | undefined {
  const added = typedText(values, ADD);
  if (added !== '') return { ...values, [`${added}-count`]: String(countOf(added, values) + 1) };
  const removed = /^(.+)\.(\d{1,2})$/.exec(typedText(values, REMOVE));
  if (removed === null) return undefined;
  const [, name = '', index = '0'] = removed;
  return withoutItem(values, name, Number(index));
}

function withoutItem(values: TypedValues, name: string, index: number): TypedValues {
  const within = `${name}.`;
  const moved = Object.entries(values).flatMap(([key, value]) => {
    const at = key.startsWith(within) ? /^(\d+)(.*)$/.exec(key.slice(within.length)) : null;
    if (at === null) return [[key, value] as const];
    const place = Number(at[1]);
    if (place === index) return [];
    return [[place > index ? `${name}.${place - 1}${at[2] ?? ''}` : key, value] as const];
  });
  return {
    ...Object.fromEntries(moved),
    [`${name}-count`]: String(Math.max(0, countOf(name, values) - 1)),
  };
}
