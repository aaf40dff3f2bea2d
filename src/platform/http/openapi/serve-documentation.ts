import { SwaggerModule } from '@nestjs/swagger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { OpenApiHolder } from './openapi-holder.js';

const PATH = 'docs';
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * Serves the API description for people at `/docs`, where they can try it. Call it before listening, and only where people
 * try things out: the page runs scripts, and nobody is asked for a token to see it.
 */
export function serveDocumentation(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', (request, reply, _payload, done) => {
      if (request.url.startsWith(`/${PATH}`)) void reply.header('content-security-policy', POLICY);
      done();
    });
  SwaggerModule.setup(PATH, app, app.get(OpenApiHolder).get(), { raw: false });
}
