import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { PageRenderer } from './page-renderer.js';
import { Download, Page, SeeOther } from './page.js';

export const HTML = 'text/html; charset=utf-8';
const SEE_OTHER = 303;

/** Sends what the handlers of pages return. */
@Injectable()
export class PageInterceptor implements NestInterceptor {
  constructor(private readonly renderer: PageRenderer) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    return next.handle().pipe(map((answer: unknown) => this.bodyOf(answer, request, reply)));
  }

  private bodyOf(answer: unknown, request: FastifyRequest, reply: FastifyReply): unknown {
    if (answer instanceof Page) {
      void reply.status(answer.status).type(HTML).headers(this.renderer.headers);
      return this.renderer.render(answer, request);
    }
    if (answer instanceof SeeOther) {
      void reply.status(SEE_OTHER).header('location', answer.path);
      return undefined;
    }
    if (answer instanceof Download) {
      void reply
        .type(answer.mediaType)
        .header('content-disposition', `attachment; filename="${answer.fileName}"`);
      return answer.content;
    }
    return answer;
  }
}
