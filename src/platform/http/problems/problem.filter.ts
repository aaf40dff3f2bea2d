import { Catch, Inject, Logger, Optional, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DutiesApart } from '../../../kernel/refusal.js';
import { findAccess } from '../../access/principal.js';
import { requestFactsOf } from '../request/request-facts.js';
import { problemOf } from './problem-of.js';
import { PROBLEM_PAGES, type PageOfProblem, type ProblemPages } from './problem-pages.js';
import { problemType, type ProblemContent } from './problem.js';

export const PROBLEM_JSON = 'application/problem+json';
const HTML = 'text/html; charset=utf-8';
const SEE_OTHER = 303;

/** The status of what is over soon without anybody's help: one line of the log is enough, without stack and query. */
const PASSES_BY_ITSELF = 503;

/** Answers every error as `application/problem+json` (RFC 9457), or to a browser as a page, and logs those that are our fault. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');
  private readonly access = new Logger('Access');

  constructor(@Optional() @Inject(PROBLEM_PAGES) private readonly pages?: ProblemPages) {}

  catch(fault: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(fault, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  /** The same for an error that Fastify's router finds before Nest sees the request. */
  answer(fault: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const problem = problemOf(fault);
    const { traceId } = requestFactsOf(request);
    if (fault instanceof DutiesApart) this.logDutiesApart(fault, request, traceId);
    if (problem.status >= 500) this.log(problem, fault, request, traceId);
    // A stream that has begun cannot turn into a problem; breaking it off is the only honest ending.
    if (reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    const page = this.pages?.pageOf(problem, request);
    if (this.pages !== undefined && page !== undefined) {
      answerWith(page, this.pages.headers, problem, reply);
      return;
    }
    void reply
      .status(problem.status)
      .headers(problem.headers ?? {})
      .header('content-type', PROBLEM_JSON)
      // Bytes, since Fastify adds a charset to text, which this media type does not have.
      .send(Buffer.from(JSON.stringify(problemBody(problem, request, traceId))));
  }

  /** Who tried, under which account, and what; neither names nor what the command said. */
  private logDutiesApart({ code }: DutiesApart, request: FastifyRequest, traceId: string): void {
    const access = findAccess(request);
    this.access.warn({
      message: `Refused for duties apart: ${code} at ${request.method} ${request.routeOptions.url ?? '(no route)'}`,
      traceId,
      ...(access && {
        subject: access.principal.subject,
        organisation: access.principal.organisation,
        role: access.role,
      }),
    });
  }

  private log(
    { code, status }: ProblemContent,
    fault: unknown,
    request: FastifyRequest,
    traceId: string,
  ): void {
    const message = `${code} at ${request.method} ${request.routeOptions.url ?? '(no route)'}`;
    if (status === PASSES_BY_ITSELF) {
      const because = fault instanceof Error ? fault.message : String(fault);
      this.logger.warn({ message, traceId, because });
    } else this.logger.error({ message, traceId, err: fault });
  }
}

function answerWith(
  page: PageOfProblem,
  pageHeaders: Readonly<Record<string, string>>,
  problem: ProblemContent,
  reply: FastifyReply,
): void {
  if ('redirectTo' in page) void reply.redirect(page.redirectTo, SEE_OTHER);
  else {
    void reply
      .status(problem.status)
      .headers(problem.headers ?? {})
      .headers(pageHeaders)
      .header('content-type', HTML)
      .send(page.html);
  }
}

function problemBody(problem: ProblemContent, request: FastifyRequest, traceId: string): object {
  const { code, status, title, detail, errors = [], facts = {} } = problem;
  return {
    // First, so that a fact can never stand in for a member of the standard.
    ...facts,
    type: problemType(code),
    title,
    status,
    detail,
    // Without the query, which may hold what somebody searched for.
    instance: request.url.split('?', 1)[0],
    code,
    traceId,
    ...(errors.length > 0 && { errors }),
  };
}
