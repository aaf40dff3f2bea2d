import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { InvalidValue } from '../../../kernel/invalid-value.js';
import { peopleRules } from '../people-rules.js';
import { examineNhsNumber, nhsNumber, nhsNumberInGroups } from './nhs-number.js';

const nineDigits = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 })
  .map((digits) => digits.join(''));
const accepted = (text: string) => examineNhsNumber(text).accepted;

describe('An NHS number', () => {
  it.each([
    ['9434765919', 9, true, true],
    ['9434765918', 9, false, false],
    // 11 stands for 0.
    ['9876543210', 0, true, true],
    // 10 is no digit, so no number begins like this.
    ['1234567890', undefined, false, false],
    ['1111111111', 1, true, false],
    ['0000000000', 0, true, false],
  ])('%s calls for the check digit %s', (text, checkDigit, passesCheck, isAccepted) => {
    const found = examineNhsNumber(text);
    expect(found).toMatchObject({ passesCheck, accepted: isAccepted });
    expect(found.checkDigit).toBe(checkDigit);
    expect('checkDigit' in found).toBe(checkDigit !== undefined);
  });

  it.each([
    ['9434765919', 'NHS-NUMBER-CHECK-DIGIT', 'unverified'],
    ['1111111111', 'NHS-NUMBER-NOT-ONE-DIGIT', 'product-decision'],
    ['1111111112', 'NHS-NUMBER-CHECK-DIGIT', 'unverified'],
  ])('%s is decided by the rule %s, which is %s and names no digit of it', (text, rule, certainty) => {
    const { basis, passesCheck } = examineNhsNumber(text);
    expect(basis).toMatchObject({ rule, version: 1, certainty, inputs: { passesCheck }, from: [] });
    expect(peopleRules.map(({ code }) => code)).toContain(rule);
  });

  it('is taken with or without spaces, and shown in groups of 3, 3 and 4', () => {
    expect(nhsNumber(' 943 476 5919 ')).toBe('9434765919');
    expect(nhsNumberInGroups(nhsNumber('9434765919'))).toBe('943 476 5919');
  });

  it.each([
    ['943476591', 'An NHS number has ten digits'],
    ['94347659190', 'An NHS number has ten digits'],
    ['943-476-5919', 'An NHS number has ten digits'],
    ['９４３４７６５９１９', 'An NHS number has ten digits'],
    ['9434765918', 'The last digit does not follow from the first nine: this is not an NHS number'],
    ['7777777777', 'Ten times the same digit is not an NHS number'],
  ])('is refused as %s, in words that do not repeat it', (text, words) => {
    expect(() => nhsNumber(text)).toThrow(new InvalidValue(words));
  });

  it('has at most one last digit for any nine, so that one wrong digit never passes', () =>
    fc.assert(
      fc.property(
        nineDigits,
        fc.nat(9),
        fc.nat(8),
        fc.integer({ min: 1, max: 9 }),
        (nine, last, place, by) => {
          const numbers = [...'0123456789'].map((digit) => `${nine}${digit}`);
          expect(numbers.filter((number) => examineNhsNumber(number).passesCheck).length).toBeLessThanOrEqual(
            1,
          );

          fc.pre(examineNhsNumber(`${nine}${last}`).passesCheck);
          const wrong = `${nine.slice(0, place)}${(Number(nine[place]) + by) % 10}${nine.slice(place + 1)}${last}`;
          expect(examineNhsNumber(wrong).passesCheck).toBe(false);
        },
      ),
    ));

  it('is never ten times the same digit', () =>
    expect([...'0123456789'].map((digit) => digit.repeat(10)).filter(accepted)).toEqual([]));
});
