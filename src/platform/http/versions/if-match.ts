import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.js';
import { revisionFromEtag } from './etag.js';

/** @throws Problem `version-missing` (428) without the header, `malformed-if-match` (400) when it is not one version. */
export function requiredRevision(header: string | undefined): number {
  if (header === undefined) {
    throw new Problem('version-missing', 'Send the ETag of the version that you decided on in If-Match.');
  }
  const revision = revisionFromEtag(header);
  if (revision === undefined) {
    throw new Problem('malformed-if-match', 'If-Match must be one version, such as W/"17".');
  }
  return revision;
}

const describeHeader = ApiHeader({
  name: 'If-Match',
  required: true,
  description: 'The ETag of the version that the command was decided on.',
  schema: { type: 'string', pattern: '^(W/)?"\\d+"$' },
  example: 'W/"17"',
});

/** Hands the handler the revision that the caller decided on, for `ifRevision`. The header is required. */
export const IfMatch = createParamDecorator(
  (_: unknown, context: ExecutionContext): number =>
    requiredRevision(context.switchToHttp().getRequest<FastifyRequest>().headers['if-match']),
  [
    (target, key) => {
      if (key === undefined) return;
      const descriptor = Object.getOwnPropertyDescriptor(target, key);
      if (descriptor !== undefined) describeHeader(target, key, descriptor);
    },
  ],
);
