import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { asSeenBy } from '../../access/field-rights.js';
import { findAccess } from '../../access/principal.js';
import { PageAnswer } from '../paging/page-answer.js';
import { nextPageLink } from '../paging/next-page-link.js';
import { CommandAnswer, FileAnswer, ReadAnswer } from './answer.js';
import { etagOf, noneMatchNames } from './etag.js';

/** How far a read model must have come to show what a command wrote; it goes back as `?minPosition=`. */
export const POSITION_HEADER = 'handover-position';

/** Turns the answers of handlers into status, headers and body, without the fields that are not for the role of who asks. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const role = findAccess(request)?.role;
    return next.handle().pipe(
      map((answer: unknown) => {
        const body = bodyOf(answer, request, reply);
        return role === undefined ? body : asSeenBy(role, body);
      }),
    );
  }
}

function bodyOf(answer: unknown, request: FastifyRequest, reply: FastifyReply): unknown {
  if (answer instanceof CommandAnswer) return ofCommand(answer, reply);
  if (answer instanceof ReadAnswer) return ofRead(answer, request, reply);
  if (answer instanceof PageAnswer) return ofPage(answer, request, reply);
  if (answer instanceof FileAnswer) return ofFile(answer, reply);
  return answer;
}

function ofCommand({ status, body, version, location }: CommandAnswer, reply: FastifyReply): unknown {
  void reply.status(status).headers({
    etag: etagOf(version.revision),
    ...(version.position !== undefined && { [POSITION_HEADER]: version.position }),
    ...(location !== undefined && { location }),
  });
  return body;
}

function ofRead({ body, revision }: ReadAnswer, request: FastifyRequest, reply: FastifyReply): unknown {
  void reply.header('etag', etagOf(revision));
  if (!noneMatchNames(request.headers['if-none-match'], revision)) return body;
  void reply.status(304);
  return undefined;
}

function ofPage({ items, next, more }: PageAnswer, request: FastifyRequest, reply: FastifyReply): unknown {
  if (next === undefined) return { items, ...more };
  void reply.header('link', nextPageLink(request.url, next));
  return { items, next, ...more };
}

function ofFile({ fileName, mediaType, content }: FileAnswer, reply: FastifyReply): Buffer {
  void reply.type(mediaType).header('content-disposition', `attachment; filename="${fileName}"`);
  return content;
}
