import { createHash } from 'node:crypto';
import { codeInUse } from './code-in-use.js';
import type { SubjectProjection } from './projection.js';

/**
 * What the rows of a projection follow from besides the events, as one hash: which events it reads, what it goes by, and the
 * code. Rows that were folded from one thing do not go with rows that are folded from another.
 */
export async function foldedFrom({ reads, goesBy }: SubjectProjection): Promise<string> {
  const parts = [await codeInUse(), reads, goesBy?.() ?? null];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
