import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ProblemCatalogue } from '../../src/platform/http/problems/problem-catalogue.js';
import { useProduct } from '../support/product.js';

const SRC = new URL('../../src/', import.meta.url).pathname;
// `readonly code = 'case-not-ready'` of a refusal, and `new FieldRefused('/paidOn', 'in-the-future', …)`.
const CODES = [/readonly code = '([a-z-]+)'/g, /new FieldRefused\(\s*[^,()]+,\s*'([a-z-]+)'/g];

/** Every code that the source refuses with. */
function codesOfSource(): readonly string[] {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' });
  const sources = files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .map((file) => readFileSync(join(SRC, file), 'utf8'));
  const codes = sources.flatMap((source) =>
    CODES.flatMap((pattern) => [...source.matchAll(pattern)].map(([, code = '']) => code)),
  );
  return [...new Set(codes)].sort();
}

describe('a refusal', () => {
  const product = useProduct();

  it('has a page for its code, whichever context it comes from', () => {
    const described = new Set(product.current.app.get(ProblemCatalogue).codes());
    const codes = codesOfSource();
    expect(codes.length).toBeGreaterThan(50);
    expect(codes.filter((code) => !described.has(code))).toEqual([]);
  });

  it('has a page that anybody can read', async () => {
    const { address, app } = product.current;
    for (const code of app.get(ProblemCatalogue).codes()) {
      const page = await fetch(`${address}/problems/${code}`);
      expect([code, page.status, await page.text()]).toEqual([code, 200, expect.stringContaining(code)]);
    }
  });
});
