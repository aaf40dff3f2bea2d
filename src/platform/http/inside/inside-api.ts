import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { accessOf, vouchFor } from '../../access/principal.js';
import type { ProblemContent, ProblemItem } from '../problems/problem.js';
import { askFor } from '../request/asked-for.js';
import { requestFactsOf } from '../request/request-facts.js';
import { POSITION_HEADER } from '../versions/answer.interceptor.js';
import { etagOf, revisionFromEtag } from '../versions/etag.js';
import { answerInside, type AnswerInside } from './answer-inside.js';
import { ApiRefusal, isStillRunning } from './api-refusal.js';

/** A success of the API. */
export interface ApiAnswer<Body> {
  readonly body: Body;
  /** The revision in the ETag, for the next command's If-Match. */
  readonly version?: number;
  /** Where the command's events stand, for a read that must show them. */
  readonly position?: string;
  /** The address of what the command made. */
  readonly location?: string;
}

/** How often a command that is still being carried out is sent again, each time after as long as its answer says. */
const MOST_WAITS = 5;

/** What a command is sent with besides its body. */
export interface CommandOptions {
  /** The same key sent again is the same command. */
  readonly key: string;
  /** The version that the sender saw; absent when the command makes something new. */
  readonly version?: number;
}

/**
 * The API, asked by the pages of the same process in the name of the person whose session the page is drawn for. What a page
 * shows or does is therefore what the API answers or takes: the same rights, checks, limits and records.
 */
@Injectable()
export class InsideApi {
  constructor(private readonly host: HttpAdapterHost) {}

  /** @throws ApiRefusal for every answer but a success. */
  async get<Body>(request: FastifyRequest, path: string): Promise<ApiAnswer<Body>> {
    return this.send<Body>(request, 'GET', path, {});
  }

  /** Gets what is a file and no JSON. @throws ApiRefusal for every answer but a success. */
  async file(request: FastifyRequest, path: string): Promise<Buffer> {
    const answer = await this.exchange(request, 'GET', path, {});
    if (!isSuccess(answer)) throw refusalIn(answer);
    return answer.body;
  }

  /**
   * Sends a command. One that was sent before under its key and is still being carried out is waited for, and answered as it was.
   *
   * @throws ApiRefusal for every answer but a success.
   */
  async command<Body>(
    request: FastifyRequest,
    path: string,
    body: unknown,
    options: CommandOptions,
  ): Promise<ApiAnswer<Body>> {
    const headers = commandHeaders('application/json', options);
    return this.sendCommand<Body>(request, path, headers, Buffer.from(JSON.stringify(body)));
  }

  /** Sends something that stores nothing, such as a calculation. @throws ApiRefusal for every answer but a success. */
  async ask<Body>(request: FastifyRequest, path: string, body: unknown): Promise<ApiAnswer<Body>> {
    const headers = { 'content-type': 'application/json' };
    return this.send<Body>(request, 'POST', path, headers, Buffer.from(JSON.stringify(body)));
  }

  /** Sends a CSV file as a command. @throws ApiRefusal for every answer but a success. */
  async upload<Body>(
    request: FastifyRequest,
    path: string,
    csv: Buffer,
    options: CommandOptions,
  ): Promise<ApiAnswer<Body>> {
    return this.sendCommand<Body>(request, path, commandHeaders('text/csv', options), csv);
  }

  private async sendCommand<Body>(
    request: FastifyRequest,
    path: string,
    headers: Readonly<Record<string, string>>,
    body: Buffer,
  ): Promise<ApiAnswer<Body>> {
    for (let waits = 0; ; waits += 1) {
      try {
        return await this.send<Body>(request, 'POST', path, headers, body);
      } catch (fault) {
        const isOver = !(fault instanceof ApiRefusal) || !isStillRunning(fault.content);
        if (isOver || waits === MOST_WAITS) throw fault;
        await pause(Number(fault.content.headers?.['retry-after'] ?? '1') * 1000);
      }
    }
  }

  private async send<Body>(
    request: FastifyRequest,
    method: string,
    url: string,
    headers: Readonly<Record<string, string>>,
    body?: Buffer,
  ): Promise<ApiAnswer<Body>> {
    return read<Body>(await this.exchange(request, method, url, headers, body));
  }

  private async exchange(
    request: FastifyRequest,
    method: string,
    url: string,
    headers: Readonly<Record<string, string>>,
    body?: Buffer,
  ): Promise<AnswerInside> {
    const { principal } = accessOf(request);
    const { correlationId, traceId, spanId } = requestFactsOf(request);
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    return answerInside(
      (raw, response) => fastify.routing(raw, response),
      {
        method,
        url,
        headers: { ...headers, 'x-correlation-id': correlationId, traceparent: `00-${traceId}-${spanId}-01` },
        remoteAddress: request.ip,
        ...(body !== undefined && { body }),
      },
      (raw) => {
        vouchFor(raw, principal);
        askFor(request.raw, raw);
      },
    );
  }
}

function commandHeaders(
  mediaType: string,
  { key, version }: CommandOptions,
): Readonly<Record<string, string>> {
  return {
    'content-type': mediaType,
    'idempotency-key': key,
    ...(version !== undefined && { 'if-match': etagOf(version) }),
  };
}

interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly code: string;
  readonly traceId: string;
  readonly errors?: readonly ProblemItem[];
}

function read<Body>(answer: AnswerInside): ApiAnswer<Body> {
  if (!isSuccess(answer)) throw refusalIn(answer);
  const { headers } = answer;
  const content = jsonIn(answer);
  const version = revisionFromEtag(textOf(headers['etag']) ?? '');
  const position = textOf(headers[POSITION_HEADER]);
  const location = textOf(headers['location']);
  return {
    body: content as Body,
    ...(version !== undefined && { version }),
    ...(position !== undefined && { position }),
    ...(location !== undefined && { location }),
  };
}

function isSuccess({ status }: AnswerInside): boolean {
  return status >= 200 && status <= 299;
}

function jsonIn({ body }: AnswerInside): unknown {
  const text = body.toString('utf8');
  return text === '' ? undefined : (JSON.parse(text) as unknown);
}

function refusalIn(answer: AnswerInside): ApiRefusal {
  return new ApiRefusal(problemIn(jsonIn(answer) as ProblemDocument, answer.headers));
}

function problemIn(
  { type: _type, instance: _instance, traceId: _traceId, ...problem }: ProblemDocument,
  headers: AnswerInside['headers'],
): ProblemContent {
  const { code, status, title, detail, errors, ...facts } = problem;
  const wait = textOf(headers['retry-after']);
  return {
    code,
    status,
    title,
    detail,
    facts,
    ...(errors !== undefined && { errors }),
    ...(wait !== undefined && { headers: { 'retry-after': wait } }),
  };
}

function textOf(header: unknown): string | undefined {
  return typeof header === 'string' ? header : undefined;
}
