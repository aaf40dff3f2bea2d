import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { ROUTE_ARGS_METADATA, RouteParamtypes } from '@nestjs/common/internal';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { Problem } from '../problems/problem.js';

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
  // Nest keys a route's arguments by `<type>:<index>`. @Req() may read the query for itself.
  const readers = [RouteParamtypes.QUERY, RouteParamtypes.REQUEST].map((type) => `${type}:`);
  const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name) ??
    {}) as object;
  return Object.keys(args).some((key) => readers.some((reader) => key.startsWith(reader)));
}
