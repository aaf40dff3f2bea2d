import { createServer, type Server } from 'node:http';
import { Module, type DynamicModule, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { DestinationStream } from 'pino';
import { ErasureWorker } from '../people/index.js';
import { DataSource } from 'typeorm';
import { AccessModule } from '../platform/access/access.module.js';
import type { Settings } from '../platform/config/settings.js';
import { JsonLogger } from '../platform/logging/json-logger.js';
import { refuseUnboundLogin } from '../platform/persistence/process-login.js';
import { OutboxWorker } from '../platform/outbox/outbox-worker.js';
import { ProjectionWorker } from '../platform/projections/projection-worker.js';
import { ReactorWorker } from '../platform/reactors/reactor-worker.js';
import { serveProductMetrics } from './serve-product-metrics.js';
import { goByOrganisations } from './go-by-organisations.js';
import { ProductModule } from './product.module.js';

@Module({})
class WorkerModule {}

// Each projection and each reactor holds a connection while it applies a batch.
const WORKER_POOL = 14;

/**
 * Starts the worker process: projections and reactors, and `/health/live` on the web settings' port.
 *
 * @throws OtherSchema, OtherTextOrder, UnboundLogin, InvalidSetting as `followStore`.
 */
export async function startWorker(settings: Settings): Promise<void> {
  const app = await followStore(settings);
  app.enableShutdownHooks();
  const { web, metrics } = settings;
  if (metrics !== undefined) await serveProductMetrics(app, metrics);
  await listening(liveness(), web.port, web.host);
}

/**
 * Starts what follows the store or a date. It stops when the application that it answers with closes, and may stand beside
 * another one in the same process, but never shares its login: what keeps the read models sees the rows of everybody.
 *
 * @param settings those of the worker
 * @param logTo where the lines of the log go, standard output when absent
 * @throws OtherSchema, OtherTextOrder when the database is older or newer than the code, or orders text in another way.
 * @throws UnboundLogin when its login could change the tables themselves.
 * @throws InvalidSetting when the key of people's details cannot be used.
 */
export async function followStore(
  settings: Settings,
  logTo?: DestinationStream,
): Promise<INestApplicationContext> {
  const { web, databaseUrl, eventStore, people } = settings;
  await goByOrganisations(settings.organisationsFile);
  const database = { databaseUrl, poolSize: WORKER_POOL };
  const root: DynamicModule = {
    module: WorkerModule,
    // The product's controllers are made here too, though nobody can call them, and they ask for who is who.
    imports: [
      ProductModule.forRoot({ database, eventStore, people, databaseName: 'worker' }),
      AccessModule.forRoot(web),
    ],
  };
  const app = await NestFactory.createApplicationContext(root, {
    logger: new JsonLogger(web.logLevel, logTo),
    abortOnError: false,
  });
  await refuseUnboundLogin(app.get(DataSource), 'worker').catch(async (fault: unknown) => {
    await app.close();
    throw fault;
  });
  app.get(ProjectionWorker).start();
  app.get(ReactorWorker).start();
  app.get(OutboxWorker).start();
  app.get(ErasureWorker, { strict: false }).start();
  return app;
}

/** Tells the platform that the process lives. How far the read models are behind is for `/health/ready` of the web process. */
function liveness(): Server {
  const server = createServer((request, response) => {
    const live = request.method === 'GET' && request.url === '/health/live';
    response.writeHead(live ? 200 : 404, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(live ? '{"status":"up"}' : '{"status":"not-found"}');
  });
  // It must not keep a process alive that has been told to stop.
  server.unref();
  return server;
}

function listening(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}
