import { randomUUID } from 'node:crypto';
import { ApiRefusal, isStillRunning } from '../../platform/http/inside/api-refusal.js';
import type { ProblemContent } from '../../platform/http/problems/problem.js';
import { typedText, type TypedValues } from './form-field.js';

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

/** A form as it is drawn after the API refused it. */
export interface RefusedForm {
  /** What was typed, with the key under which it is sent the next time. */
  readonly values: TypedValues;
  readonly problem: ProblemContent;
}

/** @throws what is not mendable. */
export function refusedForm(values: TypedValues, fault: unknown): RefusedForm {
  const problem = mendable(fault);
  return { values: { ...values, _key: keyAfter([problem], values) }, problem };
}

/**
 * The key under which a refused form is sent the next time: one of its own, since it will be another command. But what is still
 * being carried out stays the same command, or it would be carried out twice.
 */
export function keyAfter(problems: readonly Pick<ProblemContent, 'code'>[], values: TypedValues): string {
  return problems.some(isStillRunning) ? typedText(values, '_key') : randomUUID();
}
