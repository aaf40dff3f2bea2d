import { readFileSync } from 'node:fs';

/** A setting that the process cannot start with. The message is one line that names the variable. */
export class InvalidSetting extends Error {
  override readonly name = 'InvalidSetting';
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads one value out of the environment. */
type Reader<Value> = (environment: Environment) => Value;

/** A variable that is empty counts as not set, as an empty line in an env file means. */
function given(environment: Environment, name: string): string | undefined {
  const text = environment[name]?.trim();
  return text === '' ? undefined : text;
}

/** Text that has to be there. */
export function required(name: string, meaning: string): Reader<string> {
  return (environment) => {
    const text = given(environment, name);
    if (text === undefined) throw new InvalidSetting(`${name} is not set: ${meaning}`);
    return text;
  };
}

export function optionalText(name: string): Reader<string | undefined> {
  return (environment) => given(environment, name);
}

/**
 * A secret, from the variable itself or from the file that `NAME_FILE` names, as platforms mount them. Its value is never
 * repeated in an error.
 */
export function optionalSecret(name: string): Reader<string | undefined> {
  return (environment) => {
    const text = given(environment, name);
    const file = given(environment, `${name}_FILE`);
    if (file === undefined) return text;
    if (text !== undefined) {
      throw new InvalidSetting(`${name} and ${name}_FILE are both set: only one of them may be`);
    }
    const secret = contentsOf(`${name}_FILE`, file).trim();
    if (secret !== '') return secret;
    throw new InvalidSetting(`${name}_FILE names ${file}, which is empty`);
  };
}

function contentsOf(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (fault) {
    const { code = 'unknown' } = fault as NodeJS.ErrnoException;
    throw new InvalidSetting(`${name} names ${file}, which cannot be read (${code})`);
  }
}

export function wholeNumber(
  name: string,
  { otherwise, min, max }: { readonly otherwise: number; readonly min: number; readonly max: number },
): Reader<number> {
  return (environment) => {
    const text = given(environment, name);
    if (text === undefined) return otherwise;
    const value = /^\d{1,15}$/.test(text) ? Number(text) : NaN;
    if (value >= min && value <= max) return value;
    throw new InvalidSetting(`${name} is "${text}": it must be a whole number from ${min} to ${max}`);
  };
}

export function choice<const Allowed extends string>(
  name: string,
  allowed: readonly Allowed[],
  otherwise: Allowed,
): Reader<Allowed> {
  return (environment) => {
    const text = given(environment, name) ?? otherwise;
    const found = allowed.find((each) => each === text);
    if (found !== undefined) return found;
    throw new InvalidSetting(`${name} is "${text}": it must be one of ${allowed.join(', ')}`);
  };
}

/** An address with one of these schemes, as it was written. */
export function address(
  name: string,
  schemes: readonly string[],
): { readonly required: (meaning: string) => Reader<string>; readonly optional: Reader<string | undefined> } {
  const check = (text: string): string => {
    const { protocol } = URL.canParse(text) ? new URL(text) : { protocol: '' };
    if (schemes.includes(protocol.replace(/:$/, ''))) return text;
    // The value is not repeated: an address may hold a password.
    throw new InvalidSetting(
      `${name} must be an address that starts with ${schemes.map((each) => `${each}://`).join(' or ')}`,
    );
  };
  return {
    required: (meaning) => (environment) => check(required(name, meaning)(environment)),
    optional: (environment) => {
      const text = given(environment, name);
      return text === undefined ? undefined : check(text);
    },
  };
}
