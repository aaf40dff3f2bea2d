import { describe, expect, it } from '@jest/globals';
import type { FormField } from '../../forms/form-field.js';
import { answerInWords, bodyInWords } from './alert-steps.js';

const field = (kind: FormField['kind'], name = 'it') =>
  ({
    kind,
    name,
    label: 'It',
    required: true,
    choices: [{ value: 'employed', text: 'Employed' }],
  }) as FormField;

describe('an answer that is checked before it is sent', () => {
  it.each([
    ['day', { 'it-day': '11', 'it-month': '3', 'it-year': '2024' }, '11 March 2024'],
    ['day', { 'it-day': '11', 'it-month': 'March', 'it-year': '2024' }, '11 March 2024'],
    ['day', { 'it-day': '11', 'it-month': '13', 'it-year': '2024' }, '11 13 2024'],
    ['money', { it: '£1,234.5' }, '£1,234.50'],
    ['money', { it: 'twelve' }, 'twelve'],
    ['yes-no', { it: 'no' }, 'No'],
    ['choice', { it: 'employed' }, 'Employed'],
    ['text', { it: 'P-20417' }, 'P-20417'],
  ] as const)('of a %s that was typed as %j is shown as %s', (kind, typed, shown) => {
    expect(answerInWords(field(kind), typed)).toBe(shown);
  });

  it.each(['day', 'money', 'yes-no', 'choice', 'text'] as const)(
    'of a %s that is not there is said to be',
    (kind) => {
      expect(answerInWords(field(kind), {})).toBe('Not provided');
    },
  );

  it('names the body beside its code', () => {
    expect(bodyInWords({ nhsBody: 'QM7' })).toBe('NHS Hertfordshire and West Essex ICB (QM7)');
    expect(bodyInWords({})).toBe('Not provided');
  });
});
