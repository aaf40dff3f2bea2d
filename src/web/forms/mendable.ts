import { ApiRefusal } from '../../platform/http/inside/api-refusal.js';
import type { ProblemContent } from '../../platform/http/problems/problem.js';

const STATUSES = new Set([400, 403, 409, 412, 422]);

/**
 * What the API refused and somebody can mend, or has to know of, on the form itself, with what was typed still there.
 *
 * @throws whatever else went wrong.
 */
export function mendable(fault: unknown): ProblemContent {
  if (!(fault instanceof ApiRefusal)) throw fault;
  const { status, code } = fault.content;
  // Who has the wrong role for the page cannot mend that by another form; who may not be the second person is told so there.
  if (!STATUSES.has(status) || code === 'not-allowed') throw fault;
  return fault.content;
}
