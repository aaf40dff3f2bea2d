import { getMetadataStorage, ValidationTypes } from 'class-validator';
import type { InvalidItem } from './validation-items.js';

/**
 * Finds lists where an object has to be. The validator looks at each item of such a list and finds nothing wrong with an
 * empty one, so `[]` would pass for an amount of money.
 */
export function listsForObjects(value: unknown, path: readonly string[] = []): readonly InvalidItem[] {
  if (Array.isArray(value)) {
    return value.flatMap((each: unknown, index) => listsForObjects(each, [...path, String(index)]));
  }
  if (typeof value !== 'object' || value === null) return [];
  const object = value as Readonly<Record<string, unknown>>;
  return nestedIn(value).flatMap(({ propertyName, each }) => {
    const field = [...path, propertyName];
    const part = object[propertyName];
    if (!each) return Array.isArray(part) ? [listAt(field)] : listsForObjects(part, field);
    const items: readonly unknown[] = Array.isArray(part) ? part : [];
    return items.flatMap((item, index) =>
      Array.isArray(item)
        ? [listAt([...field, String(index)])]
        : listsForObjects(item, [...field, String(index)]),
    );
  });
}

function nestedIn(
  value: object,
): readonly { readonly propertyName: string; readonly each: boolean | undefined }[] {
  // A query that a route takes as it is has no class.
  const { constructor } = value as { readonly constructor?: object['constructor'] };
  if (constructor === undefined) return [];
  return getMetadataStorage()
    .getTargetValidationMetadatas(constructor, '', false, false)
    .filter(({ type }) => type === ValidationTypes.NESTED_VALIDATION);
}

function listAt(path: readonly string[]): InvalidItem {
  return { path, code: 'object', detail: `${path.at(-1) ?? 'The value'} must be an object, not a list` };
}
