import { readFileSync } from 'node:fs';
import { InvalidSetting } from '../config/environment.js';
import { keyBytes, type KeySource, type PeopleSettings } from '../config/people-settings.js';
import type { KeyEncryption } from './key-encryption.js';
import { LocalKeyEncryption } from './local-key-encryption.js';

/** @throws InvalidSetting when a file cannot be read, holds no key that may be used, or both keys are the same. */
export function openKeyEncryption({
  key,
  keyBefore,
  production,
}: Pick<PeopleSettings, 'key' | 'keyBefore' | 'production'>): KeyEncryption {
  const current = bytesOf('PEOPLE_KEY', key, production);
  if (keyBefore === undefined) return new LocalKeyEncryption(current);
  const before = bytesOf('PEOPLE_KEY_BEFORE', keyBefore, production);
  if (Buffer.from(before).equals(current))
    throw new InvalidSetting('PEOPLE_KEY_BEFORE is the key that PEOPLE_KEY is: leave it out');
  return new LocalKeyEncryption(current, before);
}

/** @param name of the variable that holds the key; the one with the file's name ends in _FILE */
function bytesOf(name: string, source: KeySource, production: boolean): Uint8Array {
  if (source.from === 'variable') return keyBytes(name, source.hex, production);
  return keyBytes(`The file of ${name}_FILE`, textOf(name, source.path), production);
}

function textOf(name: string, path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (fault) {
    const { code = 'unknown' } = fault as NodeJS.ErrnoException;
    throw new InvalidSetting(`The file of ${name}_FILE cannot be read (${code})`);
  }
}
