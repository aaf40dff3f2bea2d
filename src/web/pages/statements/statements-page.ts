import { organisationDirectory } from '../../../agreement/index.js';
import type { AgedDebtAnswer, StatementAnswer } from '../../../recharge/index.js';
import type { ProblemContent } from '../../../platform/http/problems/problem.js';
import type { Money } from '../../../platform/http/wire/money.dto.js';
import { drawnForm } from '../../forms/drawn-form.js';
import type { FormField, TypedValues } from '../../forms/form-field.js';
import { dataTable, type DataTable } from '../../page/data-table.js';
import { Page } from '../../page/page.js';
import { agedDebtPicture } from '../../pictures/aged-debt.js';
import { pounds } from '../../words/money.js';
import { organisationName } from '../../words/organisation-name.js';
import { statementEntryWords, unpaidReasonWords } from '../../words/recharge-words.js';
import { sentenceOf } from '../../words/sentences.js';

/** The two bodies of an agreement, as codes. */
export interface AgreementBodies {
  readonly council: string;
  readonly nhsBody: string;
}

/**
 * Whom a body has an account with: the other body of each agreement, and whoever took over from it, the one of today first.
 * Under which code the account stands follows from the last day of the period.
 */
export function partnersIn(agreements: readonly AgreementBodies[], organisation: string): readonly string[] {
  const own = organisationDirectory.withPredecessors(organisation);
  const others = agreements
    .flatMap(({ council, nhsBody }) => [council, nhsBody])
    .filter((code) => !own.includes(code));
  const successors = organisationDirectory
    .all()
    .map(({ code }) => code)
    .filter((code) => organisationDirectory.withPredecessors(code).some((each) => others.includes(each)));
  const all = [...new Set([...others, ...successors])].sort();
  const isFollowed = (code: string) =>
    all.some((each) => each !== code && organisationDirectory.withPredecessors(each).includes(code));
  return [...all.filter((code) => !isFollowed(code)), ...all.filter(isFollowed)];
}

type Statement = Readonly<StatementAnswer>;
type AgedSide = AgedDebtAnswer['owedToYou'];

/** What the form of a statement asks for: the partner from those that there is an agreement with, by code where there is none. */
export function statementFields(partners: readonly string[]): readonly FormField[] {
  const partner = { name: 'partnerOds', label: 'The other body', required: true };
  return [
    partners.length === 0
      ? { ...partner, kind: 'text', hint: 'Its ODS code or GSS code' }
      : {
          ...partner,
          kind: 'choice',
          choices: partners.map((value) => ({ value, text: organisationName(value) })),
        },
    { kind: 'day', name: 'from', label: 'First day', required: true },
    { kind: 'day', name: 'to', label: 'Last day', required: true },
  ];
}

export function statementsPage(
  fields: readonly FormField[],
  values: TypedValues,
  debt: Readonly<AgedDebtAnswer>,
  { statement, problem, asked }: { statement?: Statement; problem?: ProblemContent; asked?: string } = {},
): Page {
  const drawn = drawnForm(fields, values, problem);
  const model = {
    title: 'Statements',
    ...drawn,
    debt,
    sides: [
      agedSide('owed-to-you', 'Owed to your body', debt.owedToYou),
      agedSide('owed-by-you', 'Owed by your body', debt.owedByYou),
    ],
    ...(statement !== undefined && {
      statement,
      asked,
      disputed: disputedTable(statement),
      balances: [
        { who: statement.nhsBody, sums: statement.nhsBodyOwes },
        { who: statement.council, sums: statement.councilOwes },
      ],
      entries: statement.entries.map((entry) => ({
        ...entry,
        what: statementEntryWords[entry.kind] ?? entry.kind,
        says: entry.kind === 'credit' ? sentenceOf(entry.reference) : entry.reference,
        who: entry.owedBy === 'council' ? statement.council : statement.nhsBody,
      })),
    }),
  };
  return new Page('pages/statements.njk', model, problem?.status ?? 200);
}

/** What was in dispute on the last day: each reason of a query in words, with its lines and their sums by age. */
function disputedTable({ disputesByReason }: Statement): DataTable {
  const sum = (text: string, of: (reason: Statement['disputesByReason'][number]) => Readonly<Money>) => ({
    ...{ text, numeric: true },
    cell: (reason: Statement['disputesByReason'][number]) => pounds(of(reason).amount),
  });
  return dataTable(
    'In dispute on the last day, by reason',
    disputesByReason,
    [
      { text: 'Why', cell: ({ reasonCode }) => sentenceOf(reasonCode) },
      { text: 'Lines', numeric: true, cell: ({ lines }) => String(lines) },
      sum('0 to 30 days', ({ upTo30 }) => upTo30),
      sum('31 to 60 days', ({ upTo60 }) => upTo60),
      sum('61 to 90 days', ({ upTo90 }) => upTo90),
      sum('Over 90 days', ({ over90 }) => over90),
      sum('Total', ({ total }) => total),
    ],
    'No line was in dispute on the last day of the period.',
  );
}

function agedSide(id: string, caption: string, side: AgedSide) {
  const table = agedTable(side);
  return { caption, ...table, drawing: agedDebtPicture(id, caption, table.rows) };
}

function agedTable({ reasons, basis, ...totals }: AgedSide) {
  return {
    rows: reasons.map(({ reason, queryReason, ...sums }) => ({
      text: `${unpaidReasonWords[reason] ?? reason}${queryReason === undefined ? '' : `: ${sentenceOf(queryReason).toLowerCase()}`}`,
      sums: sumsOf(sums),
    })),
    totals: sumsOf(totals),
    basis,
  };
}

function sumsOf({ upTo30, upTo60, upTo90, over90, total }: Omit<AgedSide, 'reasons' | 'basis'>) {
  return [upTo30, upTo60, upTo90, over90, total];
}
