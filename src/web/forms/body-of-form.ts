import { monthNumber } from '../words/days.js';
import { typedText, type FormField, type TypedValues } from './form-field.js';

/**
 * The body of a command from what was typed. What was left empty is left out, whether it is required or not: what is missing or
 * wrong the API says, in one place for pages and programs. Only a group or a list that is required is sent with nothing in it,
 * since that may be what is meant.
 */
export function bodyOfForm(
  fields: readonly FormField[],
  values: TypedValues,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = valueOf(field, values);
      return value === undefined ? [] : [[lastPart(field.name), value]];
    }),
  );
}

function valueOf(field: FormField, values: TypedValues): unknown {
  switch (field.kind) {
    case 'day':
      return dayFrom(field.name, values);
    case 'money': {
      const amount = typedText(values, field.name);
      return amount === '' ? undefined : { amount: poundsFrom(amount), currency: 'GBP' };
    }
    case 'yes-no': {
      const answer = typedText(values, field.name);
      return answer === '' ? undefined : answer === 'yes';
    }
    case 'number':
      return numberFrom(typedText(values, field.name));
    case 'group': {
      const group = bodyOfForm(field.fields, values);
      return !field.required && Object.values(group).every(isEmpty) ? undefined : group;
    }
    case 'list': {
      // What was added to a list and left empty is not in it.
      const items = Array.from({ length: countOf(field.name, values) }, (_, index) =>
        valueOf({ ...field.item(index), required: false }, values),
      ).filter((each) => each !== undefined);
      return !field.required && items.length === 0 ? undefined : items;
    }
    case 'choice':
    case 'text': {
      const text = typedText(values, field.name);
      return text === '' ? undefined : text;
    }
  }
}

/** A list or a group that has to be there, and has nothing in it. */
function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.values(value).every(isEmpty);
}

/** How many of a list the form shows, which it says of itself. */
export function countOf(name: string, values: TypedValues): number {
  const count = Number(typedText(values, `${name}-count`) || '0');
  return Number.isInteger(count) && count >= 0 && count <= MOST ? count : 0;
}

/** More of anything than a page can show. */
const MOST = 60;

/** `27 3 2024`, and the month by its name. What is no day is sent as it was typed, for the API to refuse. */
function dayFrom(name: string, values: TypedValues): string | undefined {
  const [day, month, year] = ['day', 'month', 'year'].map((part) => typedText(values, `${name}-${part}`)) as [
    string,
    string,
    string,
  ];
  if (day === '' && month === '' && year === '') return undefined;
  return [year, monthNumber(month).padStart(2, '0'), day.padStart(2, '0')].join('-');
}

/** `£1,234.5` as `1234.50`. What is no sum is sent as it was typed. */
function poundsFrom(typed: string): string {
  const plain = typed.replaceAll(/[£,\s]/g, '').replace('−', '-');
  const [, sign = '', whole = '', pence = ''] = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(plain) ?? [];
  return whole === '' ? typed : `${sign}${BigInt(whole)}.${pence.padEnd(2, '0')}`;
}

function numberFrom(typed: string): number | string | undefined {
  if (typed === '') return undefined;
  return /^-?\d{1,9}$/.test(typed) ? Number(typed) : typed;
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
