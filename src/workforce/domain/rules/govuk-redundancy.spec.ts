import { describe, expect, it } from '@jest/globals';
import { plainDate } from '../../../kernel/plain-date.js';
import { govukFormOutcome, yearsCounted } from './govuk-redundancy-form.js';
import { govukRowOn, govukWeekPayCapOn } from './govuk-week-pay-cap.js';
import { WEEK_PAY_CAPS, weekPayCapOn } from './redundancy-week-pay-cap.js';

const capOn = (day: string) => govukWeekPayCapOn(plainDate(day)).capPence;

describe('GOV.UK’s cap on a week’s pay', () => {
  it('is the Order’s from February 2012 on', () => {
    for (const { from } of WEEK_PAY_CAPS.filter((cap) => cap.from >= '2012-02-01'))
      expect(capOn(from)).toBe(weekPayCapOn(from).capPence);
  });

  it('comes a month before its Order in January 2012', () => {
    expect(capOn('2012-01-15')).toBe(43000);
    expect(weekPayCapOn(plainDate('2012-01-15')).capPence).toBe(40000);
  });

  it('is the latest for a day that the table does not cover, earlier or later', () => {
    expect(capOn('2011-12-31')).toBe(75100);
    expect(capOn('2027-04-06')).toBe(75100);
    expect(govukRowOn([], plainDate('2027-04-06'))).toBeUndefined();
  });
});

describe('GOV.UK’s redundancy form', () => {
  const outcome = (age: number | undefined, years?: string, weekPayGiven = false) =>
    govukFormOutcome({
      ...(age !== undefined && { age }),
      ...(years !== undefined && { years }),
      weekPayGiven,
    });

  it('asks one thing after another', () => {
    expect(outcome(undefined)).toBe('ask-age');
    expect(outcome(40)).toBe('ask-years');
    expect(outcome(40, '5')).toBe('ask-weekly-pay');
    expect(outcome(40, '5', true)).toBe('payable');
  });

  it('takes ages from 16 to 100', () => {
    expect([15, 16, 100, 101].map((age) => outcome(age))).toEqual([
      'invalid-input',
      'ask-years',
      'ask-years',
      'invalid-input',
    ]);
    expect(outcome(101, '20')).toBe('invalid-input');
  });

  it('takes service up to the age less fifteen', () => {
    expect(outcome(18, '3')).toBe('ask-weekly-pay');
    expect(outcome(18, '4')).toBe('invalid-input');
  });

  it('gives nothing under two years, at any age', () => {
    expect(outcome(42, '1.8')).toBe('not-entitled-under-2-years');
    expect(outcome(13, '1')).toBe('not-entitled-under-2-years');
  });

  it('counts whole years, and refuses what is no number', () => {
    expect(['4.5', '4', ' 2 ', '1e999', 'four', '-3'].map(yearsCounted)).toEqual([
      4,
      4,
      2,
      undefined,
      undefined,
      undefined,
    ]);
    expect(outcome(42, '1e999')).toBe('invalid-input');
  });
});
