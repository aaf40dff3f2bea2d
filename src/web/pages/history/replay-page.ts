import { figuresIn, nameOfFigure, sumsIn, type ReplayedStepAnswer } from '../../../audit/index.js';
import type { DeadlineAnswer, FundingTimelineAnswer } from '../../../transfer-case/index.js';
import { Page } from '../../page/page.js';
import { fundingPicture } from '../../pictures/funding-timeline.js';
import { historyPicture } from '../../pictures/history-line.js';
import { figureInWords } from '../../words/figure-words.js';
import { withBodiesNamed } from '../../words/named-bodies.js';
import { sentenceOf } from '../../words/sentences.js';
import type { CaseEvent } from './case-events.js';
import { replayAddress, shownEvent } from './history-page.js';

/** One figure of a case after a step. */
interface ShownFigure {
  readonly name: string;
  readonly text: string;
  /** What it was before the step; only where the step changed it. */
  readonly before?: string;
  readonly changed: boolean;
}

/** Of a figure that was not there, or is not there any more. */
const NOT_THERE = 'Not there';

/**
 * A case as it stood after one of its events: what the event was, what it changed, and every figure.
 *
 * @param events of the case, in their order
 */
export function replayPage(answer: Readonly<ReplayedStepAnswer>, events: readonly CaseEvent[]): Page {
  const { caseRef, step, steps, event, changes, views, links, clocks } = answer;
  // Names of staff are no part of the past; the list of events has those that are known.
  const named = events.find(({ eventId }) => eventId === event.eventId) ?? event;
  return new Page('pages/replay.njk', {
    title: `Step ${step} of ${steps}`,
    under: `Case ${caseRef}`,
    caseRef,
    event: shownEvent(caseRef, named),
    links: {
      first: pageOf(links.first),
      latest: pageOf(links.latest),
      ...(links.previous !== undefined && { previous: pageOf(links.previous) }),
      ...(links.next !== undefined && { next: pageOf(links.next) }),
    },
    steps: events.map(({ ordinal, position, sentence }) => ({
      value: position,
      text: `Step ${ordinal} of ${steps}: ${withBodiesNamed(sentence)}`,
      selected: ordinal === step,
    })),
    changes: changes.map(({ name, before, after, currency }) => ({
      name,
      before: textOf(before, currency === 'GBP'),
      after: textOf(after, currency === 'GBP'),
    })),
    views: viewsOf(answer),
    line: historyPicture(events, step),
    ...fundingOf(views, clocks.today),
  });
}

/** The page of the step that an address of the API leads to. */
function pageOf(address: string): string {
  const [, position = ''] = /[?&]position=([^&]*)/.exec(address) ?? [];
  const [, caseRef = ''] = /\/transfer-cases\/([^/]+)\//.exec(address) ?? [];
  return replayAddress(caseRef, decodeURIComponent(position));
}

function textOf(figure: string | null, isMoney: boolean): string {
  return figure === null ? NOT_THERE : figureInWords(figure, isMoney);
}

/** The figures of each view, those that the step changed marked with what they were. */
function viewsOf({ views, changes }: Readonly<ReplayedStepAnswer>) {
  const changed = new Map(changes.map((change) => [change.path, change]));
  return Object.entries(views).map(([name, view]) => {
    const whole = { [name]: view };
    const sums = sumsIn(whole);
    const figures = [...figuresIn(whole)].map(([path, text]): ShownFigure => {
      const change = changed.get(path);
      return {
        name: nameOfFigure(path.slice(name.length + 1)),
        text: figureInWords(text, sums.has(path)),
        ...(change !== undefined && { before: textOf(change.before, change.currency === 'GBP') }),
        changed: change !== undefined,
      };
    });
    return { name: sentenceOf(name), figures, changed: figures.filter((each) => each.changed).length };
  });
}

function fundingOf(
  { fundingTimeline, deadlines }: ReplayedStepAnswer['views'],
  today: ReplayedStepAnswer['clocks']['today'],
) {
  if (fundingTimeline === undefined || deadlines === undefined) return {};
  const { periods } = fundingTimeline as FundingTimelineAnswer;
  return { funding: fundingPicture({ periods, deadlines: deadlines as readonly DeadlineAnswer[], today }) };
}
