import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nhsCheckDigit, numbersOfPeopleIn } from './numbers-of-people.js';

describe('a text holds an NHS number', () => {
  it.each([
    '9434765919',
    '943 476 5919',
    '943-476-5919',
    '943.476.5919',
    'INV/943/476/5919',
    'NHS no. 943–476–5919, week 3',
    'DP_943_476_5919',
    '94347 65919',
    'NHS9434765919',
    'DP-9434765919-A',
    '12 943 476 5919',
    '９４３４７６５９１９',
    '943\u00a0476\u00a05919',
  ])('in %j', (text) => {
    expect(numbersOfPeopleIn(text)).toEqual(['nhs-number']);
  });

  it.each([
    // The last digit does not follow from the others.
    '943 476 5918',
    '9434765918',
    // Ten times the same digit passes the check, and is none.
    '4444444444',
    // More digits than ten.
    '19434765919',
    // Days, with a number before or after them.
    '2024-07-01-11',
    '11-2024-07-01',
    '104205-2024-07-01',
    '01.07.2024.51',
    'BACS-20240720-14',
    'DP-0001',
    '',
  ])('and not in %j', (text) => {
    expect(numbersOfPeopleIn(text)).toEqual([]);
  });

  it('however its digits are grouped and whatever stands beside it', () => {
    const nine = fc.stringMatching(/^[1-9]\d{8}$/).filter((digits) => nhsCheckDigit(digits) !== undefined);
    const sign = fc.constantFrom(' ', '-', '.', '/', '_', ':');
    const beside = fc.constantFrom('', 'INV ', 'no. ', '(', 'NHS');
    fc.assert(
      fc.property(nine, sign, beside, fc.integer({ min: 4, max: 6 }), (digits, between, before, first) => {
        const number = `${digits}${nhsCheckDigit(digits)}`;
        fc.pre(new Set(number).size > 1 && !/^(19|20)\d\d/.test(number));
        const grouped = `${number.slice(0, first)}${between}${number.slice(first)}`;
        expect(numbersOfPeopleIn(`${before}${number}`)).toEqual(['nhs-number']);
        expect(numbersOfPeopleIn(`${before}${grouped} after`)).toEqual(['nhs-number']);
      }),
    );
  });
});

describe('a text holds a National Insurance number', () => {
  it.each(['AB123456C', 'ab 12 34 56 c', 'REF-AB123456C', 'AB-12-34-56-C', '(JG103759A)'])(
    'in %j',
    (text) => {
      expect(numbersOfPeopleIn(text)).toEqual(['national-insurance-number']);
    },
  );

  it.each(['AB123456E', 'AB123456', 'DA123456C', 'GB123456A', 'XAB123456C', 'AB1234567C'])(
    'and not in %j',
    (text) => {
      expect(numbersOfPeopleIn(text)).toEqual([]);
    },
  );
});
