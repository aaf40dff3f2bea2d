import type { ProblemContent } from '../../../platform/http/problems/problem.js';
import { dataTable } from '../../page/data-table.js';
import { Page } from '../../page/page.js';
import { pounds } from '../../words/money.js';
import { sentenceOf } from '../../words/sentences.js';

/** A list that can be imported. */
export interface ImportKind {
  /** The end of its address, here and in the API. */
  readonly path: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly hint: string;
}

export const imports: readonly ImportKind[] = [
  {
    path: 'payments',
    title: 'Import payments',
    columns: ['case_reference', 'payment_reference', 'paid_on', 'covers_from', 'covers_to', 'amount'],
    hint: 'A row for each payment. “covers_to” is the last day that the payment covers.',
  },
  {
    path: 'employments',
    title: 'Import PAs',
    columns: ['case_reference', 'assistant_reference', 'status', 'started_on', 'weekly_hours', 'hourly_rate'],
    hint: 'A row for each PA of a case. The status is “employed” or “self-employed”.',
  },
];

/** The API's report on a file. */
export interface ImportReportAnswer {
  readonly rows: readonly {
    readonly line: number;
    readonly result: string;
    readonly reasons: readonly { readonly column?: string; readonly detail: string }[];
    readonly caseReference: string;
    readonly paymentReference?: string;
    readonly assistantReference?: string;
  }[];
  readonly totals: {
    readonly rows: number;
    readonly wouldImport: number;
    readonly imported: number;
    readonly alreadyThere: number;
    readonly refused: number;
    readonly amount?: { readonly amount: string };
  };
}

export interface Imported {
  readonly report?: ImportReportAnswer;
  /** Nothing was stored. */
  readonly tried?: boolean;
  readonly fault?: ProblemContent;
}

export function importPage(kind: ImportKind, { report, tried = true, fault }: Imported = {}): Page {
  const ready = report !== undefined && tried && report.totals.refused === 0 && fault === undefined;
  return new Page(
    'pages/imports.njk',
    {
      title: kind.title,
      kind,
      errors: fault === undefined ? [] : [{ text: fault.detail, href: '#file' }],
      action: `/imports/${kind.path}`,
      ready,
      ...(report !== undefined && {
        result: resultOf(report, tried),
        table: rowsTable(report),
        ...(!tried && fault === undefined && { done: resultOf(report, tried) }),
      }),
    },
    fault === undefined ? 200 : fault.status,
  );
}

function resultOf({ totals }: ImportReportAnswer, tried: boolean): string {
  const { rows, wouldImport, imported, alreadyThere, refused, amount } = totals;
  const taken = tried ? `${wouldImport} would be imported` : `${imported} imported`;
  const sum = amount === undefined ? '' : `, together ${pounds(amount.amount)}`;
  return `Of ${rows} rows: ${taken}${sum}; ${alreadyThere} there already; ${refused} refused`;
}

function rowsTable({ rows }: ImportReportAnswer) {
  return dataTable(
    'Rows of the file',
    rows,
    [
      { text: 'Line', cell: ({ line }) => String(line) },
      { text: 'Case', cell: ({ caseReference }) => caseReference },
      {
        text: 'Reference',
        cell: ({ paymentReference, assistantReference }) => paymentReference ?? assistantReference ?? '',
      },
      { text: 'Result', cell: ({ result }) => sentenceOf(result) },
      {
        text: 'What is wrong',
        cell: ({ reasons }) =>
          reasons
            .map(({ column, detail }) => (column === undefined ? detail : `${column}: ${detail}`))
            .join('; '),
      },
    ],
    'The file has no rows.',
  );
}
