import cookie from '@fastify/cookie';
import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DestinationStream } from 'pino';
import { AccessModule } from '../access/access.module.js';
import type { WebSettings } from '../config/web-settings.js';
import { HealthModule } from '../health/health.module.js';
import { JsonLogger } from '../logging/json-logger.js';
import { logRequests } from '../logging/request-log.js';
import { SignInModule } from '../sign-in/sign-in.module.js';
import { HttpModule } from './http.module.js';
import { buildOpenApi } from './openapi/build-openapi.js';
import { OpenApiHolder } from './openapi/openapi-holder.js';
import { createFastifyAdapter } from './request/fastify-instance.js';
import { registerRateLimits } from './request/rate-limit.js';

@Module({})
class WebApplicationModule {}

/**
 * Makes the web application around a module with every rule of the API in place, not yet listening. The module, or one
 * that it imports, has to provide globally: TypeORM's `DataSource`, `READ_MODEL_PROGRESS` and `PROJECTION_LAG`.
 *
 * @param pages modules of pages and documents, which stand on the API, and pages on sign-in
 * @param logTo where the lines of the log go, standard output when absent
 * @throws Error when a route has no access rule.
 */
export async function createWebApplication(
  module: Type | DynamicModule,
  settings: WebSettings,
  pages: readonly Type[] = [],
  logTo?: DestinationStream,
): Promise<NestFastifyApplication> {
  const { signIn } = settings;
  const root: DynamicModule = {
    module: WebApplicationModule,
    imports: [
      module,
      AccessModule.forRoot(settings),
      HttpModule,
      HealthModule.forRoot(settings),
      ...(signIn === undefined ? [] : [SignInModule.forRoot(signIn)]),
      ...pages,
    ],
  };
  const app = await NestFactory.create<NestFastifyApplication>(root, createFastifyAdapter(settings), {
    logger: new JsonLogger(settings.logLevel, logTo),
    // The adapter has the one parser there is.
    bodyParser: false,
    abortOnError: false,
  });
  logRequests(app.getHttpAdapter().getInstance());
  await registerRateLimits(app, settings.rateLimits);
  if (signIn !== undefined) await app.register(cookie);
  app.enableShutdownHooks();
  await app.init();
  app.get(OpenApiHolder).put(buildOpenApi(app));
  return app;
}
