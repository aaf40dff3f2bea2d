import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import type { DestinationStream } from 'pino';
import type { Settings } from '../platform/config/settings.js';
import { createWebApplication } from '../platform/http/create-web-application.js';
import { serveDocumentation } from '../platform/http/openapi/serve-documentation.js';
import { refuseUnboundLogin } from '../platform/persistence/process-login.js';
import { goByOrganisations } from './go-by-organisations.js';
import { DocumentsModule } from '../web/documents/documents.module.js';
import { WebPagesModule } from '../web/web-pages.module.js';
import { ProductModule } from './product.module.js';
import { serveProductMetrics } from './serve-product-metrics.js';

// Commands hold a connection for milliseconds, so a few serve many requests; PostgreSQL's own default is a hundred in all.
const WEB_POOL = 10;

export interface WebProcess {
  readonly app: NestFastifyApplication;
  /** `http://host:port`, with the port that was really taken. */
  readonly address: string;
}

export interface StartWebOptions {
  /** Whether `/docs` shows the API description to people. It needs scripts and styles. Default: not in production. */
  readonly documentation?: boolean;
  /** Where the lines of the log go. Default: standard output. */
  readonly logTo?: DestinationStream;
}

/**
 * Makes the web process and has it listen. The database has to be migrated already.
 *
 * @throws OtherSchema, OtherTextOrder when the database is older or newer than the code, or orders text in another way.
 * @throws UnboundLogin when the database would show its login more than the rows of who asks.
 * @throws InvalidSetting when the key of people's details cannot be used.
 */
export async function startWeb(
  settings: Settings,
  { documentation = !settings.web.production, logTo }: StartWebOptions = {},
): Promise<WebProcess> {
  const { web, databaseUrl, eventStore, people } = settings;
  await goByOrganisations(settings.organisationsFile);
  const database = { databaseUrl, poolSize: WEB_POOL, keptOpen: WEB_POOL };
  const product = ProductModule.forRoot({ database, eventStore, people });
  // Without sign-in the product is an API alone.
  const pages = [DocumentsModule, ...(web.signIn === undefined ? [] : [WebPagesModule])];
  const app = await createWebApplication(product, web, pages, logTo);
  await refuseUnboundLogin(app.get(DataSource), 'web').catch(async (fault: unknown) => {
    await app.close();
    throw fault;
  });
  if (documentation) serveDocumentation(app);
  await app.listen(web.port, web.host);
  if (settings.metrics !== undefined) await serveProductMetrics(app, settings.metrics);
  const { port } = app.getHttpServer().address() as AddressInfo;
  return { app, address: `http://${web.host === '0.0.0.0' ? '127.0.0.1' : web.host}:${port}` };
}
