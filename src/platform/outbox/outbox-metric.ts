import type { Metric } from '../metrics/metric.js';

/** How many effects wait to be carried out, and how many are no longer tried. */
export function outboxMetric({ waiting, dead }: { readonly waiting: number; readonly dead: number }): Metric {
  return {
    name: 'handover_outbox_effects',
    help: 'Effects outside of the product that have not been carried out: waiting, or dead and no longer tried.',
    values: [
      { labels: { status: 'waiting' }, value: waiting },
      { labels: { status: 'dead' }, value: dead },
    ],
  };
}
