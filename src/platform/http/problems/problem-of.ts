import { HttpException } from '@nestjs/common';
import { BrokenHistory } from '../../../kernel/aggregate.js';
import { InvalidValue } from '../../../kernel/invalid-value.js';
import { Refusal, type RefusalKind } from '../../../kernel/refusal.js';
import { EventStoreBusy, EventStoreUnavailable } from '../../event-store/event-store.js';
import { CommandIdReused, StaleRevision } from '../../event-store/streams.js';
import { StreamsNotFoundYet } from '../../past/past-refusals.js';
import { ApiRefusal } from '../inside/api-refusal.js';
import { isDatabaseUnavailable, isTableMissing } from './database-unavailable.js';
import { platformProblems, type PlatformProblemCode } from './problem-codes.js';
import { Problem, type ProblemContent } from './problem.js';

const statusOfKind = {
  conflict: 409,
  invalid: 422,
  forbidden: 403,
  'not-found': 404,
} as const satisfies Record<RefusalKind, number>;

/** Seconds after which a caller should try again when the database or the event store is away. */
const RETRY_SECONDS = '2';

/** What an error is to the caller. Anything that is not known to be safe to tell is `unexpected`, without its message. */
export function problemOf(fault: unknown): ProblemContent {
  if (fault instanceof Problem || fault instanceof ApiRefusal) return fault.content;
  if (fault instanceof Refusal) return ofRefusal(fault);
  if (fault instanceof StaleRevision) return ofStaleRevision(fault);
  if (fault instanceof CommandIdReused) return new Problem('command-id-reused', `${fault.message}.`).content;
  if (fault instanceof InvalidValue) return new Problem('invalid-value', fault.message).content;
  if (fault instanceof EventStoreBusy) return busy();
  if (fault instanceof EventStoreUnavailable || isDatabaseUnavailable(fault)) return unavailable();
  if (isTableMissing(fault)) return viewBeingRebuilt();
  if (fault instanceof BrokenHistory) return brokenHistory(fault);
  if (fault instanceof StreamsNotFoundYet) return notYetVisible(fault);
  return ofStatus(statusOf(fault), fault);
}

function ofRefusal(refusal: Refusal): ProblemContent {
  return {
    code: refusal.code,
    status: statusOfKind[refusal.kind],
    title: titleOf(refusal.code),
    detail: refusal.message,
    errors: refusal.fields,
    facts: refusal.facts,
  };
}

/** `case-not-ready` as a title: `Case not ready`. */
export function titleOf(code: string): string {
  const words = code.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function ofStaleRevision({ expectedRevision, actualRevision, message }: StaleRevision): ProblemContent {
  return new Problem('stale-version', `${message}.`, {
    facts: { yourVersion: expectedRevision, currentVersion: actualRevision },
    headers: { etag: `W/"${actualRevision}"` },
  }).content;
}

function unavailable(): ProblemContent {
  return new Problem(
    'unavailable',
    'The database cannot be reached at the moment. Nothing is lost: try again.',
    {
      headers: { 'retry-after': RETRY_SECONDS },
    },
  ).content;
}

function busy(): ProblemContent {
  return new Problem(
    'busy',
    'Too much is being recorded at the moment. Nothing is lost and nothing is done twice: try again.',
    {
      headers: { 'retry-after': RETRY_SECONDS },
    },
  ).content;
}

/** Without its reason, which may show what is stored: that goes to the log. */
function brokenHistory({ stream, revision }: BrokenHistory): ProblemContent {
  return new Problem(
    'broken-history',
    `The history ${stream} cannot be used from its event ${revision} on, so nothing is worked out from it and nothing is added to it.`,
    { facts: { stream, revision } },
  ).content;
}

function notYetVisible({ message }: StreamsNotFoundYet): ProblemContent {
  return new Problem('not-yet-visible', `${message}. Try again in a moment.`, {
    headers: { 'retry-after': '1' },
  }).content;
}

function viewBeingRebuilt(): ProblemContent {
  return new Problem('view-being-rebuilt', 'This view is being rebuilt. Nothing is lost: try again.', {
    headers: { 'retry-after': RETRY_SECONDS },
  }).content;
}

/** The status that Nest or Fastify gave an error of theirs, or 500. */
function statusOf(fault: unknown): number {
  if (fault instanceof HttpException) return fault.getStatus();
  const { statusCode, code } = (fault ?? {}) as { statusCode?: unknown; code?: unknown };
  // Only Fastify's own errors: a statusCode on anything else may be that of a server that we called.
  const isFastify = typeof code === 'string' && code.startsWith('FST_');
  return isFastify && typeof statusCode === 'number' ? statusCode : 500;
}

const codeOfStatus: Readonly<Record<number, PlatformProblemCode>> = {
  401: 'not-signed-in',
  403: 'not-allowed',
  404: 'not-found',
  413: 'too-large',
  414: 'address-too-long',
  415: 'unsupported-media-type',
  422: 'invalid-value',
  429: 'too-many-requests',
  503: 'unavailable',
};

function ofStatus(status: number, fault: unknown): ProblemContent {
  const code = codeOfStatus[status];
  if (code !== undefined) return new Problem(code, platformProblems[code].meaning).content;
  if (status >= 500) return new Problem('unexpected', platformProblems.unexpected.meaning).content;
  const detail =
    fault instanceof HttpException ? fault.message : platformProblems['malformed-request'].meaning;
  return { ...new Problem('malformed-request', detail).content, status };
}
