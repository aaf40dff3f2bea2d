import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InvalidSetting } from '../config/environment.js';
import { DEVELOPMENT_KEY } from '../config/people-settings.js';
import { openKeyEncryption } from './open-key-encryption.js';

const RANDOM = 'd7a4c1f08b3e5296710fbe2d4c8a93e65f1b0d7742ce89a3516f0e4bb2d8c703';

describe('the key-encryption key from a file', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'handover-key-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const openFile = (content: string, production = true) => {
    const path = join(folder, 'people-key');
    writeFileSync(path, content);
    return openKeyEncryption({ key: { from: 'file', path }, production });
  };

  it('is the same as from the variable', async () => {
    const fromVariable = openKeyEncryption({ key: { from: 'variable', hex: RANDOM }, production: true });
    const fromFile = openFile(`${RANDOM.toUpperCase()}\n`);
    expect(await fromFile.indexKey('QM7')).toEqual(await fromVariable.indexKey('QM7'));
  });

  it.each([
    ['', 'The file of PEOPLE_KEY_FILE must be 64 hexadecimal digits, as "openssl rand -hex 32" writes them'],
    [
      RANDOM.slice(1),
      'The file of PEOPLE_KEY_FILE must be 64 hexadecimal digits, as "openssl rand -hex 32" writes them',
    ],
    [
      DEVELOPMENT_KEY,
      'The file of PEOPLE_KEY_FILE is a key of development: in production it must be a random one',
    ],
  ])('cannot be "%s" in production, and the refusal does not repeat it', (content, message) => {
    expect(() => openFile(content)).toThrow(new InvalidSetting(message));
  });

  it('may be changed for another, which has to be another', () => {
    const current = { from: 'variable', hex: RANDOM } as const;
    const other = { from: 'variable', hex: RANDOM.replace('d7', '7d') } as const;
    const keys = openKeyEncryption({ key: current, keyBefore: other, production: true });
    expect(keys.wrapsWith).toBe(openKeyEncryption({ key: current, production: true }).wrapsWith);
    expect(() => openKeyEncryption({ key: current, keyBefore: current, production: true })).toThrow(
      new InvalidSetting('PEOPLE_KEY_BEFORE is the key that PEOPLE_KEY is: leave it out'),
    );
    const missing = { from: 'file', path: join(folder, 'missing') } as const;
    expect(() => openKeyEncryption({ key: current, keyBefore: missing, production: true })).toThrow(
      new InvalidSetting('The file of PEOPLE_KEY_BEFORE_FILE cannot be read (ENOENT)'),
    );
  });

  it('may be the development key elsewhere', () => {
    expect(() => openFile(DEVELOPMENT_KEY, false)).not.toThrow();
  });

  it('has to be there', () => {
    const key = { from: 'file', path: join(folder, 'missing') } as const;
    expect(() => openKeyEncryption({ key, production: false })).toThrow(
      new InvalidSetting('The file of PEOPLE_KEY_FILE cannot be read (ENOENT)'),
    );
  });
});
