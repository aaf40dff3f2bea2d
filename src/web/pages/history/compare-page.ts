import type { CaseDifferenceAnswer } from '../../../audit/index.js';
import type { ProblemContent } from '../../../platform/http/problems/problem.js';
import { dayField } from '../../forms/asked-days.js';
import { drawnForm } from '../../forms/drawn-form.js';
import type { FormField, TypedValues } from '../../forms/form-field.js';
import { Page } from '../../page/page.js';
import { dayInWords } from '../../words/days.js';
import { figureInWords } from '../../words/figure-words.js';
import { momentInWords } from '../../words/moments.js';
import { replayAddress, shownEvent } from './history-page.js';

/** Two looks at a case: by when it was known, and what of that was true by when. */
export const COMPARE_FIELDS: readonly FormField[] = [
  dayField(
    'from',
    'First look: known by',
    'Counts what had been recorded by the end of this day, or until now if it is today',
    true,
  ),
  dayField('fromAsAt', 'First look: true by', 'Counts only what applied by this day'),
  dayField(
    'to',
    'Second look: known by',
    'Counts what had been recorded by the end of this day, or until now if it is today',
    true,
  ),
  dayField('toAsAt', 'Second look: true by', 'Counts only what applied by this day'),
];

interface Compared {
  readonly found?: Readonly<CaseDifferenceAnswer>;
  readonly problem?: ProblemContent;
}

type Clocks = CaseDifferenceAnswer['from'];

export function comparePage(caseRef: string, values: TypedValues, { found, problem }: Compared): Page {
  return new Page(
    'pages/compare.njk',
    {
      title: 'Compare two days',
      under: `Case ${caseRef}`,
      caseRef,
      ...drawnForm(COMPARE_FIELDS, values, problem),
      ...(found !== undefined && {
        found: {
          from: lookInWords(found.from),
          to: lookInWords(found.to),
          differences: found.differences.map((each) => differenceOf(caseRef, found, each)),
          events: found.events.map((event) => shownEvent(caseRef, event)),
        },
      }),
    },
    problem === undefined ? 200 : problem.status,
  );
}

function lookInWords({ knownAt, asAt }: Clocks): string {
  const known = `as known on ${momentInWords(knownAt)}`;
  return asAt === undefined ? known : `${known}, true by ${dayInWords(asAt)}`;
}

function differenceOf(
  caseRef: string,
  { events }: Readonly<CaseDifferenceAnswer>,
  { name, before, after, currency, changedBy, movedWithTheDay }: CaseDifferenceAnswer['differences'][number],
) {
  const text = (figure: string | null) =>
    figure === null ? 'Not there' : figureInWords(figure, currency === 'GBP');
  const steps = new Map(events.map(({ position, ordinal }) => [position, ordinal]));
  return {
    name,
    before: text(before),
    after: text(after),
    movedBy: changedBy.map((position) => ({
      text: steps.has(position) ? `Step ${steps.get(position)}` : `Event ${position}`,
      href: replayAddress(caseRef, position),
    })),
    movedWithTheDay,
  };
}
