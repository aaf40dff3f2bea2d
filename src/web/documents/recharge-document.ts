import { Refusal } from '../../kernel/refusal.js';
import type { RechargeAnswer } from '../../recharge/index.js';
import { dayInWords, shortDay } from '../words/days.js';
import { pounds } from '../words/money.js';
import { organisationName } from '../words/organisation-name.js';
import { lineKindWords } from '../words/recharge-words.js';
import { sentenceOf } from '../words/sentences.js';
import { factsTable, heading, paragraph, type Block, type PrintedDocument } from './printed-document.js';
import { PrintedSteps } from './printed-steps.js';

type Recharge = Readonly<RechargeAnswer>;
type Line = Recharge['lines'][number];

/** What was not issued is no document yet: nobody has looked whether a text on it tells who the person is. */
export class DocumentNotIssued extends Refusal {
  override readonly name = 'DocumentNotIssued';
  readonly code = 'recharge-not-ready';
  readonly kind = 'conflict';
  override readonly facts: Pick<RechargeAnswer, 'status' | 'nextSteps'>;

  constructor({ status, nextSteps }: Recharge) {
    super('There is no document until the recharge is issued');
    this.facts = { status, nextSteps };
  }
}

/**
 * A recharge or a credit note as it was issued: what does not change any more. Answers to the lines, payments and credits come after the
 * document and are not on it.
 *
 * @throws DocumentNotIssued while it is not issued.
 */
export function rechargeDocument(recharge: Recharge): PrintedDocument {
  const { rechargeRef, caseRef, creditor, document, documentDate } = recharge;
  if (documentDate === undefined) throw new DocumentNotIssued(recharge);
  const title = `${document === 'credit-note' ? 'Credit note' : 'Recharge'} ${rechargeRef}`;
  return {
    title,
    author: organisationName(creditor),
    date: documentDate,
    foot: `${title}, case ${caseRef}`,
    blocks: [
      paragraph(owedSentence(recharge)),
      factsTable('Document', documentFacts(recharge)),
      ...pendingLeave(recharge),
      heading(2, 'Lines'),
      linesTable(recharge),
      ...evidence(recharge.lines),
      factsTable('What follows for the person', [
        ['To refund to the person', pounds(recharge.refundToPerson.amount)],
        ['Contribution that is cancelled', pounds(recharge.contributionCancelled.amount)],
      ]),
      paragraph(
        'This document names nobody. Who the person is goes apart from it, in the restricted schedule, by a secure way.',
      ),
      ...annex(recharge),
    ],
  };
}

function owedSentence({ payableBy, debtor, creditor, total, lines }: Recharge): string {
  const inLines = lines.length === 1 ? 'in one line' : `in ${lines.length} lines`;
  return `${organisationName(payableBy ?? debtor)} owes ${organisationName(creditor)} ${pounds(total.amount)} ${inLines}.`;
}

function documentFacts(recharge: Recharge): readonly (readonly [string, string | undefined])[] {
  const { creditor, debtor, payableBy, successorChoice: choice, agreementVersion } = recharge;
  const day = (date: string | undefined) => (date === undefined ? undefined : dayInWords(date));
  return [
    ['Case', recharge.caseRef],
    ['Invoice reference', recharge.invoiceReference],
    ['Purchase order', recharge.purchaseOrder],
    ['Date of the document', day(recharge.documentDate)],
    ['Who paid, and is owed', organisationName(creditor)],
    ['Who was liable, and owes', organisationName(debtor)],
    [
      'Who pays for it',
      payableBy === undefined || payableBy === debtor ? undefined : organisationName(payableBy),
    ],
    [
      'Why that body pays',
      choice === undefined
        ? undefined
        : `${sentenceOf(choice.reasonCode)}; ${choice.documentReference} shows it`,
    ],
    ['Query the lines by', day(recharge.queryDueOn)],
    ['Pay by', day(recharge.paymentDueOn)],
    ['Worked out on', day(recharge.calculatedOn)],
    [
      'Under',
      agreementVersion === undefined
        ? undefined
        : `Agreement ${recharge.agreementId ?? ''}, version ${agreementVersion}`,
    ],
    ['In place of', recharge.supersedes],
  ];
}

function pendingLeave({ leavePendingFor }: Recharge): readonly Block[] {
  if (leavePendingFor.length === 0) return [];
  const whose = leavePendingFor.length === 1 ? 'one PA' : `${leavePendingFor.length} PAs`;
  return [
    paragraph(
      `Pending: the leave of ${whose} is not known and is in no line (${leavePendingFor.join(', ')}). Who can say: the council’s direct payment team, by a statement of leave.`,
    ),
  ];
}

function linesTable({ rechargeRef, lines, total }: Recharge): Block {
  return {
    kind: 'table',
    caption: `The lines of ${rechargeRef}, which add up to its total`,
    columns: [
      { text: 'Line', share: 5 },
      { text: 'What for', share: 19 },
      { text: 'First day', share: 11 },
      { text: 'Last day', share: 11 },
      { text: 'Days', share: 6, numeric: true },
      { text: 'A week', share: 11, numeric: true },
      { text: 'Amount', share: 13, numeric: true },
      { text: 'Total so far', share: 13, numeric: true },
    ],
    rows: lines.map((line) => [
      String(line.number),
      line.outOfTime ? `${whatFor(line)}. Its oldest payment was six years old` : whatFor(line),
      shortDay(line.from),
      shortDay(line.lastDay),
      String(line.days),
      line.weekly === undefined ? '' : pounds(line.weekly.amount),
      pounds(line.amount.amount),
      pounds(line.runningTotal.amount),
    ]),
    total: ['Total', '', '', '', '', '', pounds(total.amount), ''],
  };
}

function whatFor({ kind, amount }: Line): string {
  const what = lineKindWords[kind] ?? sentenceOf(kind);
  return amount.amount.startsWith('-') && !what.startsWith('Credit') ? `${what} (credit)` : what;
}

function evidence(lines: readonly Line[]): readonly Block[] {
  return lines
    .filter((line) => line.evidence.length > 0)
    .map((line) => paragraph(`Evidence of line ${line.number}: ${line.evidence.join(', ')}.`));
}

function annex({ basis, total, lines }: Recharge): readonly Block[] {
  const steps = new PrintedSteps();
  return [
    heading(2, 'Annex: why each figure is what it is'),
    heading(3, `Total of the lines: ${pounds(total.amount)}`),
    { kind: 'steps', steps: [steps.next(basis)] },
    ...lines.flatMap((line): readonly Block[] => [
      heading(3, `Line ${line.number}: ${pounds(line.amount.amount)}, ${whatFor(line)}`),
      { kind: 'steps', steps: [steps.next(line.basis)] },
    ]),
  ];
}
