import { describe, expect, it } from '@jest/globals';
import { fingerprintOf } from './command-identity.js';

const fingerprint = (url: string, body: unknown = { startsOn: '2024-03-27' }) =>
  fingerprintOf({ method: 'POST', url, body });

describe('the fingerprint of a command', () => {
  it('is another for a trial run than for the real one', () => {
    const fingerprints = ['/v1/imports', '/v1/imports?dryRun=true', '/v1/imports?dryRun=false'].map((url) =>
      fingerprint(url),
    );
    expect(new Set(fingerprints).size).toBe(3);
  });

  it('is the same however the query and the body are written', () => {
    const first = fingerprint('/v1/imports?dryRun=true&from=2024-03-27', { a: 1, b: 2 });
    expect(fingerprint('/v1/imports?from=2024-03-27&dryRun=true', { b: 2, a: 1 })).toBe(first);
    expect(fingerprint('/v1/imports?dryRun=%74rue&from=2024-03-27', { a: 1, b: 2 })).toBe(first);
  });

  it('keeps the order of a parameter that is there twice, which may mean something', () => {
    expect(fingerprint('/v1/imports?row=1&row=2')).not.toBe(fingerprint('/v1/imports?row=2&row=1'));
  });

  it('takes an empty query for none', () => {
    expect(fingerprint('/v1/imports?')).toBe(fingerprint('/v1/imports'));
  });

  it('is another for another method, address or body', () => {
    const first = fingerprint('/v1/imports');
    expect(fingerprint('/v1/exports')).not.toBe(first);
    expect(fingerprint('/v1/imports', { startsOn: '2024-03-28' })).not.toBe(first);
    expect(fingerprintOf({ method: 'PUT', url: '/v1/imports', body: { startsOn: '2024-03-27' } })).not.toBe(
      first,
    );
  });
});
