import { Column, type ValueTransformer } from 'typeorm';
import { pence, type Pence } from '../../kernel/pence.js';

/** pg gives a `bigint` as text. It becomes a checked whole number of pence, never a float that happens to look whole. */
export const penceTransformer: ValueTransformer = {
  to: (amount: Pence | null | undefined) => amount,
  from: (stored: string | null | undefined) =>
    stored === null || stored === undefined ? stored : pence(BigInt(stored)),
};

/** A column of money in pence: `bigint` in the database, `Pence` in the row. Its name ends in `Pence`. */
export function PenceColumn(options: { readonly nullable?: boolean } = {}): PropertyDecorator {
  return Column({ ...options, type: 'bigint', transformer: penceTransformer });
}
