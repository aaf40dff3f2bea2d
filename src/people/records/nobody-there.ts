import { Problem } from '../../platform/http/problems/problem.js';

/** The same answer for a person of another organisation, for one that was never there, and for what cannot be an id. */
export function nobodyThere(): Problem {
  return new Problem('not-found', 'There is nothing here of that name.');
}
