import { describe, expect, it } from '@jest/globals';
import { LocalKeyEncryption } from './local-key-encryption.js';
import { CannotOpen } from './sealed-value.js';

const owner = { organisation: 'E10000015', personId: 'PN-7F3K92QD1M' };
const one = new LocalKeyEncryption(new Uint8Array(32).fill(1));
const two = new LocalKeyEncryption(new Uint8Array(32).fill(2));

describe('a wrapped data key', () => {
  it('unwraps to the key that was made', async () => {
    const { dataKey, wrapped } = await one.newDataKey(owner);
    expect(await one.unwrap(owner, wrapped)).toEqual(dataKey);
    expect(dataKey.bytes).toHaveLength(32);
  });

  it('does not hold the key in the clear', async () => {
    const { dataKey, wrapped } = await one.newDataKey(owner);
    expect(Buffer.from(wrapped.wrapped).includes(Buffer.from(dataKey.bytes))).toBe(false);
  });

  it.each([
    ['another person', { ...owner, personId: 'PN-0000000001' }],
    ['another organisation', { ...owner, organisation: 'QM7' }],
  ])('does not unwrap for %s', async (_, other) => {
    const { wrapped } = await one.newDataKey(owner);
    await expect(one.unwrap(other, wrapped)).rejects.toThrow(CannotOpen);
  });

  it('does not unwrap when any of its bits is changed, nor under another name', async () => {
    const { wrapped } = await one.newDataKey(owner);
    for (let bit = 0; bit < wrapped.wrapped.length * 8; bit += 1) {
      const changed = Uint8Array.from(wrapped.wrapped, (byte, at) =>
        at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte,
      );
      await expect(one.unwrap(owner, { ...wrapped, wrapped: changed })).rejects.toThrow(CannotOpen);
    }
    await expect(one.unwrap(owner, { ...wrapped, keyId: 'other' })).rejects.toThrow(CannotOpen);
    await expect(one.unwrap(owner, { ...wrapped, wrapped: new Uint8Array() })).rejects.toThrow(CannotOpen);
  });

  it('does not unwrap with another key-encryption key, and says that it is another', async () => {
    const { wrapped } = await one.newDataKey(owner);
    await expect(two.unwrap(owner, wrapped)).rejects.toThrow(/another key-encryption key/);
  });

  it('is another one each time', async () => {
    const made = await Promise.all(Array.from({ length: 20 }, () => one.newDataKey(owner)));
    expect(new Set(made.map(({ dataKey }) => Buffer.from(dataKey.bytes).toString('hex'))).size).toBe(20);
  });
});

describe('the key of keyed hashes', () => {
  it('stays the same for an organisation, and is another for each organisation and each key-encryption key', async () => {
    const hex = async (from: LocalKeyEncryption, organisation: string) =>
      Buffer.from(await from.indexKey(organisation)).toString('hex');
    expect(await hex(one, 'QM7')).toBe(await hex(new LocalKeyEncryption(new Uint8Array(32).fill(1)), 'QM7'));
    expect(new Set([await hex(one, 'QM7'), await hex(one, 'E10000015'), await hex(two, 'QM7')]).size).toBe(3);
  });
});

describe('while the key-encryption key is changed for another', () => {
  const both = new LocalKeyEncryption(new Uint8Array(32).fill(2), new Uint8Array(32).fill(1));

  it('the new one wraps, and both unwrap', async () => {
    const { dataKey, wrapped } = await one.newDataKey(owner);
    expect(await both.unwrap(owner, wrapped)).toEqual(dataKey);
    expect(both.wrapsWith).toBe(two.wrapsWith);
    const anew = await both.wrap(owner, dataKey);
    expect(anew.wrappedWith).toBe(two.wrapsWith);
    expect(await two.unwrap(owner, anew)).toEqual(dataKey);
    await expect(one.unwrap(owner, anew)).rejects.toThrow(/another key-encryption key/);
  });

  it('keys of hashes are derived from either, by name', async () => {
    expect(await both.indexKey('QM7')).toEqual(await two.indexKey('QM7'));
    expect(await both.indexKey('QM7', one.wrapsWith)).toEqual(await one.indexKey('QM7'));
    await expect(two.indexKey('QM7', one.wrapsWith)).rejects.toThrow(/another key-encryption key/);
  });
});

it('a key-encryption key has 32 bytes', () => {
  expect(() => new LocalKeyEncryption(new Uint8Array(16))).toThrow('32 bytes');
});
