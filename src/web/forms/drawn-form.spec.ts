import { describe, expect, it } from '@jest/globals';
import { drawnForm } from './drawn-form.js';
import type { FormField } from './form-field.js';

const fields: readonly FormField[] = [
  { name: 'paidOn', label: 'Day of the payment', kind: 'day', required: true },
  { name: 'amount', label: 'Sum', kind: 'money', required: true },
  {
    name: 'parts',
    label: 'Parts',
    kind: 'list',
    required: true,
    item: (index) => ({
      name: `parts.${index}`,
      label: 'Part',
      kind: 'group',
      required: true,
      fields: [{ name: `parts.${index}.weekly`, label: 'Sum a week', kind: 'money', required: true }],
    }),
  },
];
const refused = (...errors: readonly (readonly [string, string])[]) => ({
  detail: 'Some values cannot be accepted.',
  errors: errors.map(([pointer, detail]) => ({ pointer, code: 'not-valid', detail })),
});

describe('A form that was refused', () => {
  it('says what is wrong at the field and at the top, by the label, with a link to the first input', () => {
    const { fields: drawn, errors } = drawnForm(
      fields,
      { amount: 'ten' },
      refused(['/paidOn', 'paidOn is missing'], ['/amount/amount', 'amount must be pounds such as 842.00']),
    );
    expect(drawn.map(({ error }) => error)).toEqual([
      'Day of the payment is missing',
      'Sum must be pounds such as 842.00',
      undefined,
    ]);
    expect(errors).toEqual([
      { text: 'Day of the payment is missing', href: '#paidOn-day' },
      { text: 'Sum must be pounds such as 842.00', href: '#amount' },
    ]);
    expect(drawn[1]?.value).toBe('ten');
  });

  it('finds the item of a list that is meant', () => {
    const values = { 'parts-count': '2' };
    const { errors } = drawnForm(fields, values, refused(['/parts/1/weekly', 'parts.1.weekly is missing']));
    expect(errors).toEqual([{ text: 'Sum a week is missing', href: '#parts-1-weekly' }]);
  });

  it('says at the top what belongs to no field, and the whole when nothing is named', () => {
    expect(drawnForm(fields, {}, refused(['/direction', 'direction is not known'])).errors).toEqual([
      { text: 'direction is not known' },
    ]);
    expect(drawnForm(fields, {}, { detail: 'The case is completed.' }).errors).toEqual([
      { text: 'The case is completed.' },
    ]);
  });

  it('writes days as people do', () => {
    const { errors } = drawnForm(fields, {}, refused(['/paidOn', 'paidOn lies before 2024-03-07']));
    expect(errors[0]?.text).toBe('Day of the payment lies before 7 March 2024');
  });

  it('says nothing while nothing was sent', () => {
    expect(drawnForm(fields, {}).errors).toEqual([]);
  });
});
