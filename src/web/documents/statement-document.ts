import type { StatementAnswer } from '../../recharge/index.js';
import { dayInWords, shortDay } from '../words/days.js';
import { momentInWords } from '../words/moments.js';
import { pounds } from '../words/money.js';
import { organisationName } from '../words/organisation-name.js';
import { statementEntryWords } from '../words/recharge-words.js';
import { sentenceOf } from '../words/sentences.js';
import { heading, paragraph, type Block, type PrintedDocument } from './printed-document.js';
import { PrintedSteps } from './printed-steps.js';

type Statement = Readonly<StatementAnswer>;

/** The account of two bodies over a period, dated on its last day. Both bodies read the same figures. */
export function statementDocument(statement: Statement): PrintedDocument {
  const { council, nhsBody, period, clocks } = statement;
  const days = `${dayInWords(period.from)} to ${dayInWords(period.lastDay)}`;
  const title = `Statement of account, ${days}`;
  return {
    title,
    author: organisationName(statement.you === 'council' ? council : nhsBody),
    date: period.lastDay,
    foot: title,
    blocks: [
      paragraph(
        `${organisationName(council)} and ${organisationName(nhsBody)}, ${days}. Both bodies read the same figures.`,
      ),
      ...(clocks === undefined ? [] : [paragraph(asKnown(clocks))]),
      heading(2, 'Balances'),
      balancesTable(statement),
      heading(2, 'Movements'),
      ...movements(statement),
      heading(2, 'Lines in dispute on the last day'),
      ...disputedByReason(statement),
      ...disputes(statement),
      ...waiting(statement),
      ...annex(statement),
    ],
  };
}

function asKnown({ asAt, knownAt }: NonNullable<Statement['clocks']>): string {
  const day = asAt === undefined ? '' : `What was true by ${dayInWords(asAt)}. `;
  return `${day}Only what was recorded by ${momentInWords(knownAt)}.`;
}

function balancesTable({ council, nhsBody, nhsBodyOwes, councilOwes, ...net }: Statement): Block {
  const row = (who: string, sums: Statement['councilOwes']) => [
    organisationName(who),
    ...[sums.opening, sums.recharges, sums.credits, sums.payments, sums.closing].map(({ amount }) =>
      pounds(amount),
    ),
  ];
  const numeric = true;
  return {
    kind: 'table',
    caption: 'What each body owes the other',
    columns: [
      { text: 'Who owes', share: 4 },
      { text: 'Opening', share: 2, numeric },
      { text: 'Documents', share: 2, numeric },
      { text: 'Credits', share: 2, numeric },
      { text: 'Payments', share: 2, numeric },
      { text: 'Closing', share: 2, numeric },
    ],
    rows: [row(nhsBody, nhsBodyOwes), row(council, councilOwes)],
    total: [
      `What ${organisationName(nhsBody)} owes with both set off`,
      pounds(net.netOpening.amount),
      '',
      '',
      '',
      pounds(net.netClosing.amount),
    ],
  };
}

function movements({ entries, council, nhsBody }: Statement): readonly Block[] {
  if (entries.length === 0) return [paragraph('Nothing moved in the period.')];
  return [
    {
      kind: 'table',
      caption: 'Movements of the period',
      columns: [
        { text: 'Day', share: 10 },
        { text: 'What', share: 10 },
        { text: 'Reference', share: 14 },
        { text: 'Recharge', share: 14 },
        { text: 'Case', share: 14 },
        { text: 'Owed by', share: 18 },
        { text: 'Amount', share: 13, numeric: true },
      ],
      rows: entries.map((entry) => [
        shortDay(entry.on),
        statementEntryWords[entry.kind] ?? sentenceOf(entry.kind),
        entry.kind === 'credit' ? sentenceOf(entry.reference) : entry.reference,
        entry.rechargeRef,
        entry.caseRef,
        organisationName(entry.owedBy === 'council' ? council : nhsBody),
        pounds(entry.amount.amount),
      ]),
    },
  ];
}

function disputedByReason({ disputesByReason }: Statement): readonly Block[] {
  if (disputesByReason.length === 0) return [];
  const numeric = true;
  return [
    {
      kind: 'table',
      caption: 'In dispute, by reason and days since the query',
      columns: [
        { text: 'Why', share: 18 },
        { text: 'Lines', share: 6, numeric },
        { text: '0 to 30', share: 11, numeric },
        { text: '31 to 60', share: 11, numeric },
        { text: '61 to 90', share: 11, numeric },
        { text: 'Over 90', share: 11, numeric },
        { text: 'Total', share: 12, numeric },
      ],
      rows: disputesByReason.map(({ reasonCode, lines, upTo30, upTo60, upTo90, over90, total }) => [
        sentenceOf(reasonCode),
        String(lines),
        ...[upTo30, upTo60, upTo90, over90, total].map(({ amount }) => pounds(amount)),
      ]),
    },
  ];
}

function disputes({ disputes: lines }: Statement): readonly Block[] {
  if (lines.length === 0) return [paragraph('No line is in dispute.')];
  return [
    {
      kind: 'table',
      caption: 'Lines in dispute',
      columns: [
        { text: 'Recharge', share: 14 },
        { text: 'Line', share: 5 },
        { text: 'Why', share: 20 },
        { text: 'Queried', share: 11 },
        { text: 'Days', share: 6, numeric: true },
        { text: 'Amount', share: 12, numeric: true },
      ],
      rows: lines.map((line) => [
        line.rechargeRef,
        String(line.line),
        sentenceOf(line.reasonCode),
        shortDay(line.queriedOn),
        String(line.ageDays),
        pounds(line.amount.amount),
      ]),
    },
  ];
}

function waiting({ waiting: documents }: Statement): readonly Block[] {
  return documents.map(({ rechargeRef, outstanding, missing }) =>
    paragraph(
      `Pending: ${rechargeRef} (${pounds(outstanding.amount)}) is in no balance. ${missing.reason}. Who can say: ${missing.suppliedBy}.`,
    ),
  );
}

function annex({ council, nhsBody, nhsBodyOwes, councilOwes }: Statement): readonly Block[] {
  const steps = new PrintedSteps();
  return [
    heading(2, 'Annex: why each balance is what it is'),
    ...[
      { who: nhsBody, sums: nhsBodyOwes },
      { who: council, sums: councilOwes },
    ].flatMap(({ who, sums }): readonly Block[] => [
      heading(3, `${pounds(sums.closing.amount)} is what ${organisationName(who)} owes at the end`),
      { kind: 'steps', steps: [steps.next(sums.basis)] },
    ]),
  ];
}

/** What the files of a statement are called by, without their kind. */
export function statementFileName({ council, nhsBody, period }: Statement): string {
  return `statement-${council}-${nhsBody}-${period.from}-${period.lastDay}`;
}
