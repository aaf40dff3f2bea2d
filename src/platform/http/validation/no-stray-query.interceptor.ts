import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { ROUTE_ARGS_METADATA, RouteParamtypes } from '@nestjs/common/internal';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { Problem } from '../problems/problem.js';
import { API_PATH } from '../request/api-path.js';

/** Refuses query parameters on a route that takes none; a route with a query DTO refuses strange ones by validation. */
@Injectable()
export class NoStrayQueryInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { query } = context.switchToHttp().getRequest<FastifyRequest>();
    const names = Object.keys(query as object);
    if (names.length > 0 && !takesQuery(context)) {
      throw new Problem('unknown-parameter', 'This address takes no parameters.', {
        errors: names.map((parameter) => ({
          parameter,
          code: 'unknown-parameter',
          detail: `${parameter} is not known here`,
        })),
      });
    }
    return next.handle();
  }
}

function takesQuery(context: ExecutionContext): boolean {
  // Nest keys a route's arguments by `<type>:<index>`. A page may read the query of @Req() for itself; the API describes what it takes.
  const reading = isOfApi(context)
    ? [RouteParamtypes.QUERY]
    : [RouteParamtypes.QUERY, RouteParamtypes.REQUEST];
  const readers = reading.map((type) => `${type}:`);
  const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name) ??
    {}) as object;
  return Object.keys(args).some((key) => readers.some((reader) => key.startsWith(reader)));
}

function isOfApi(context: ExecutionContext): boolean {
  return context.switchToHttp().getRequest<FastifyRequest>().url.startsWith(API_PATH);
}
