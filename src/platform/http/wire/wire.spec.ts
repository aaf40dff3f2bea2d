import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import fc from 'fast-check';
import { InvalidValue } from '../../../kernel/invalid-value.js';
import { pence } from '../../../kernel/pence.js';
import { Problem } from '../problems/problem.js';
import { IsExactNumber } from './is-exact-number.js';
import { IsPlainDate } from './is-plain-date.js';
import { IsReference } from './is-reference.js';
import { MoneyDto, moneyOf, toPence } from './money.dto.js';
import { ReferencePipe } from './reference.pipe.js';

class Sample {
  @IsPlainDate()
  readonly day: unknown = '2024-02-29';
  @IsExactNumber()
  readonly hours: unknown = '30.25';
  @IsReference('TC')
  readonly caseRef: unknown = 'TC-7F3K92QD1M';
}

const messagesOf = (type: new () => object, given: object): string[] =>
  validateSync(plainToInstance(type, given)).flatMap(({ constraints = {} }) => Object.values(constraints));

describe('values on the wire', () => {
  it('are taken when they are exact', () => {
    expect(messagesOf(Sample, {})).toEqual([]);
  });

  it.each([
    ['2024-02-30'],
    ['27/03/2024'],
    ['2024-3-27'],
    ['1899-12-31'],
    [20240327],
    [null],
    ['2024-03-27T00:00:00Z'],
  ])('are no day: %p', (day) => {
    expect(messagesOf(Sample, { day })).toEqual([
      'day must be a day in the calendar written like "2024-03-27"',
    ]);
  });

  it('are no exact number when they are JSON numbers, and the message says why', () => {
    expect(messagesOf(Sample, { hours: 30.25 })).toEqual([
      'hours must be text such as "30.25", not a JSON number, which may be rounded',
    ]);
  });

  it.each([['1e3'], ['1,000'], ['.5'], ['5.'], [' 1'], [null]])('are no exact number: %p', (hours) => {
    expect(messagesOf(Sample, { hours })).toEqual(['hours must be an exact number written like "30.25"']);
  });

  it.each([['TC-7F3K92QD1'], ['RC-7F3K92QD1M'], ['tc-7f3k92qd1m'], ['TC-7F3K92QDIL'], [7]])(
    'are no reference: %p',
    (caseRef) => {
      expect(messagesOf(Sample, { caseRef })).toEqual(['caseRef must be a reference such as TC-7F3K92QD1M']);
    },
  );
});

describe('money on the wire', () => {
  const good = { amount: '842.00', currency: 'GBP' };

  it('is pounds as text and comes back to the penny', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e14, max: 1e14 }), (amount) => {
        const money = moneyOf(pence(amount));
        expect(messagesOf(MoneyDto, money)).toEqual([]);
        expect(toPence(money)).toBe(pence(amount));
      }),
    );
  });

  it.each([[842], [842.5], [0]])('is never a number: %p', (amount) => {
    expect(messagesOf(MoneyDto, { ...good, amount })).toEqual([
      'amount must be text such as "842.00", not a JSON number, which may be rounded',
    ]);
  });

  it.each([['842'], ['842.0'], ['842.000'], ['£842.00'], ['1,842.00'], ['08.00'], ['-'], [''], [null]])(
    'is not %p',
    (amount) => {
      expect(messagesOf(MoneyDto, { ...good, amount })).toEqual([
        'amount must be pounds with two decimals, such as "842.00", without a pound sign or commas',
      ]);
    },
  );

  it('is sterling', () => {
    expect(messagesOf(MoneyDto, { ...good, currency: 'EUR' })).toEqual(['currency must be "GBP"']);
    expect(() => toPence({ amount: '1', currency: 'GBP' })).toThrow(InvalidValue);
  });
});

describe('a reference in the path', () => {
  it('is passed on, and what cannot be one is not found', () => {
    const pipe = new ReferencePipe('TC');
    expect(pipe.transform('TC-7F3K92QD1M')).toBe('TC-7F3K92QD1M');
    expect(() => pipe.transform("TC-' or 1=1")).toThrow(Problem);
  });
});
