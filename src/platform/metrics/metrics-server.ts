import { createServer, type Server } from 'node:http';
import { Logger } from '@nestjs/common';
import { prometheusText, type Metric } from './metric.js';

/** Where metrics are served. */
export interface MetricsSettings {
  readonly port: number;
  readonly host: string;
}

const CONTENT_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/**
 * Serves `GET /metrics` on a port of its own, which is not that of the API: what is watched from inside is not for the public,
 * and needs no sign-in where only the inside can reach it.
 *
 * @returns the server, which listens and keeps no process alive
 */
export async function serveMetrics(
  { port, host }: MetricsSettings,
  collect: () => Promise<readonly Metric[]>,
): Promise<Server> {
  const logger = new Logger('Metrics');
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    collect().then(
      (metrics) => {
        response.writeHead(200, { 'content-type': CONTENT_TYPE, 'cache-control': 'no-store' });
        response.end(prometheusText([...metrics, memoryOfProcess()]));
      },
      (fault: unknown) => {
        logger.warn({
          message: 'metrics cannot be collected',
          because: fault instanceof Error ? fault.message : String(fault),
        });
        response.writeHead(503).end();
      },
    );
  });
  server.unref();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return server;
}

function memoryOfProcess(): Metric {
  return {
    name: 'process_resident_memory_bytes',
    help: 'Memory that this process holds.',
    values: [{ labels: {}, value: process.memoryUsage().rss }],
  };
}
