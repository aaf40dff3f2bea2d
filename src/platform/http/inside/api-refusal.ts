import type { ProblemContent } from '../problems/problem.js';

/** The API's answer to a request of a page when it was not a success: the problem as the API says it. */
export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal';

  constructor(readonly content: ProblemContent) {
    super(content.detail);
  }
}

/** True of the answer to a command that was sent before and is still being carried out. */
export function isStillRunning({ code }: Pick<ProblemContent, 'code'>): boolean {
  return code === 'command-running';
}
