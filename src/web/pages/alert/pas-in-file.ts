import { readCsv } from '../../../platform/imports/csv-rows.js';
import { dayFromCsv, penceFromCsv } from '../../../platform/imports/csv-values.js';
import { RowReading } from '../../../platform/imports/row-reading.js';
import type { ProblemItem } from '../../../platform/http/problems/problem.js';
import { countOf } from '../../forms/body-of-form.js';
import { typedText, type TypedValues } from '../../forms/form-field.js';

/** The columns of a file of PAs: those of the import of PAs, without the case, which there is none of yet. */
export const PA_COLUMNS = [
  'assistant_reference',
  'status',
  'started_on',
  'weekly_hours',
  'hourly_rate',
] as const;

type PaColumn = (typeof PA_COLUMNS)[number];

/** The column of each field of a PA. */
const COLUMN_OF: Readonly<Record<string, PaColumn>> = {
  assistantRef: 'assistant_reference',
  status: 'status',
  startedOn: 'started_on',
  weeklyHours: 'weekly_hours',
  hourlyRate: 'hourly_rate',
};

export interface RowOfPa {
  /** The line of the file on which it begins. */
  readonly line: number;
  /** What somebody would type into the fields of the PA. */
  readonly typed: TypedValues;
  readonly faults: readonly PaFault[];
}

export interface PaFault {
  readonly column?: PaColumn;
  readonly detail: string;
}

/** @throws FieldRefused when it is no CSV file with these columns. */
export async function pasInFile(csv: string): Promise<readonly RowOfPa[]> {
  return readCsv(csv, PA_COLUMNS, ({ line, values }): RowOfPa => {
    const row = new RowReading(values);
    const startedOn = row.read('started_on', dayFromCsv);
    row.read('hourly_rate', penceFromCsv);
    const [year = '', month = '', day = ''] = startedOn?.split('-') ?? [];
    const typed = {
      assistantRef: values.assistant_reference,
      status: values.status.toLowerCase().replaceAll(/\s+/g, '-'),
      ...{ 'startedOn-day': day, 'startedOn-month': month, 'startedOn-year': year },
      weeklyHours: values.weekly_hours,
      hourlyRate: values.hourly_rate,
    };
    return {
      line,
      typed,
      faults: row.faults.map(({ column, detail }) => ({ column: column as PaColumn, detail })),
    };
  });
}

/** What was typed of an alert, with more PAs behind those that are there. */
export function withMorePas(typed: TypedValues, list: string, rows: readonly RowOfPa[]): TypedValues {
  const first = countOf(list, typed);
  const more = rows.flatMap((row, index) =>
    Object.entries(row.typed).map(([name, value]) => [`${list}.${first + index}.${name}`, value] as const),
  );
  return { ...typed, ...Object.fromEntries(more), [`${list}-count`]: String(first + rows.length) };
}

/**
 * The rows with all that is wrong with them: what could not be read, what the API would refuse, and PAs who are named twice.
 *
 * @param typed the alert before they are added to it
 * @param items what the API would refuse of the alert with them
 */
export function triedPas(
  rows: readonly RowOfPa[],
  typed: TypedValues,
  list: string,
  items: readonly ProblemItem[],
): readonly RowOfPa[] {
  const first = countOf(list, typed);
  const named = new Set(
    Array.from({ length: first }, (_, index) => typedText(typed, `${list}.${index}.assistantRef`)),
  );
  return rows.map((row, index) => {
    const start = `/${list}/${first + index}/`;
    const refused = items
      .filter(({ pointer = '' }) => pointer.startsWith(start))
      .map(({ pointer = '', detail }) => faultOf(pointer.slice(start.length), detail));
    const reference = typedText(row.typed, 'assistantRef');
    const twice = named.has(reference)
      ? [{ column: COLUMN_OF['assistantRef']!, detail: 'is named already, in the alert or further up' }]
      : [];
    named.add(reference);
    return { ...row, faults: oneOfEach([...row.faults, ...refused, ...twice]) };
  });
}

/** The sentence of the API begins with the name of the field, in place of which stands the column. */
function faultOf(field: string, detail: string): PaFault {
  const [property = ''] = field.split('/');
  const column = COLUMN_OF[property];
  const [name = '', ...words] = detail.split(' ');
  const named = name === property || name.endsWith(`.${property}`);
  return { ...(column !== undefined && { column }), detail: named ? words.join(' ') : detail };
}

/** What could not be read at all is not said to be missing as well. */
function oneOfEach(faults: readonly PaFault[]): readonly PaFault[] {
  return faults.filter(
    ({ column }, index) =>
      column === undefined || faults.findIndex((each) => each.column === column) === index,
  );
}
