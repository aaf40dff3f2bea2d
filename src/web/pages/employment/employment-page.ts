import type { EmploymentAnswer } from '../../../workforce/index.js';
import { dataTable, type Cell } from '../../page/data-table.js';
import { Page } from '../../page/page.js';
import { dayInWords, shortDay } from '../../words/days.js';
import { pounds } from '../../words/money.js';
import { organisationName } from '../../words/organisation-name.js';
import { sentenceOf } from '../../words/sentences.js';
import type { PossibleCommands } from '../commands/possible-commands.js';
import type { SummaryRow } from '../transfer-case/case-facts.js';

type Job = Readonly<EmploymentAnswer>;

/** One PA's job: hours, pay, funders, leave statements, the claim on the insurance, and what may be recorded of it. */
export function employmentPage(job: Job, possible: PossibleCommands, done: string | undefined): Page {
  const { employmentId, assistantRef, caseRef } = job;
  const correct = (path: string, recordId: string, what: string): Cell => ({
    text: 'Put right',
    href: `/employments/${employmentId}/do/${path}?corrects=${recordId}`,
    hidden: what,
  });
  return new Page('pages/employment.njk', {
    title: `PA ${assistantRef}`,
    under: `Case ${caseRef}`,
    caseRef,
    summary: summaryOf(job),
    tables: [
      dataTable(
        'Hours and pay',
        job.terms,
        [
          { text: 'From', cell: ({ from }) => dayInWords(from) },
          { text: 'Hours a week', numeric: true, cell: ({ weeklyHours }) => weeklyHours },
          { text: 'Rate an hour', numeric: true, cell: ({ hourlyRate }) => pounds(hourlyRate.amount) },
          {
            text: 'Change',
            cell: ({ recordId, from }) => correct('terms', recordId, `the terms from ${dayInWords(from)}`),
          },
        ],
        'No hours are recorded.',
      ),
      dataTable(
        'Who funded the job',
        job.fundingPeriods,
        [
          {
            text: 'Days',
            cell: ({ from, lastDay }) =>
              `${shortDay(from)} ${lastDay === undefined ? 'on' : `to ${shortDay(lastDay)}`}`,
          },
          {
            text: 'Funders',
            cell: ({ shares }) =>
              shares.length === 0
                ? 'The employer alone'
                : shares.map(({ funder, share }) => `${organisationName(funder)}: ${share}`).join('; '),
          },
          { text: 'Hours paid', numeric: true, cell: ({ hoursPaid }) => hoursPaid ?? 'Not stated' },
          {
            text: 'Money paid',
            numeric: true,
            cell: ({ moneyPaid }) => (moneyPaid === undefined ? 'Not stated' : pounds(moneyPaid.amount)),
          },
          {
            text: 'Change',
            cell: ({ recordId, from }) =>
              correct('funding-periods', recordId, `the funding from ${dayInWords(from)}`),
          },
        ],
        'Nobody has said who funded the job.',
      ),
      dataTable(
        'Leave statements',
        job.leaveStatements,
        [
          { text: 'Statement', cell: ({ statementReference }) => statementReference },
          {
            text: 'Leave year',
            cell: ({ leaveYearFrom, leaveYearLastDay }) =>
              `${shortDay(leaveYearFrom)} to ${shortDay(leaveYearLastDay)}`,
          },
          { text: 'Method', cell: ({ method }) => sentenceOf(method) },
          { text: 'Hours taken', numeric: true, cell: ({ takenHours }) => takenHours },
          { text: 'Rate an hour', numeric: true, cell: ({ hourlyRate }) => pounds(hourlyRate.amount) },
        ],
        'Payroll has stated no leave.',
      ),
    ],
    ...possible,
    done,
  });
}

function summaryOf(job: Job): readonly SummaryRow[] {
  const { caseRef, status, startedOn, end, service, insuranceClaim, employmentId } = job;
  return [
    { key: 'Case', text: caseRef, href: `/cases/${caseRef}` },
    { key: 'Status', text: sentenceOf(status) },
    { key: 'First day', text: dayInWords(startedOn) },
    ...(end === undefined
      ? [{ key: 'Last day', text: 'The job goes on' }]
      : [
          {
            key: 'Last day',
            text: `${dayInWords(end.lastDay)}: ${sentenceOf(end.reason)}`,
            action: {
              text: 'Put right',
              href: `/employments/${employmentId}/do/end?corrects=${end.recordId}`,
              hidden: 'the end of the job',
            },
          },
          { key: 'Notice', text: noticeOf(end) },
        ]),
    ...(service === undefined
      ? []
      : [
          {
            key: 'Continuous employment',
            text: `${sentenceOf(service.cause)}: ${
              service.earliestStart === service.latestStart
                ? `from ${dayInWords(service.earliestStart)}`
                : `from ${dayInWords(service.earliestStart)} at the earliest, ${dayInWords(service.latestStart)} at the latest`
            }`,
          },
        ]),
    {
      key: 'Insurance claim',
      text:
        insuranceClaim === undefined
          ? 'Nothing recorded'
          : [
              sentenceOf(insuranceClaim.claim),
              ...(insuranceClaim.amount === undefined ? [] : [pounds(insuranceClaim.amount.amount)]),
              ...(insuranceClaim.reasonCode === undefined ? [] : [sentenceOf(insuranceClaim.reasonCode)]),
            ].join(', '),
    },
  ];
}

function noticeOf({ notice, noticeGivenOn }: NonNullable<Job['end']>): string {
  if (notice === undefined) return 'Nobody has said whether notice was given';
  if (notice === 'none') return 'None was given';
  return noticeGivenOn === undefined ? 'Given' : `Given ${dayInWords(noticeGivenOn)}`;
}
