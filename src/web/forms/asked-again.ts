import { ApiRefusal } from '../../platform/http/inside/api-refusal.js';
import type { ProblemContent } from '../../platform/http/problems/problem.js';

const STATUSES = new Set([400, 409, 422]);

/**
 * What somebody asked that the API does not answer, such as a day in the future, to be said at the question.
 *
 * @throws whatever else went wrong.
 */
export function askedAgain(fault: unknown): ProblemContent {
  if (!(fault instanceof ApiRefusal)) throw fault;
  const { status, code } = fault.content;
  if (!STATUSES.has(status) && code !== 'not-there-then') throw fault;
  return fault.content;
}
