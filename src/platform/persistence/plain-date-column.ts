import { Column } from 'typeorm';

/** A column of a civil day: `date` in the database, `PlainDate` in the row, never an instant in between. */
export function PlainDateColumn(options: { readonly nullable?: boolean } = {}): PropertyDecorator {
  return Column({ ...options, type: 'date' });
}
