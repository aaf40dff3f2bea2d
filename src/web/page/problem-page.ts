import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { ProblemContent } from '../../platform/http/problems/problem.js';
import type { PageOfProblem, ProblemPages } from '../../platform/http/problems/problem-pages.js';
import { requestFactsOf } from '../../platform/http/request/request-facts.js';
import { problemWords } from '../words/problem-words.js';
import { keptAt, signInTo } from '../words/signed-out.js';
import { PageRenderer } from './page-renderer.js';

/** Addresses that programs ask, and browsers only to look at what a program gets. */
const FOR_PROGRAMS = /^\/(?:v1|health|problems|openapi\.json|ping|info|metrics)(?:\/|$|\?)/;

/** The pages for what went wrong. Whoever is not signed in is sent to do so, and comes back to where they were. */
@Injectable()
export class BrowserProblemPages implements ProblemPages {
  constructor(@Inject(PageRenderer) private readonly renderer: PageRenderer) {}

  pageOf(problem: ProblemContent, request: FastifyRequest): PageOfProblem | undefined {
    const wantsPage = request.headers.accept?.includes('text/html') === true;
    if (!wantsPage || FOR_PROGRAMS.test(request.url)) return undefined;
    if (problem.code === 'not-signed-in' && request.method === 'GET') {
      return { redirectTo: signInTo(request.url) };
    }
    const { title, says, tell } = problemWords(problem);
    const template = 'pages/problem.njk';
    const signedOut = problem.code === 'not-signed-in';
    const model = {
      title,
      tell,
      says: signedOut ? [...says, ...keptAt(request.url)] : says,
      // Forms are sent to the address of the page that shows them, but for buttons that stand on another.
      ...(signedOut && { signIn: signInTo(request.url.replace(/\/remove$/, '')) }),
      traceId: requestFactsOf(request).traceId,
      ours: problem.status >= 500,
    };
    return { html: this.renderer.render({ template, model }, request) };
  }

  get headers(): Readonly<Record<string, string>> {
    return this.renderer.headers;
  }
}
