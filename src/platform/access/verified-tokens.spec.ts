import { describe, expect, it } from '@jest/globals';
import type { SignedIn } from './principal.js';
import { VerifiedTokens } from './verified-tokens.js';

const START_SECONDS = Date.parse('2026-01-05T09:00:00Z') / 1000;
const worker: SignedIn = { issuer: 'i', subject: 's', organisation: 'E10000015', claimedRoles: [] };

function tokens() {
  let seconds = START_SECONDS;
  return {
    verified: new VerifiedTokens({ now: () => new Date(seconds * 1000) }),
    pass: (more: number) => void (seconds += more),
  };
}

describe('a token that was found good', () => {
  it('is known by its very text, and no other is', () => {
    const { verified } = tokens();
    verified.keep('a.b.c', worker, START_SECONDS + 600);
    expect(verified.find('a.b.c')).toBe(worker);
    expect(verified.find('a.b.C')).toBeUndefined();
  });

  it('is checked again after a minute', () => {
    const { verified, pass } = tokens();
    verified.keep('a.b.c', worker, START_SECONDS + 600);
    pass(59);
    expect(verified.find('a.b.c')).toBe(worker);
    pass(1);
    expect(verified.find('a.b.c')).toBeUndefined();
  });

  it('is not known from the second on in which it expires', () => {
    const { verified, pass } = tokens();
    verified.keep('a.b.c', worker, START_SECONDS + 10);
    pass(9);
    expect(verified.find('a.b.c')).toBe(worker);
    pass(1);
    expect(verified.find('a.b.c')).toBeUndefined();
  });

  it('is pushed out by ten thousand others', () => {
    const { verified } = tokens();
    for (let n = 0; n <= 10_000; n += 1) verified.keep(`token-${n}`, worker, START_SECONDS + 600);
    expect(verified.find('token-0')).toBeUndefined();
    expect(verified.find('token-1')).toBe(worker);
    expect(verified.find('token-10000')).toBe(worker);
  });
});
