import type { ProblemContent } from '../../platform/http/problems/problem.js';
import { dayInWords } from '../words/days.js';
import { countOf } from './body-of-form.js';
import { typedText, type FormField, type TypedValues } from './form-field.js';

/** A field with what stands in it and what is wrong with that, as the templates take it. */
export interface DrawnField {
  readonly name: string;
  readonly id: string;
  readonly kind: FormField['kind'];
  readonly label: string;
  readonly hint?: string;
  readonly required: boolean;
  readonly value: string;
  /** Day, month and year of a day. */
  readonly parts?: readonly [string, string, string];
  readonly choices?: readonly { readonly value: string; readonly text: string; readonly checked: boolean }[];
  readonly fields?: readonly DrawnField[];
  readonly items?: readonly DrawnField[];
  readonly error?: string;
  /** Something is filled in or wrong in it, so that it is not drawn folded. */
  readonly open?: boolean;
}

/** An entry of the error summary. */
export interface ErrorEntry {
  readonly text: string;
  readonly href?: string;
}

export interface DrawnForm {
  readonly fields: readonly DrawnField[];
  readonly errors: readonly ErrorEntry[];
}

/** A form as the page shows it: what was typed stays, and each thing that the API refused stands at its field and at the top. */
export function drawnForm(
  fields: readonly FormField[],
  values: TypedValues,
  problem?: Pick<ProblemContent, 'detail' | 'errors'>,
): DrawnForm {
  const items = problem?.errors ?? [];
  const messages = new Map<string, string>();
  for (const { pointer, parameter, detail } of items) {
    const name = nameOf(pointer ?? parameter ?? '');
    if (!messages.has(name)) messages.set(name, detail);
  }
  const drawn = fields.map((field) => drawnField(field, values, messages));
  const errors = drawn.flatMap(errorsIn);
  // What the API says of no field that is here is said at the top alone.
  const shown = new Set(drawn.flatMap(namesIn));
  const others = [...messages].filter(([name]) => !shown.has(name)).map(([, text]) => ({ text }));
  const all = [...errors, ...others];
  return {
    fields: drawn,
    errors: problem !== undefined && all.length === 0 ? [{ text: problem.detail }] : all,
  };
}

/** `/amount/amount` as `amount`: a sum has one field, and a list's item its index. */
function nameOf(pointer: string): string {
  return pointer
    .replace(/^\//, '')
    .replaceAll('/', '.')
    .replace(/\.(amount|currency)$/, '');
}

function drawnField(
  field: FormField,
  values: TypedValues,
  messages: ReadonlyMap<string, string>,
): DrawnField {
  const { name, kind, label, hint, required } = field;
  const value = typedText(values, name);
  const message = messages.get(name);
  return {
    name,
    id: idOf(field),
    kind,
    label,
    ...(hint !== undefined && { hint }),
    required,
    value,
    ...(message !== undefined && { error: sayOf(field, message) }),
    ...(kind === 'day' && { parts: partsOf(name, values) }),
    ...(kind === 'choice' && {
      choices: field.choices.map((choice) => ({ ...choice, checked: choice.value === value })),
    }),
    ...(kind === 'group' && drawnGroup(field.fields, values, messages)),
    ...(kind === 'list' && {
      items: Array.from({ length: countOf(name, values) }, (_, index) =>
        drawnField(field.item(index), values, messages),
      ),
    }),
  };
}

function drawnGroup(
  inner: readonly FormField[],
  values: TypedValues,
  messages: ReadonlyMap<string, string>,
): Pick<DrawnField, 'fields' | 'open'> {
  const fields = inner.map((field) => drawnField(field, values, messages));
  return { fields, open: fields.some(isFilledOrWrong) };
}

function isFilledOrWrong({ value, parts, items = [], error, open = false }: DrawnField): boolean {
  const someDay = parts?.some((part) => part !== '') === true;
  return open || error !== undefined || value !== '' || someDay || items.length > 0;
}

/** Where a link of the error summary leads: the first input of the field. */
function idOf({ kind, name }: FormField): string {
  const id = name.replaceAll('.', '-');
  return kind === 'day' ? `${id}-day` : id;
}

/** The API's sentence begins with the name of the field in its own language; on a page it is the label. */
function sayOf({ name, label }: FormField, message: string): string {
  const property = name.slice(name.lastIndexOf('.') + 1);
  const rest = [`${name} `, `${property} `].find((start) => message.startsWith(start));
  const words = rest === undefined ? message : `${label} ${message.slice(rest.length)}`;
  return words.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => dayInWords(day));
}

function partsOf(name: string, values: TypedValues): readonly [string, string, string] {
  return [
    typedText(values, `${name}-day`),
    typedText(values, `${name}-month`),
    typedText(values, `${name}-year`),
  ];
}

function errorsIn({ id, error, fields = [], items = [] }: DrawnField): readonly ErrorEntry[] {
  const own = error === undefined ? [] : [{ text: error, href: `#${id}` }];
  return [...own, ...[...fields, ...items].flatMap(errorsIn)];
}

function namesIn({ name, fields = [], items = [] }: DrawnField): readonly string[] {
  return [name, ...[...fields, ...items].flatMap(namesIn)];
}
