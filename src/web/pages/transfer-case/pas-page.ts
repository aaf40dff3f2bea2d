import type { CaseAnswer } from '../../../transfer-case/index.js';
import type { EmploymentAnswer } from '../../../workforce/index.js';
import { dataTable } from '../../page/data-table.js';
import { Page } from '../../page/page.js';
import { dayInWords, shortDay } from '../../words/days.js';
import { pounds } from '../../words/money.js';
import { sentenceOf } from '../../words/sentences.js';
import { stageTag } from '../../words/stage-words.js';
import type { PossibleCommands } from '../commands/possible-commands.js';
import { caseSections } from './case-addresses.js';

/** The PAs of a case: their jobs, and what the alert said of them. */
export function pasPage(
  { caseRef, stage, assistants }: Readonly<CaseAnswer>,
  employments: readonly Readonly<EmploymentAnswer>[],
  possible: PossibleCommands,
): Page {
  return new Page('pages/case-pas.njk', {
    title: 'PAs',
    under: `Case ${caseRef}`,
    caseRef,
    stage: stageTag(stage),
    sections: caseSections(caseRef, '/pas'),
    employments: dataTable(
      'Jobs',
      employments,
      [
        {
          text: 'PA',
          cell: ({ assistantRef, employmentId }) => ({
            text: assistantRef,
            href: `/employments/${employmentId}`,
          }),
        },
        { text: 'Status', cell: ({ status }) => sentenceOf(status) },
        { text: 'First day', cell: ({ startedOn }) => shortDay(startedOn) },
        { text: 'Last day', cell: ({ end }) => (end === undefined ? 'Goes on' : shortDay(end.lastDay)) },
        {
          text: 'Hours a week',
          numeric: true,
          cell: ({ terms }) => terms.at(-1)?.weeklyHours ?? 'Not stated',
        },
        {
          text: 'Rate an hour',
          numeric: true,
          cell: ({ terms }) => {
            const latest = terms.at(-1);
            return latest === undefined ? 'Not stated' : pounds(latest.hourlyRate.amount);
          },
        },
      ],
      'No job of a PA is recorded.',
    ),
    named: dataTable(
      'As the alert named them',
      assistants,
      [
        { text: 'PA', cell: ({ assistantRef }) => assistantRef },
        { text: 'Status', cell: ({ status }) => sentenceOf(status) },
        { text: 'First day', cell: ({ startedOn }) => dayInWords(startedOn) },
        { text: 'Hours a week', numeric: true, cell: ({ weeklyHours }) => weeklyHours },
        { text: 'Rate an hour', numeric: true, cell: ({ hourlyRate }) => pounds(hourlyRate.amount) },
      ],
      'The alert named no PAs.',
    ),
    ...possible,
  });
}
