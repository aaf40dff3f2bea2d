import { readFileSync } from 'node:fs';
import { InvalidSetting } from '../config/environment.js';
import { keyBytes, type PeopleSettings } from '../config/people-settings.js';
import type { KeyEncryption } from './key-encryption.js';
import { LocalKeyEncryption } from './local-key-encryption.js';

/** @throws InvalidSetting when the file cannot be read, or holds no key that may be used. */
export function openKeyEncryption({
  key,
  production,
}: Pick<PeopleSettings, 'key' | 'production'>): KeyEncryption {
  if (key.from === 'variable') return new LocalKeyEncryption(keyBytes('PEOPLE_KEY', key.hex, production));
  return new LocalKeyEncryption(keyBytes('The file of PEOPLE_KEY_FILE', textOf(key.path), production));
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (fault) {
    const { code = 'unknown' } = fault as NodeJS.ErrnoException;
    throw new InvalidSetting(`The file of PEOPLE_KEY_FILE cannot be read (${code})`);
  }
}
