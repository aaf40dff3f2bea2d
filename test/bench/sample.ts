import { canonicalBytes } from '../../src/platform/event-store/canonical-json.js';

/** Connections of each side. */
export const POOL_SIZE = 10;

/** A payload of the size that events of a case have: about 300 bytes. */
export const sample = {
  amountPence: 296_900,
  from: '2024-05-01',
  paidOn: '2024-05-03',
  payer: 'E10000015',
  paymentReference: 'DP-2024-0001234',
  until: '2024-05-29',
  padding: 'x'.repeat(150),
};

export type Sample = typeof sample;

export const SAMPLE_TYPE = 'bench.happened';
export const sampleText = JSON.stringify(sample);
export const sampleBytes = canonicalBytes(sample);
