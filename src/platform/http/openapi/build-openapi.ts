import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { BEARER_SCHEME } from '../../access/access-rule.js';
import { withCommonRules } from './common-rules.js';

const DESCRIPTION = `Commands are \`POST\` requests: they need an \`Idempotency-Key\`, and on something that exists an \`If-Match\` with
the ETag it was read with. Errors are \`application/problem+json\`. Days are \`YYYY-MM-DD\` in London, instants are UTC, and money is
text with two decimals. To read what you wrote, pass \`Handover-Position\` back as \`minPosition\`. New properties may be added to
answers at any time: ignore what you do not know.`;

/** The OpenAPI 3.1 description of every route, with the rules that all of them share written out at each. */
export function buildOpenApi(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Handover')
    .setDescription(DESCRIPTION.replaceAll('\n', ' '))
    .setVersion('1.0.0')
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }, BEARER_SCHEME)
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
  });
  return withCommonRules(document);
}
