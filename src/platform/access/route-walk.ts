import { Injectable, RequestMethod, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { isWithoutIdempotencyKey } from '../http/idempotency/without-idempotency-key.js';
import { isStrictlyLimited } from '../http/request/strict-rate-limit.js';
import { accessRuleOf, type AccessRule } from './access-rule.js';

// What Nest's own route decorators leave on handlers and controllers.
const PATH = 'path';
const METHOD = 'method';
/** How the address of what is taken away as a file ends: `history.csv`. */
const FILE = /\.\w+$/;

/** One route of the application, as its decorators describe it. */
export interface Route {
  readonly controller: string;
  readonly handler: string;
  readonly method: string;
  /** With its parameters: `/v1/transfer-cases/:caseRef`. */
  readonly path: string;
  readonly rule: AccessRule | undefined;
  readonly withoutIdempotencyKey: boolean;
  /** Whether it counts towards the limit of searches. */
  readonly strictlyLimited: boolean;
}

/** Finds every route, and refuses to start when one of them lacks a rule that every route of its kind has. */
@Injectable()
export class RouteWalk implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  /**
   * @throws Error naming each route that has no access rule, is a public command that nobody is known for, or gives a file away
   *   as often as somebody asks.
   */
  onModuleInit(): void {
    const faults = this.routes().flatMap(faultsOf);
    if (faults.length > 0) throw new Error(`The application does not start:\n${faults.join('\n')}`);
  }

  /** Every route of every controller. */
  routes(): readonly Route[] {
    return this.discovery.getControllers().flatMap(({ instance, metatype }) => {
      if (typeof metatype !== 'function' || typeof instance !== 'object' || instance === null) return [];
      const controller = instance as Record<string, unknown>;
      return (
        this.scanner
          .getAllMethodNames(Object.getPrototypeOf(controller) as object)
          .map((name) => controller[name])
          .filter((handler) => typeof handler === 'function' && Reflect.hasMetadata(METHOD, handler))
          // eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- Nest's own type of handlers.
          .flatMap((handler) => routesOf(handler as Function, metatype))
      );
    });
  }
}

// eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- Nest's own type of handlers and classes.
function routesOf(handler: Function, controller: Function): Route[] {
  const method = RequestMethod[Reflect.getMetadata(METHOD, handler) as RequestMethod];
  return pathsOf(controller).flatMap((prefix) =>
    pathsOf(handler).map((path) => ({
      controller: controller.name,
      handler: handler.name,
      method,
      path: `/${[prefix, path]
        .flatMap((part) => part.split('/'))
        .filter(Boolean)
        .join('/')}`,
      rule: accessRuleOf(handler, controller),
      withoutIdempotencyKey: isWithoutIdempotencyKey(handler, controller),
      strictlyLimited: isStrictlyLimited(handler, controller),
    })),
  );
}

function pathsOf(target: object): readonly string[] {
  const paths = (Reflect.getMetadata(PATH, target) ?? '') as string | string[];
  return Array.isArray(paths) ? paths : [paths];
}

function faultsOf(route: Route): string[] {
  const { controller, handler, method, path, rule, withoutIdempotencyKey, strictlyLimited } = route;
  const name = `${method} ${path} (${controller}.${handler})`;
  if (rule === undefined) return [`${name} has neither @RequiresRole() nor @Public()`];
  if (rule.public && method !== 'GET' && !withoutIdempotencyKey) {
    return [`${name} is public, so its Idempotency-Key belongs to nobody: add @WithoutIdempotencyKey()`];
  }
  if (!rule.public && FILE.test(path) && !strictlyLimited) {
    return [`${name} gives a file away: add @StrictRateLimit()`];
  }
  return [];
}
