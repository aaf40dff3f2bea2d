import { describe, expect, it } from '@jest/globals';
import { Fraction } from '../../../../kernel/fraction.js';
import { plainDate } from '../../../../kernel/plain-date.js';
import { calculatorOutcome, type CalculatorAnswers } from './calculator-questions.js';

const number = (value: number) => Fraction.of(value);
const day = plainDate;

describe('What the calculator does with answers', () => {
  it.each<[string, CalculatorAnswers, string]>([
    ['asks for the basis', {}, 'next_question'],
    ['asks for days', { basis: 'days' }, 'next_question'],
    ['takes seven days', { basis: 'days', daysPerWeek: number(7) }, 'result'],
    ['takes no eighth day', { basis: 'days', daysPerWeek: number(8) }, 'invalid_input'],
    ['takes no half day alone', { basis: 'days', daysPerWeek: Fraction.of(1, 2) }, 'invalid_input'],
    ['asks for days after hours', { basis: 'hours', hoursPerWeek: number(168) }, 'next_question'],
    ['takes no 169 hours', { basis: 'hours', hoursPerWeek: number(169) }, 'invalid_input'],
    ['takes 24 hours a day', { basis: 'hours', hoursPerWeek: number(48), daysPerWeek: number(2) }, 'result'],
    [
      'takes no 25 hours a day',
      { basis: 'hours', hoursPerWeek: number(50), daysPerWeek: number(2) },
      'invalid_input',
    ],
    [
      'takes no zero days after hours',
      { basis: 'hours', hoursPerWeek: number(40), daysPerWeek: number(0) },
      'invalid_input',
    ],
    ['takes a shift of 24 hours', { basis: 'shifts', hoursPerShift: number(24) }, 'next_question'],
    ['takes no longer shift', { basis: 'shifts', hoursPerShift: number(25) }, 'invalid_input'],
    [
      'takes no more shifts than days',
      { basis: 'shifts', hoursPerShift: number(8), shiftsPerPattern: number(2), daysInPattern: number(1) },
      'invalid_input',
    ],
    ['needs nothing for annualised hours', { basis: 'annualised' }, 'result'],
    ['asks for the leave year of irregular hours', { basis: 'irregular' }, 'next_question'],
    [
      'asks for the hours of a new leave year',
      { basis: 'irregular', leaveYearStart: day('2024-04-01') },
      'ask_hours_in_pay_period',
    ],
    [
      'goes the older way for an older leave year',
      { basis: 'irregular', leaveYearStart: day('2024-03-31') },
      'ask_basis_of_calculation',
    ],
    [
      'gives the accrual',
      { basis: 'irregular', leaveYearStart: day('2024-04-01'), hoursInPayPeriod: number(1) },
      'result',
    ],
    [
      'takes no job that ends a year after it began',
      { employmentStart: day('2021-01-01'), employmentEnd: day('2022-01-01') },
      'invalid_input',
    ],
    [
      'takes one that ends the day before',
      { employmentStart: day('2021-01-01'), employmentEnd: day('2021-12-31') },
      'next_question',
    ],
    [
      'takes no leave year that begins after the job',
      { employmentStart: day('2021-09-01'), leaveYearStart: day('2021-10-01') },
      'invalid_input',
    ],
    [
      'takes no leave year that ended before the job did',
      { employmentEnd: day('2021-10-02'), leaveYearStart: day('2020-10-01') },
      'invalid_input',
    ],
  ])('%s', (_, answers, outcome) => expect(calculatorOutcome(answers)).toBe(outcome));
});
