import { dataTable } from '../../page/data-table.js';
import { Page } from '../../page/page.js';
import { typedText } from '../../forms/form-field.js';
import { PA_COLUMNS, type RowOfPa } from './pas-in-file.js';

/** Where a file of PAs is sent, and where the person goes back to. */
export interface PasFile {
  readonly action: string;
  readonly add: string;
  readonly back: string;
}

interface Tried {
  readonly rows?: readonly RowOfPa[];
  /** Why the file as a whole is not taken. */
  readonly fault?: string;
}

/** PAs from a file, for a draft of an alert: each row says what would become of it before any is added. */
export function pasFilePage(addresses: PasFile, { rows, fault }: Tried = {}): Page {
  const refused = rows?.filter(({ faults }) => faults.length > 0).length ?? 0;
  const errors = [
    ...(fault === undefined ? [] : [{ text: fault, href: '#file' }]),
    ...(refused === 0
      ? []
      : [{ text: `${refused} of ${rows?.length} rows cannot be taken, so none is added`, href: '#rows' }]),
  ];
  return new Page(
    'pages/alert/pas-file.njk',
    {
      title: 'PAs from a file',
      under: 'Raise an alert',
      ...addresses,
      columns: PA_COLUMNS,
      errors,
      fault,
      ...(rows !== undefined && { table: rowsTable(rows) }),
      ...(rows !== undefined && rows.length > 0 && errors.length === 0 && { ready: carried(rows) }),
    },
    errors.length === 0 ? 200 : 422,
  );
}

function rowsTable(rows: readonly RowOfPa[]) {
  return dataTable(
    'Rows of the file',
    rows,
    [
      { text: 'Line', cell: ({ line }) => String(line) },
      { text: 'PA', cell: ({ typed }) => typedText(typed, 'assistantRef') },
      { text: 'Result', cell: ({ faults }) => (faults.length === 0 ? 'Can be added' : 'Refused') },
      {
        text: 'What is wrong',
        cell: ({ faults }) =>
          faults
            .map(({ column, detail }) => (column === undefined ? detail : `${column}: ${detail}`))
            .join('; '),
      },
    ],
    'The file has no rows.',
  );
}

/** The rows in the form that adds them, so that nobody has to choose the file a second time. */
function carried(rows: readonly RowOfPa[]) {
  return {
    count: rows.length,
    fields: rows.flatMap(({ line, typed }, index) =>
      Object.entries({ ...typed, line: String(line) }).map(([name, value]) => ({
        name: `rows.${index}.${name}`,
        value,
      })),
    ),
  };
}
