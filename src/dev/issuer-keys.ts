import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

/** What the example issuer signs with. */
export interface IssuerKeys {
  /** A private RS256 key. */
  readonly signing: JWK;
  readonly cookie: string;
}

/** The keys in the folder, made on the first start: tokens and sign-ins go on being good after a restart. */
export async function issuerKeys(folder: string): Promise<IssuerKeys> {
  const file = join(folder, 'example-issuer-keys.json');
  try {
    return JSON.parse(await readFile(file, 'utf8')) as IssuerKeys;
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ENOENT') throw fault;
  }
  const keys = await newKeys();
  await mkdir(folder, { recursive: true });
  await writeFile(file, JSON.stringify(keys), { mode: 0o600 });
  return keys;
}

async function newKeys(): Promise<IssuerKeys> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const signing = await exportJWK(privateKey);
  return {
    signing: { ...signing, kid: randomBytes(8).toString('hex'), alg: 'RS256', use: 'sig' },
    cookie: randomBytes(32).toString('hex'),
  };
}
