import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CannotOpen, open, seal, type DataKey, type SealedPlace, type SealedValue } from './sealed-value.js';

const place: SealedPlace = { organisation: 'E10000015', record: 'PN-7F3K92QD1M/1', field: '/name/family' };
const keys = fc
  .record({ keyId: fc.uuid(), bytes: fc.uint8Array({ minLength: 32, maxLength: 32 }) })
  .map((key): DataKey => key);
const texts = fc.string({ unit: 'grapheme', maxLength: 200 });

const bitFlipped = (text: string, bit: number) => {
  const bytes = Buffer.from(text, 'base64url');
  const at = bit % (bytes.length * 8);
  bytes[at >> 3] = (bytes[at >> 3] ?? 0) ^ (1 << (at & 7));
  return bytes.toString('base64url');
};
const refused = (key: DataKey, at: SealedPlace, sealed: SealedValue) =>
  expect(() => open(key, at, sealed)).toThrow(CannotOpen);

describe('a sealed value', () => {
  it('opens to the text that was sealed', () =>
    fc.assert(
      fc.property(keys, texts, (key, text) => {
        expect(open(key, place, seal(key, place, text))).toBe(text);
      }),
    ));

  it('does not open when any bit of it is changed', () =>
    fc.assert(
      fc.property(keys, texts, fc.nat(), (key, text, bit) => {
        const sealed = seal(key, place, text);
        refused(key, place, { ...sealed, c: bitFlipped(sealed.c, bit) });
        refused(key, place, { ...sealed, n: bitFlipped(sealed.n, bit) });
      }),
    ));

  it('does not open when a sign of its text is changed, even one that a decoder would overlook', () => {
    const key = { keyId: 'a', bytes: new Uint8Array(32) };
    const sealed = seal(key, place, 'Trescothick');
    const signs = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'];
    const last = sealed.c.slice(-1);
    for (const sign of signs.filter((each) => each !== last)) {
      refused(key, place, { ...sealed, c: sealed.c.slice(0, -1) + sign });
    }
    refused(key, place, { ...sealed, c: `${sealed.c}=` });
    refused(key, place, { ...sealed, c: '' });
  });

  it.each<[string, Partial<SealedPlace>]>([
    ['another field', { field: '/name/given' }],
    ['another record', { record: 'PN-7F3K92QD1M/2' }],
    ['another person', { record: 'PN-0000000001/1' }],
    ['another organisation', { organisation: 'QM7' }],
    ['the same letters, divided in another way', { record: 'PN-7F3K92QD1M/1/name', field: '/family' }],
  ])('does not open in %s', (_, moved) => {
    const key = { keyId: 'a', bytes: new Uint8Array(32).fill(7) };
    refused(key, { ...place, ...moved }, seal(key, place, 'Trescothick'));
  });

  it('does not open with another key, nor with the same bytes under another name', () =>
    fc.assert(
      fc.property(keys, keys, texts, (key, other, text) => {
        fc.pre(key.keyId !== other.keyId && Buffer.compare(key.bytes, other.bytes) !== 0);
        const sealed = seal(key, place, text);
        refused(other, place, sealed);
        refused({ ...other, keyId: key.keyId }, place, sealed);
        refused({ ...key, keyId: other.keyId }, place, { ...sealed, k: other.keyId });
      }),
    ));

  it('shows of the length only how many times 64 bytes it fills', () =>
    fc.assert(
      fc.property(keys, texts, (key, text) => {
        const bytes = Buffer.byteLength(text);
        const sealed = Buffer.from(seal(key, place, text).c, 'base64url');
        expect(sealed.length - 16).toBe((Math.floor(bytes / 64) + 1) * 64);
      }),
    ));

  it('is never the same twice', () => {
    const key = { keyId: 'a', bytes: new Uint8Array(32) };
    const sealed = Array.from({ length: 100 }, () => seal(key, place, 'yes'));
    expect(new Set(sealed.map(({ n }) => n)).size).toBe(100);
    expect(new Set(sealed.map(({ c }) => c)).size).toBe(100);
  });

  it('says where it does not open, and nothing of what is in it', () => {
    const key = { keyId: 'a', bytes: new Uint8Array(32) };
    const sealed = seal(key, place, 'Trescothick');
    expect(() => open({ ...key, keyId: 'b' }, place, sealed)).toThrow(
      '/name/family of PN-7F3K92QD1M/1 is not what was sealed there with its key',
    );
  });
});
