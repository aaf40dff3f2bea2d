import type { FastifyRequest } from 'fastify';
import type { ProblemContent } from './problem.js';

export const PROBLEM_PAGES = Symbol('problem pages');

/** What a browser is sent instead of a problem document. */
export type PageOfProblem = { readonly html: string } | { readonly redirectTo: string };

/** Shows problems to people, where there are pages. */
export interface ProblemPages {
  /** What such a page is sent with. */
  readonly headers: Readonly<Record<string, string>>;
  /** Nothing for a request that no browser sent for a page. */
  pageOf(problem: ProblemContent, request: FastifyRequest): PageOfProblem | undefined;
}
