import { describe, expect, it } from '@jest/globals';
import { useProduct } from '../support/product.js';
import { fuzz } from './fuzzer.js';
import { playedReferences } from './played-references.js';

const REQUESTS = 2000;
const SEED = 20_240_401;
/** So that most requests reach the rules, and not only the checks at the edge. */
const LEAST_ACCEPTING = 65;
/** It takes less than a minute on a machine that does nothing else. */
const PATIENCE_MS = 600_000;

describe('the whole product', () => {
  const product = useProduct();

  it(
    'answers what its description leads to, and what is wrong with one thing, as it says',
    async () => {
      const { address, databaseUrl, issuer } = product.current;
      const references = await playedReferences(address, issuer);
      const report = await fuzz(
        { address, databaseUrl, issuer, references },
        { requests: REQUESTS, seed: SEED },
      );
      expect(report.faults.map(({ fault, first }) => ({ fault, ...first }))).toEqual([]);
      expect(report.requests).toBe(REQUESTS);
      expect(report.operations.length - report.neverAccepted.length).toBeGreaterThan(LEAST_ACCEPTING);
    },
    PATIENCE_MS,
  );
});
