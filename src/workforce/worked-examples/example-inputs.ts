import { Fraction } from '../../kernel/fraction.js';
import { pence, type Pence } from '../../kernel/pence.js';
import { plainDate, type PlainDate } from '../../kernel/plain-date.js';
import { NotUnderstood } from '../../kernel/worked-example.js';

export type RawInputs = Readonly<Record<string, unknown>>;

/** The inputs of a worked example, read by name. A missing or unknown one is never guessed. */
export class ExampleInputs<Key extends string> {
  /** @throws NotUnderstood when the example has an input that is not in the list. */
  constructor(
    private readonly inputs: RawInputs,
    understood: readonly Key[],
  ) {
    const strange = Object.keys(inputs).find((key) => !(understood as readonly string[]).includes(key));
    if (strange !== undefined) throw new NotUnderstood(`The input ${strange} is not known`);
  }

  has(key: Key): boolean {
    return this.inputs[key] !== undefined;
  }

  day(key: Key): PlainDate {
    return understood(key, () => plainDate(this.text(key)));
  }

  money(key: Key): Pence {
    return understood(key, () => pence(this.given(key) as number));
  }

  /** A decimal or fraction, as text or as a number. */
  exact(key: Key): Fraction {
    return exactNumber(key, this.given(key));
  }

  list(key: Key): readonly unknown[] {
    const value = this.given(key);
    if (!Array.isArray(value)) throw new NotUnderstood(`${key} is not a list`);
    return value;
  }

  object(key: Key): RawInputs {
    const value = this.given(key);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new NotUnderstood(`${key} is not an object`);
    }
    return value as RawInputs;
  }

  /** The value that the example's word stands for. */
  word<Value>(key: Key, meanings: Readonly<Record<string, Value>>): Value {
    const word = this.text(key);
    const meaning = Object.hasOwn(meanings, word) ? meanings[word] : undefined;
    if (meaning === undefined) throw new NotUnderstood(`${key} "${word}" is not known`);
    return meaning;
  }

  text(key: Key): string {
    const value = this.given(key);
    if (typeof value !== 'string') throw new NotUnderstood(`${key} is not text`);
    return value;
  }

  flag(key: Key): boolean {
    const value = this.given(key);
    if (typeof value !== 'boolean') throw new NotUnderstood(`${key} is not true or false`);
    return value;
  }

  private given(key: Key): unknown {
    if (!this.has(key)) throw new NotUnderstood(`The input ${key} is missing`);
    return this.inputs[key];
  }
}

/** @throws NotUnderstood when the value is not a decimal or a fraction. */
export function exactNumber(what: string, value: unknown): Fraction {
  // A JSON decimal such as 0.5 is printed as it was written, so its text is exact.
  return understood(what, () => Fraction.parse(String(value)));
}

/** @throws NotUnderstood when the value cannot be read. */
export function understood<Value>(what: string, read: () => Value): Value {
  try {
    return read();
  } catch (fault) {
    if (fault instanceof NotUnderstood) throw fault;
    throw new NotUnderstood(`${what}: ${fault instanceof Error ? fault.message : String(fault)}`);
  }
}
