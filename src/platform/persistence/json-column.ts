import { Column } from 'typeorm';

/**
 * A column of plain JSON. It is `json` and not `jsonb`, which reorders keys: the explanation of a figure must come back as
 * it was written.
 */
export function JsonColumn(options: { readonly nullable?: boolean } = {}): PropertyDecorator {
  return Column({ ...options, type: 'json' });
}
