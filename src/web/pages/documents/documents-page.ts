import { organisationDirectory } from '../../../agreement/index.js';
import { addDays, addMonths, type PlainDate } from '../../../kernel/plain-date.js';
import type { RechargeAnswer } from '../../../recharge/index.js';
import { dataTable, type CellLink, type DataTable } from '../../page/data-table.js';
import { Page } from '../../page/page.js';
import { dayInWords, monthInWords, shortDay } from '../../words/days.js';
import { momentInWords } from '../../words/moments.js';
import { pounds } from '../../words/money.js';
import { organisationName } from '../../words/organisation-name.js';
import { rechargeStatusWords } from '../../words/recharge-words.js';
import type { CaseEvent } from '../history/case-events.js';
import { replayAddress, whoRecorded } from '../history/history-page.js';
import { rechargeName } from '../recharges/recharge-names.js';
import { caseSections } from '../transfer-case/case-addresses.js';

type Recharge = Readonly<RechargeAnswer>;

export interface CaseDocuments {
  readonly caseRef: string;
  readonly recharges: readonly Recharge[];
  readonly events: readonly CaseEvent[];
  /** The body of who looks. */
  readonly organisation: string;
  readonly mayReadStatements: boolean;
  /** Whoever looks may take the events away with their hashes. */
  readonly mayCheck: boolean;
}

/** Every document of a case: what the bodies charge each other, the statements that it is on, and what its facts rest on. */
export function documentsPage(documents: CaseDocuments): Page {
  const { caseRef, events, mayReadStatements, mayCheck } = documents;
  return new Page('pages/case-documents.njk', {
    title: 'Documents',
    under: `Case ${caseRef}`,
    caseRef,
    mayCheck,
    sections: caseSections(caseRef, '/documents'),
    tables: [
      rechargesTable(documents),
      ...(mayReadStatements ? [statementsTable(documents)] : []),
      evidenceTable(caseRef, events),
    ],
  });
}

function rechargesTable({ recharges, events }: CaseDocuments): DataTable {
  return dataTable(
    'Recharges and credit notes',
    recharges,
    [
      {
        text: 'Document',
        cell: (recharge) => ({
          text: rechargeName(recharge),
          href: `/recharges/${recharge.rechargeRef}`,
        }),
      },
      { text: 'State', cell: ({ status }) => rechargeStatusWords[status] },
      {
        text: 'Dated',
        cell: ({ documentDate }) => (documentDate === undefined ? 'Not issued' : shortDay(documentDate)),
      },
      { text: 'Invoice', cell: ({ invoiceReference = '' }) => invoiceReference },
      { text: 'Issued by', cell: (recharge) => issuedBy(recharge, events) },
      { text: 'In place of', cell: ({ supersedes = '' }) => supersedes },
      { text: 'Total', numeric: true, cell: ({ total }) => pounds(total.amount) },
      { text: 'Files', cell: (recharge) => ({ text: '', links: filesOf(recharge) }) },
    ],
    'No recharge of the case was worked out that your body is owed or owes.',
  );
}

function issuedBy({ rechargeRef }: Recharge, events: readonly CaseEvent[]): string {
  const issue = events.find(({ type, recordRef }) => type === 'recharge.issued' && recordRef === rechargeRef);
  return issue === undefined ? '' : whoRecorded(issue);
}

function filesOf({ rechargeRef, documentDate }: Recharge): readonly CellLink[] {
  const at = `/recharges/${rechargeRef}`;
  const hidden = `of ${rechargeRef}`;
  return [
    ...(documentDate === undefined ? [] : [{ text: 'PDF', href: `${at}/document.pdf`, hidden }]),
    { text: 'CSV', href: `${at}/lines.csv`, hidden },
    { text: 'Excel', href: `${at}/recharge.xlsx`, hidden },
  ];
}

interface StatementMonth {
  readonly partner: string;
  readonly from: PlainDate;
}

function statementsTable({ recharges, organisation }: CaseDocuments): DataTable {
  return dataTable(
    'Statements that its documents are on',
    monthsOf(recharges, organisation),
    [
      {
        text: 'Statement',
        cell: (month) => ({
          text: `${monthInWords(month.from)} with ${organisationName(month.partner)}`,
          href: `/statements?${statementQuery(month)}`,
        }),
      },
      {
        text: 'Files',
        cell: (month) => ({
          text: '',
          links: ['pdf', 'xlsx'].map((kind) => ({
            text: kind === 'pdf' ? 'PDF' : 'Excel',
            href: `/statements/statement.${kind}?${statementQuery(month)}`,
            hidden: `of the statement of ${monthInWords(month.from)}`,
          })),
        }),
      },
    ],
    'No document of the case was issued, so it is on no statement.',
  );
}

/** The months in which documents of the case are dated, each with the other body of the account. */
function monthsOf(recharges: readonly Recharge[], organisation: string): readonly StatementMonth[] {
  const own = organisationDirectory.withPredecessors(organisation);
  const months = recharges.flatMap(({ documentDate, creditor, debtor, payableBy }) => {
    if (documentDate === undefined) return [];
    const partner = own.includes(creditor) ? (payableBy ?? debtor) : creditor;
    return [{ partner, from: `${documentDate.slice(0, 7)}-01` as PlainDate }];
  });
  const each = new Map(months.map((month) => [`${month.from} ${month.partner}`, month]));
  return [...each.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, month]) => month);
}

function statementQuery({ partner, from }: StatementMonth): string {
  const lastDay = addDays(addMonths(from, 1), -1);
  const partsOf = (name: string, day: PlainDate) => {
    const [year = '', month = '', date = ''] = day.split('-');
    return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year };
  };
  return new URLSearchParams({
    partnerOds: partner,
    ...partsOf('from', from),
    ...partsOf('to', lastDay),
  }).toString();
}

/** A document of an office that an event names as what shows it. */
interface Evidence {
  readonly reference: string;
  readonly event: CaseEvent;
}

function evidenceTable(caseRef: string, events: readonly CaseEvent[]): DataTable {
  return dataTable(
    'Documents that its facts rest on',
    events.flatMap((event) => referencesIn(event).map((reference): Evidence => ({ reference, event }))),
    [
      { text: 'Reference', cell: ({ reference }) => reference },
      {
        text: 'What it shows',
        cell: ({ event }) => ({ text: event.sentence, href: replayAddress(caseRef, event.position) }),
      },
      { text: 'True on', cell: ({ event }) => dayInWords(event.occurredOn) },
      { text: 'Recorded', cell: ({ event }) => momentInWords(event.recordedAt) },
      { text: 'By', cell: ({ event }) => whoRecorded(event) },
    ],
    'No fact of the case names a document that shows it.',
  );
}

/** The members by which events name documents: of an agreement or a decision, an account, an adviser, and a split of redundancy pay. */
const NAMING = ['documentReference', 'statementReference', 'rulingReference', 'reference'] as const;

function referencesIn({ data, correction }: CaseEvent): readonly string[] {
  const members = data as Partial<Record<string, unknown>>;
  const named = [...NAMING.map((name) => members[name]), correction?.documentReference];
  return [...new Set(named.filter((each) => typeof each === 'string'))];
}
