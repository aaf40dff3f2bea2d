import multipart from '@fastify/multipart';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '../http/problems/problem.js';

/** The largest file that is taken. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;

const CSV = 'text/csv';
const FORM = 'multipart/form-data';

/** For a route that takes a file: as a body of `text/csv`, or as the field `file` of a form. Every other route takes JSON only. */
export const AcceptsFile = (): MethodDecorator => RouteConfig({ acceptsFile: true });

/** Teaches the HTTP server to read files, on the routes that say so. */
@Injectable()
export class FileUploads implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    // A process without an HTTP server has nothing to teach. The adapter is typed as always there.
    const adapter = this.host.httpAdapter as HttpAdapterHost['httpAdapter'] | undefined;
    if (adapter?.getType() !== 'fastify') return;
    readFiles(adapter.getInstance<FastifyInstance>());
  }
}

function readFiles(fastify: FastifyInstance): void {
  fastify.addHook('preParsing', (request, _reply, payload, done) => {
    const isFile = [CSV, FORM].includes(mediaTypeOf(request));
    // A form can be sent by a strange site without asking first, so no other route may read one.
    done(isFile && !acceptsFile(request) ? notJson() : null, payload);
  });
  fastify.addContentTypeParser(
    CSV,
    { parseAs: 'buffer', bodyLimit: MAX_FILE_BYTES },
    (_request, body, done) => {
      try {
        done(null, textOf(body as Buffer));
      } catch (fault) {
        done(fault as Error);
      }
    },
  );
  // Not awaited: that would start Fastify, and routes would keep the error handler that they have before Nest sets its own.
  void fastify.register(multipart, {
    attachFieldsToBody: 'keyValues',
    // A page's form sends, beside the file, what shows that it is a page's.
    limits: { fileSize: MAX_FILE_BYTES, files: 1, fields: 1, parts: 2 },
    // The whole file as text, so that the command that it makes can be recognised when it is sent again.
    onFile: async (part) => {
      Object.assign(part, { value: textOf(await part.toBuffer()) });
    },
  });
}

/**
 * The text of the file that came with the request.
 *
 * @throws Problem `malformed-request` when there is none.
 */
export function uploadedText({ body }: FastifyRequest): string {
  if (typeof body === 'string') return body;
  const file = typeof body === 'object' && body !== null && 'file' in body ? body.file : undefined;
  if (typeof file === 'string') return file;
  throw new Problem(
    'malformed-request',
    'Send the file as a body of text/csv, or in the field "file" of a multipart form.',
  );
}

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Problem('malformed-request', 'The file is not text in UTF-8.', { cause });
  }
}

function acceptsFile({ routeOptions }: FastifyRequest): boolean {
  return (routeOptions.config as { acceptsFile?: unknown }).acceptsFile === true;
}

function mediaTypeOf({ headers }: FastifyRequest): string {
  return (headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

function notJson(): Problem {
  return new Problem('unsupported-media-type', 'This address takes JSON only.');
}
