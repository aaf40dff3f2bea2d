import type { Metric } from '../metrics/metric.js';
import type { ProjectionStatus } from './projections.js';

/** How the projections stand, as numbers for whoever watches over them. */
export function projectionMetrics(all: readonly ProjectionStatus[]): readonly Metric[] {
  const each = (name: string, help: string, valueOf: (status: ProjectionStatus) => number): Metric => ({
    name,
    help,
    values: all.map((status) => ({ labels: { projection: status.name }, value: valueOf(status) })),
  });
  return [
    each(
      'handover_projection_lag_events',
      'Events that a read model has still to take in.',
      (one) => one.lagEvents,
    ),
    each(
      'handover_projection_lag_seconds',
      'For how long the oldest event has been there that a read model has still to take in.',
      (one) => one.lagSeconds,
    ),
    each(
      'handover_projection_parked_subjects',
      'Subjects that a read model holds back.',
      (one) => one.parked.length,
    ),
    each('handover_projection_stopped', '1 when a read model does not go on, else 0.', (one) =>
      Number(one.stoppedBecause !== undefined),
    ),
  ];
}
