import { penceFromPounds } from '../../../kernel/pence.js';
import type { ProblemContent } from '../../../platform/http/problems/problem.js';
import type { ExposureAnswer, ExposureLineAnswer } from '../../../workforce/index.js';
import { clocksForm } from '../../forms/asked-days.js';
import type { TypedValues } from '../../forms/form-field.js';
import { Page } from '../../page/page.js';
import { barsPicture } from '../../pictures/bars.js';
import type { Picture } from '../../pictures/picture.js';
import { dayInWords } from '../../words/days.js';
import { pounds } from '../../words/money.js';
import { organisationName } from '../../words/organisation-name.js';
import { sentenceOf } from '../../words/sentences.js';
import { fillOf } from './case-figures.js';

/** The API's page of jobs. */
export interface ExposedJobs {
  readonly items: readonly Readonly<ExposureLineAnswer>[];
  readonly next?: string;
}

interface Exposed {
  readonly totals?: Readonly<ExposureAnswer>;
  readonly jobs?: ExposedJobs;
  readonly problem?: ProblemContent;
}

/** What redundancies would cost if they came on a day: by funder, and job by job. */
export function exposurePage(values: TypedValues, { totals, jobs, problem }: Exposed): Page {
  return new Page(
    'pages/exposure.njk',
    {
      title: 'Exposure to redundancies',
      action: '/exposure',
      ...clocksForm(values, problem),
      ...(totals !== undefined && {
        totals,
        drawing: byFunder(totals),
        missing: totals.missing.map(missingOf),
      }),
      ...(jobs !== undefined && {
        jobs: jobs.items.map((job) => ({ ...job, borneBy: borneBy(job) })),
        ...(jobs.next !== undefined && { next: nextPage(values, jobs.next) }),
      }),
    },
    problem === undefined ? 200 : problem.status,
  );
}

function byFunder({ asAt, byFunder: funders, lowest, highest }: Readonly<ExposureAnswer>): Picture {
  const range = (low: string, high: string) =>
    low === high ? pounds(low) : `${pounds(low)} to ${pounds(high)}`;
  return barsPicture({
    id: 'exposure',
    title: 'What each funder would bear',
    says: `If every live job ended on ${dayInWords(asAt)}, it would cost ${range(lowest.amount, highest.amount)}.`,
    key: [
      { fill: 'council', text: 'At the lowest, a council' },
      { fill: 'nhs', text: 'At the lowest, an NHS body' },
      { fill: 'forecast', text: 'Up to the highest' },
    ],
    rows: funders.map(({ funder, atLowest, atHighest }) => {
      const [low, high] = [penceFromPounds(atLowest.amount), penceFromPounds(atHighest.amount)];
      return {
        name: funderName(funder),
        parts: [
          { size: low, fill: fillOf(funder) },
          { size: Math.max(0, high - low), fill: 'forecast' },
        ],
        text: range(atLowest.amount, atHighest.amount),
      };
    }),
    table: {
      head: [
        { text: 'Funder' },
        { text: 'At the lowest', numeric: true },
        { text: 'At the highest', numeric: true },
      ],
      rows: funders.map(({ funder, atLowest, atHighest }) => [
        funderName(funder),
        pounds(atLowest.amount),
        pounds(atHighest.amount),
      ]),
    },
  });
}

/** Who would bear which part of one job. Nobody while it waits for a fact, or where nothing is due. */
function borneBy({ byFunder: funders = [] }: Readonly<ExposureLineAnswer>): readonly string[] {
  return funders.map(
    ({ funder, atLowest, atHighest }) =>
      `${funderName(funder)}: ${pounds(atLowest.amount)} at the lowest, ${pounds(atHighest.amount)} at the highest`,
  );
}

function funderName(funder: string): string {
  return /^[a-z-]+$/.test(funder) ? sentenceOf(funder) : organisationName(funder);
}

function missingOf({ fact, suppliedBy, employments }: ExposureAnswer['missing'][number]) {
  const jobs = employments === 1 ? 'One job waits' : `${employments} jobs wait`;
  return { reason: `${jobs} for: ${sentenceOf(fact).toLowerCase()}`, suppliedBy };
}

function nextPage(values: TypedValues, cursor: string): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'string' && value !== '') query.set(name, value);
  }
  query.set('cursor', cursor);
  return `/exposure?${query.toString()}`;
}
