import { InvalidValue } from './invalid-value.js';
import { pence, type Pence } from './pence.js';

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** An exact rational number. Every sum, share and rate that is not yet whole pence is one of these, never a float. */
export class Fraction {
  static readonly zero = new Fraction(0n, 1n);
  static readonly one = new Fraction(1n, 1n);

  private constructor(
    /** Carries the sign. */
    readonly numerator: bigint,
    /** Always above zero, and in lowest terms with the numerator. */
    readonly denominator: bigint,
  ) {}

  /**
   * The fraction numerator / denominator in lowest terms.
   *
   * @throws InvalidValue when the denominator is zero or a number is not whole.
   */
  static of(numerator: bigint | number, denominator: bigint | number = 1n): Fraction {
    const [top, bottom] = [wholeNumber(numerator), wholeNumber(denominator)];
    if (bottom === 0n) throw new InvalidValue('A fraction cannot have the denominator 0');
    const sign = bottom < 0n ? -1n : 1n;
    const divisor = greatestCommonDivisor(top, bottom * sign);
    return new Fraction((sign * top) / divisor, (sign * bottom) / divisor);
  }

  /**
   * Reads a decimal such as `"30.25"`, `"-0.1207"`, or a fraction such as `"1/3"`.
   *
   * @throws InvalidValue for anything else, exponents and thousands separators included.
   */
  static parse(text: string): Fraction {
    const decimal = /^-?\d{1,15}(?:\.(\d{1,12}))?$/.exec(text);
    if (decimal) {
      return Fraction.of(BigInt(text.replace('.', '')), 10n ** BigInt(decimal[1]?.length ?? 0));
    }
    if (/^-?\d{1,15}\/\d{1,15}$/.test(text)) {
      const [top = '', bottom = ''] = text.split('/');
      return Fraction.of(BigInt(top), BigInt(bottom));
    }
    throw new InvalidValue(`"${text}" is not a decimal such as "30.25" or a fraction such as "1/3"`);
  }

  static sum(parts: Iterable<Fraction>): Fraction {
    let total = Fraction.zero;
    for (const part of parts) total = total.plus(part);
    return total;
  }

  plus(other: Fraction): Fraction {
    return Fraction.of(
      this.numerator * other.denominator + other.numerator * this.denominator,
      this.denominator * other.denominator,
    );
  }

  minus(other: Fraction): Fraction {
    return this.plus(other.negated());
  }

  times(other: Fraction | bigint | number): Fraction {
    const factor = other instanceof Fraction ? other : Fraction.of(other);
    return Fraction.of(this.numerator * factor.numerator, this.denominator * factor.denominator);
  }

  /** @throws InvalidValue when the divisor is zero. */
  dividedBy(other: Fraction | bigint | number): Fraction {
    const divisor = other instanceof Fraction ? other : Fraction.of(other);
    return Fraction.of(this.numerator * divisor.denominator, this.denominator * divisor.numerator);
  }

  negated(): Fraction {
    return new Fraction(-this.numerator, this.denominator);
  }

  /** Below zero when this is smaller than `other`, zero when equal, above zero when larger. */
  compare(other: Fraction): number {
    const difference = this.numerator * other.denominator - other.numerator * this.denominator;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }

  equals(other: Fraction): boolean {
    return this.compare(other) === 0;
  }

  get isZero(): boolean {
    return this.numerator === 0n;
  }

  get isNegative(): boolean {
    return this.numerator < 0n;
  }

  /** The largest whole number that is not above this. */
  floor(): bigint {
    const quotient = this.numerator / this.denominator;
    return this.numerator < 0n && quotient * this.denominator !== this.numerator ? quotient - 1n : quotient;
  }

  /** The smallest whole number that is not below this. */
  ceiling(): bigint {
    return -this.negated().floor();
  }

  /**
   * The nearest whole number, a half going away from zero, so that a credit rounds to the mirror of its charge.
   */
  roundedHalfUp(): bigint {
    const magnitude = this.isNegative ? this.negated() : this;
    const rounded = magnitude.plus(Fraction.of(1n, 2n)).floor();
    return this.isNegative ? -rounded : rounded;
  }

  /** This number of pence, half up to the whole penny (a half penny of credit rounds to the larger credit). */
  toPence(): Pence {
    return pence(this.roundedHalfUp());
  }

  /** Decimal text with exactly `places` decimals, half away from zero: `90.2137`. */
  toDecimal(places: number): string {
    const scaled = this.times(10n ** BigInt(places)).roundedHalfUp();
    const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, '0');
    const whole = digits.slice(0, digits.length - places);
    const part = digits.slice(digits.length - places);
    return `${scaled < 0n ? '-' : ''}${whole}${places > 0 ? `.${part}` : ''}`;
  }

  /** Exact text: a whole number as `12`, anything else as `37/2`. Read back by `parse`. */
  toString(): string {
    return this.denominator === 1n ? String(this.numerator) : `${this.numerator}/${this.denominator}`;
  }

  toJSON(): string {
    return this.toString();
  }
}

function wholeNumber(value: bigint | number): bigint {
  if (typeof value === 'bigint') return value;
  if (!Number.isSafeInteger(value)) throw new InvalidValue(`${value} is not a whole number`);
  return BigInt(value);
}
