import { isPlainDate } from '../../kernel/plain-date.js';

/**
 * What a column of a download holds. Money is pounds and a count a whole number, both plain digits as spreadsheets read them; a day is
 * `2024-05-01`. All else is text, moments too, which are told to the microsecond.
 */
export type ColumnKind = 'text' | 'count' | 'money' | 'day';

export interface SheetColumn<Row> {
  readonly name: string;
  readonly kind: ColumnKind;
  /** What is not there leaves the cell empty. */
  readonly value: (row: Row) => string | number | undefined;
}

/** A table to be taken away. Each cell is the text of the API, and what its column says it is. */
export interface DataSheet {
  /** The name of its sheet where there are several, and of its file. */
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly kind: ColumnKind }[];
  readonly rows: readonly (readonly string[])[];
}

const FORMS: Readonly<Record<ColumnKind, (text: string) => boolean>> = {
  text: () => true,
  count: (text) => /^-?\d+$/.test(text),
  money: (text) => /^-?\d+\.\d{2}$/.test(text),
  day: isPlainDate,
};
const NAMES: Readonly<Record<ColumnKind, string>> = {
  text: 'text',
  count: 'whole number',
  money: 'sum of money',
  day: 'day',
};

/** @throws TypeError when a cell holds anything else than its column says. */
export function dataSheet<Row>(
  name: string,
  columns: readonly SheetColumn<Row>[],
  rows: readonly Row[],
): DataSheet {
  return {
    name,
    columns: columns.map((column) => ({ name: column.name, kind: column.kind })),
    rows: rows.map((row) => columns.map((column) => cellOf(column, row))),
  };
}

function cellOf<Row>({ name, kind, value }: SheetColumn<Row>, row: Row): string {
  const text = String(value(row) ?? '');
  if (text !== '' && !FORMS[kind](text)) throw new TypeError(`${name} holds what is no ${NAMES[kind]}`);
  return text;
}
