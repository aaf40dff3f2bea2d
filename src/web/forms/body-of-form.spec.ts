import { describe, expect, it } from '@jest/globals';
import { bodyOfForm } from './body-of-form.js';
import type { FormField, TypedValues } from './form-field.js';

const asked = { label: 'Asked', required: true } as const;
const day: FormField = { ...asked, name: 'paidOn', kind: 'day' };
const money: FormField = { ...asked, name: 'amount', kind: 'money' };
const text: FormField = { ...asked, name: 'paymentReference', kind: 'text' };
const yesNo: FormField = { ...asked, name: 'withoutPrejudice', kind: 'yes-no' };
const number: FormField = { ...asked, name: 'version', kind: 'number' };
const correction: FormField = {
  ...asked,
  name: 'corrects',
  kind: 'group',
  required: false,
  fields: [{ ...asked, name: 'corrects.reasonCode', kind: 'text' }],
};
const parts: FormField = {
  ...asked,
  name: 'parts',
  kind: 'list',
  item: (index) => ({
    ...asked,
    name: `parts.${index}`,
    kind: 'group',
    fields: [{ ...asked, name: `parts.${index}.weekly`, kind: 'money' }],
  }),
};

const dayTyped = (typed: readonly [string, string, string]): TypedValues => ({
  'paidOn-day': typed[0],
  'paidOn-month': typed[1],
  'paidOn-year': typed[2],
});

describe('What was typed becomes the body of a command', () => {
  it.each<[readonly [string, string, string], string]>([
    [['27', '3', '2026'], '2026-03-27'],
    [['7', '03', '2026'], '2026-03-07'],
    [['7', 'Mar', '2026'], '2026-03-07'],
    [[' 7 ', 'march', ' 2026'], '2026-03-07'],
    [['1', 'September', '2024'], '2024-09-01'],
  ])('a day typed as %j', (typed, expected) => {
    expect(bodyOfForm([day], dayTyped(typed))).toEqual({ paidOn: expected });
  });

  it.each<[readonly [string, string, string], string]>([
    [['31', 'February', '2024'], '2024-02-31'],
    [['7', 'Marchember', '2024'], '2024-Marchember-07'],
    [['7', '', '2024'], '2024-00-07'],
    [['seven', '3', '24'], '24-03-seven'],
  ])('what is no day, typed as %j, is sent for the API to refuse', (typed, expected) => {
    expect(bodyOfForm([day], dayTyped(typed))).toEqual({ paidOn: expected });
  });

  it.each([
    ['1234.5', '1234.50'],
    ['£1,234.50', '1234.50'],
    [' 12 ', '12.00'],
    ['0012.00', '12.00'],
    ['-12.00', '-12.00'],
    ['−12', '-12.00'],
    ['99999999999999999999.99', '99999999999999999999.99'],
  ])('a sum typed as %s', (typed, amount) => {
    expect(bodyOfForm([money], { amount: typed })).toEqual({ amount: { amount, currency: 'GBP' } });
  });

  it.each(['12.345', 'twelve', '1.2.3', '12p', '1e3'])(
    'what is no sum, such as %s, is sent as typed',
    (typed) => {
      expect(bodyOfForm([money], { amount: typed })).toEqual({ amount: { amount: typed, currency: 'GBP' } });
    },
  );

  it('leaves out what was left empty, so that the API names what is missing', () => {
    const empty = {
      ...dayTyped(['', ' ', '']),
      amount: ' ',
      paymentReference: '',
      'corrects.reasonCode': '',
    };
    expect(bodyOfForm([day, money, text, yesNo, number, correction], empty)).toEqual({});
  });

  it('takes yes, no and whole numbers for what they are', () => {
    expect(bodyOfForm([yesNo, number], { withoutPrejudice: 'no', version: '2' })).toEqual({
      withoutPrejudice: false,
      version: 2,
    });
    expect(bodyOfForm([number], { version: '2.5' })).toEqual({ version: '2.5' });
  });

  it('takes a group as soon as something of it is filled in', () => {
    expect(bodyOfForm([correction], { 'corrects.reasonCode': 'typing-error' })).toEqual({
      corrects: { reasonCode: 'typing-error' },
    });
  });

  it('takes as many of a list as the form showed, and none that is empty', () => {
    const values = { 'parts-count': '3', 'parts.0.weekly': '10', 'parts.2.weekly': '5.5' };
    expect(bodyOfForm([parts], values)).toEqual({
      parts: [
        { weekly: { amount: '10.00', currency: 'GBP' } },
        { weekly: { amount: '5.50', currency: 'GBP' } },
      ],
    });
  });

  it('leaves out a list that may be, and a group of which no more than a list could be filled in', () => {
    const optional: FormField = { ...parts, required: false };
    expect(bodyOfForm([optional], { 'parts-count': '1' })).toEqual({});
    const of = (required: boolean): FormField => ({
      ...{ ...asked, required, name: 'package', kind: 'group' },
      fields: [{ ...parts, name: 'package.parts' }],
    });
    expect(bodyOfForm([of(false)], {})).toEqual({});
    expect(bodyOfForm([of(true)], {})).toEqual({ package: { parts: [] } });
  });

  it('sends a group that is required with nothing in it, for the API to say what of it is missing', () => {
    expect(bodyOfForm([{ ...correction, required: true }], {})).toEqual({ corrects: {} });
  });

  it.each(['-1', '1.5', '61', 'many', '1e9'])('a list that says it has %s has none', (count) => {
    expect(bodyOfForm([parts], { 'parts-count': count })).toEqual({ parts: [] });
  });
});
