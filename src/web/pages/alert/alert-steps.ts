import { dayInWords } from '../../words/days.js';
import { pounds } from '../../words/money.js';
import { organisationName } from '../../words/organisation-name.js';
import { typedText, type FormField, type TypedValues } from '../../forms/form-field.js';

/** A part of an alert that is asked for on a page of its own. */
export interface AlertStep {
  /** The end of the page's address. */
  readonly path: string;
  /** The field of the alert that it asks for. */
  readonly field: string;
  /** What the task list and the answers call it. */
  readonly text: string;
}

export const alertSteps: readonly AlertStep[] = [
  { path: 'person', field: 'personReference', text: 'Person' },
  { path: 'nhs-body', field: 'nhsBody', text: 'NHS body' },
  { path: 'day', field: 'alertedOn', text: 'Day of the alert' },
  { path: 'wishes', field: 'wishesToKeepAssistants', text: 'Wish to keep the PAs' },
  { path: 'pas', field: 'assistants', text: 'PAs' },
];

export const NOT_PROVIDED = 'Not provided';

/** What was typed into a field, in words. What makes no day or sum is shown as it was typed. */
export function answerInWords(field: FormField, typed: TypedValues): string {
  const text = typedText(typed, field.name);
  switch (field.kind) {
    case 'day':
      return dayTyped(field.name, typed);
    case 'money':
      return text === '' ? NOT_PROVIDED : moneyTyped(text);
    case 'yes-no':
      return text === '' ? NOT_PROVIDED : text === 'yes' ? 'Yes' : 'No';
    case 'choice':
      return field.choices.find(({ value }) => value === text)?.text ?? NOT_PROVIDED;
    case 'text':
    case 'number':
      return text === '' ? NOT_PROVIDED : text;
    case 'group':
      return field.fields.map((inner) => answerInWords(inner, typed)).join(', ');
    case 'list':
      return '';
  }
}

/** The body's name beside the code that is sent. */
export function bodyInWords(typed: TypedValues): string {
  const code = typedText(typed, 'nhsBody');
  return code === '' ? NOT_PROVIDED : `${organisationName(code)} (${code})`;
}

function dayTyped(name: string, typed: TypedValues): string {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) =>
    typedText(typed, `${name}-${part}`),
  );
  if (day === '' && month === '' && year === '') return NOT_PROVIDED;
  return /^\d{1,2}$/.test(month) && Number(month) >= 1 && Number(month) <= 12
    ? dayInWords(`${year}-${month.padStart(2, '0')}-${day}`)
    : `${day} ${month} ${year}`;
}

function moneyTyped(text: string): string {
  const plain = text.replaceAll(/[£,\s]/g, '');
  const [, whole = '', pence = ''] = /^(\d+)(?:\.(\d{1,2}))?$/.exec(plain) ?? [];
  return whole === '' ? text : pounds(`${whole}.${pence.padEnd(2, '0')}`);
}
