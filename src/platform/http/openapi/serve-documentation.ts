import type { INestApplication } from '@nestjs/common';
import { SwaggerModule } from '@nestjs/swagger';
import { OpenApiHolder } from './openapi-holder.js';

/** Serves the API description for people at `/docs`. Only where people try things out: it needs scripts and styles. */
export function serveDocumentation(app: INestApplication): void {
  SwaggerModule.setup('docs', app, app.get(OpenApiHolder).get(), { raw: false });
}
