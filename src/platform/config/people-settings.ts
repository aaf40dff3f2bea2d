import { InvalidSetting, optionalText, required, type Environment } from './environment.js';

/** Where the key-encryption key of people's details comes from. */
export type KeySource =
  | { readonly from: 'file'; readonly path: string }
  /** 64 hexadecimal digits. A secret: never log it. */
  | { readonly from: 'variable'; readonly hex: string };

/** What protects people's details. */
export interface PeopleSettings {
  readonly key: KeySource;
  /** The key in whose place it comes, until every key of a person is wrapped anew. */
  readonly keyBefore?: KeySource;
  /** In production the development key is no key, wherever it comes from. */
  readonly production: boolean;
  /** The database of the data keys. It holds a password: never log it. */
  readonly keysDatabaseUrl: string;
}

/** Stands in the source for everybody to read, so it protects nothing: for development and tests. */
export const DEVELOPMENT_KEY = '0'.repeat(64);

/**
 * @param keysDatabaseUrl checked by whoever reads addresses
 * @throws InvalidSetting with one line that names the variable and never repeats the key.
 */
export function peopleSettingsFrom(
  environment: Environment,
  production: boolean,
  keysDatabaseUrl: string,
): PeopleSettings {
  const keyBefore = keyBeforeFrom(environment, production);
  return {
    key: keySourceFrom(environment, production),
    ...(keyBefore !== undefined && { keyBefore }),
    production,
    keysDatabaseUrl,
  };
}

function keyBeforeFrom(environment: Environment, production: boolean): KeySource | undefined {
  const path = optionalText('PEOPLE_KEY_BEFORE_FILE')(environment);
  if (path !== undefined) return { from: 'file', path };
  const hex = optionalText('PEOPLE_KEY_BEFORE')(environment);
  if (hex === undefined) return undefined;
  keyBytes('PEOPLE_KEY_BEFORE', hex, production);
  return { from: 'variable', hex };
}

function keySourceFrom(environment: Environment, production: boolean): KeySource {
  const path = optionalText('PEOPLE_KEY_FILE')(environment);
  const given = optionalText('PEOPLE_KEY')(environment);
  if (path !== undefined) return { from: 'file', path };
  if (given === undefined && !production) return { from: 'variable', hex: DEVELOPMENT_KEY };
  const meaning =
    'in production PEOPLE_KEY_FILE or PEOPLE_KEY holds the key that people’s details are protected with';
  const hex = required('PEOPLE_KEY', meaning)(environment);
  keyBytes('PEOPLE_KEY', hex, production);
  return { from: 'variable', hex };
}

/**
 * @param where what the refusal names: the variable, or the file that it leads to
 * @returns the 32 bytes of the key
 * @throws InvalidSetting when the text is no key, or in production one that everybody knows.
 */
export function keyBytes(where: string, text: string, production: boolean): Uint8Array {
  const hex = text.trim().toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(hex))
    throw new InvalidSetting(`${where} must be 64 hexadecimal digits, as "openssl rand -hex 32" writes them`);
  const bytes = Buffer.from(hex, 'hex');
  if (production && new Set(bytes).size < 8)
    throw new InvalidSetting(`${where} is a key of development: in production it must be a random one`);
  return bytes;
}
