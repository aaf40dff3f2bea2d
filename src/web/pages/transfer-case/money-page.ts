import type { RechargesOfCaseAnswer } from '../../../recharge/index.js';
import type { CaseAnswer } from '../../../transfer-case/index.js';
import { dataTable, type Cell, type Column, type DataTable } from '../../page/data-table.js';
import { Page } from '../../page/page.js';
import { dayInWords, shortDay } from '../../words/days.js';
import { pounds } from '../../words/money.js';
import { organisationName } from '../../words/organisation-name.js';
import { sentenceOf } from '../../words/sentences.js';
import { stageTag } from '../../words/stage-words.js';
import type { PossibleCommands } from '../commands/possible-commands.js';
import { caseSections } from './case-addresses.js';
import type { SummaryRow } from './case-facts.js';

type Case = Readonly<CaseAnswer>;
type WeeklySum = Case['awardRates'][number];
type Payment = Case['payments'][number];

/** The money of a case: what is paid a week, what was paid, the account, and what the bodies charge each other. */
export function moneyPage(
  answer: Case,
  recharges: Readonly<RechargesOfCaseAnswer>,
  possible: PossibleCommands,
): Page {
  const { caseRef, stage } = answer;
  const correct = correcting(caseRef);
  return new Page('pages/case-money.njk', {
    title: 'Money',
    under: `Case ${caseRef}`,
    caseRef,
    stage: stageTag(stage),
    sections: caseSections(caseRef, '/money'),
    tables: [
      rechargesTable(recharges.items),
      weeklyTable(
        'Direct payment a week, gross',
        answer.awardRates,
        correct('award-rates'),
        'No rate is recorded.',
      ),
      weeklyTable(
        'Contribution a week',
        answer.contributions,
        correct('contributions'),
        'No contribution is recorded.',
      ),
      jointPackagesTable(answer.jointPackages, correct('joint-packages')),
      paymentsTable('Payments', answer.payments, 'No payment is recorded.'),
      paymentsTable(
        'Contributions received',
        answer.contributionReceipts,
        'No contribution is recorded as received.',
      ),
      oneOffsTable(answer.oneOffs, correct('one-offs')),
      suspensionsTable(answer.suspensions, correct('suspensions')),
      weeklyTable(
        'Council budget a week, on the way back',
        answer.councilBudgets,
        correct('council-budgets'),
        'No budget is recorded.',
      ),
      weeklyTable(
        'Personal health budget a week',
        answer.phbRates,
        correct('phb-rates'),
        'No rate is recorded.',
      ),
    ].filter(({ rows, caption }) => rows.length > 0 || ALWAYS.has(caption)),
    account: accountRows(answer.account),
    ...possible,
  });
}

/** What is said to be empty; other tables of a case that has none of it are left out. */
const ALWAYS: ReadonlySet<string> = new Set(['Recharges', 'Direct payment a week, gross', 'Payments']);

/** The link of a row to the form that puts it right, by the event that said it. */
type Correct = (eventId: string, what: string) => Cell;

const correcting =
  (caseRef: string) =>
  (path: string): Correct =>
  (eventId, what) => ({
    text: 'Put right',
    href: `/cases/${caseRef}/do/${path}?corrects=${eventId}`,
    hidden: what,
  });

function weeklyTable(
  caption: string,
  sums: readonly WeeklySum[],
  correct: Correct,
  empty: string,
): DataTable {
  return dataTable(
    caption,
    sums,
    [
      { text: 'From', cell: ({ from }) => dayInWords(from) },
      { text: 'A week', numeric: true, cell: ({ weekly }) => pounds(weekly.amount) },
      {
        text: 'Change',
        cell: ({ eventId, from }) => correct(eventId, `${caption} from ${dayInWords(from)}`),
      },
    ],
    empty,
  );
}

function paymentsTable(caption: string, payments: readonly Payment[], empty: string): DataTable {
  const payer: Column<Payment> = {
    text: 'Paid by',
    cell: ({ payer: body }) => (body === undefined ? 'The person' : organisationName(body)),
  };
  return dataTable(
    caption,
    payments,
    [
      { text: 'Reference', cell: ({ reference }) => reference },
      payer,
      { text: 'Paid', cell: ({ paidOn }) => shortDay(paidOn) },
      { text: 'For', cell: ({ from, lastDay }) => `${shortDay(from)} to ${shortDay(lastDay)}` },
      { text: 'Sum', numeric: true, cell: ({ amount }) => pounds(amount.amount) },
      { text: 'Takes back', cell: ({ reverses }) => reverses ?? '' },
    ],
    empty,
  );
}

function jointPackagesTable(packages: Case['jointPackages'], correct: Correct): DataTable {
  return dataTable(
    'Joint package',
    packages,
    [
      { text: 'From', cell: ({ from }) => dayInWords(from) },
      {
        text: 'Parts',
        cell: ({ parts }) =>
          parts
            .map(
              ({ part, share, weekly }) =>
                `${sentenceOf(part)}: ${weekly === undefined ? (share ?? '') : `${pounds(weekly.amount)} a week`}`,
            )
            .join('; '),
      },
      { text: 'What is left', cell: ({ remainder }) => sentenceOf(remainder) },
      {
        text: 'Change',
        cell: ({ eventId, from }) => correct(eventId, `the joint package from ${dayInWords(from)}`),
      },
    ],
    'There is no joint package.',
  );
}

function suspensionsTable(suspensions: Case['suspensions'], correct: Correct): DataTable {
  return dataTable(
    'Suspensions',
    suspensions,
    [
      { text: 'Days', cell: ({ from, lastDay }) => `${shortDay(from)} to ${shortDay(lastDay)}` },
      { text: 'Why', cell: ({ reason }) => sentenceOf(reason) },
      { text: 'Paid', cell: ({ paid }) => sentenceOf(paid) },
      {
        text: 'A week',
        numeric: true,
        cell: ({ weekly }) => (weekly === undefined ? '' : pounds(weekly.amount)),
      },
      {
        text: 'Change',
        cell: ({ eventId, from }) => correct(eventId, `the suspension from ${dayInWords(from)}`),
      },
    ],
    'Care was not interrupted.',
  );
}

function oneOffsTable(oneOffs: Case['oneOffs'], correct: Correct): DataTable {
  return dataTable(
    'One-off payments',
    oneOffs,
    [
      { text: 'Receipt', cell: ({ receiptReference }) => receiptReference },
      { text: 'What for', cell: ({ kind }) => sentenceOf(kind) },
      { text: 'Paid by', cell: ({ payer }) => organisationName(payer) },
      { text: 'On', cell: ({ incurredOn }) => shortDay(incurredOn) },
      {
        text: 'Good for',
        cell: ({ benefit }) =>
          benefit === undefined ? '' : `${shortDay(benefit.from)} to ${shortDay(benefit.lastDay)}`,
      },
      {
        text: 'Approval',
        cell: ({ approval }) => (approval === undefined ? 'Not stated' : sentenceOf(approval.outcome)),
      },
      { text: 'Sum', numeric: true, cell: ({ amount }) => pounds(amount.amount) },
      { text: 'Change', cell: ({ eventId, receiptReference }) => correct(eventId, receiptReference) },
    ],
    'No one-off payment is recorded.',
  );
}

function rechargesTable(items: RechargesOfCaseAnswer['items']): DataTable {
  return dataTable(
    'Recharges',
    items,
    [
      {
        text: 'Recharge',
        cell: ({ rechargeRef }) => ({ text: rechargeRef, href: `/recharges/${rechargeRef}` }),
      },
      { text: 'Status', cell: ({ status }) => sentenceOf(status) },
      { text: 'Owed to', cell: ({ creditor }) => organisationName(creditor) },
      { text: 'Owed by', cell: ({ debtor }) => organisationName(debtor) },
      { text: 'Total', numeric: true, cell: ({ total }) => pounds(total.amount) },
      { text: 'Outstanding', numeric: true, cell: ({ outstanding }) => pounds(outstanding.amount) },
    ],
    'Nothing has been charged for this case that your organisation owes or is owed.',
  );
}

function accountRows({ opening, closed, reclaimed }: Case['account']): readonly SummaryRow[] {
  return [
    {
      key: 'Opening balance',
      text:
        opening === undefined
          ? 'Not stated: the council states it'
          : `${pounds(opening.balance.amount)} on ${dayInWords(opening.on)} (${opening.statementReference})`,
    },
    {
      key: 'Closed',
      text:
        closed === undefined
          ? 'Not closed'
          : `${pounds(closed.balance.amount)} on ${dayInWords(closed.on)} (${closed.statementReference})`,
    },
    ...(reclaimed === undefined
      ? []
      : [
          {
            key: 'Taken back',
            text: `${pounds(reclaimed.amount.amount)} on ${dayInWords(reclaimed.reclaimedOn)} (${reclaimed.reclaimReference})`,
          },
        ]),
  ];
}
