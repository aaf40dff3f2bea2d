import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { serveMetrics, type MetricsSettings } from '../platform/metrics/metrics-server.js';
import { outbox } from '../platform/outbox/outbox.js';
import { outboxMetric } from '../platform/outbox/outbox-metric.js';
import { projectionMetrics } from '../platform/projections/projection-metrics.js';
import { Projections } from '../platform/projections/projections.js';

/** Serves what the product tells about itself in numbers. */
export async function serveProductMetrics(
  app: INestApplicationContext,
  settings: MetricsSettings,
): Promise<void> {
  const projections = app.get(Projections);
  const { manager } = app.get(DataSource);
  await serveMetrics(settings, async () => [
    ...projectionMetrics(await projections.status()),
    outboxMetric(await outbox.counts(manager)),
  ]);
}
