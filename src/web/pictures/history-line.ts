import { daysBetween, londonDateOf, type PlainDate } from '../../kernel/plain-date.js';
import { dayInWords } from '../words/days.js';
import { withBodiesNamed } from '../words/named-bodies.js';
import { MARGIN, WIDTH, type Mark, type Picture } from './picture.js';
import { textWidth } from './text-width.js';

/** As much of an event of the API as is drawn. */
export interface HistoryMoment {
  readonly ordinal: number;
  readonly recordedAt: string;
  readonly sentence: string;
}

interface DayOfHistory {
  readonly day: PlainDate;
  readonly moments: readonly HistoryMoment[];
}

/** Longer without an event is drawn as one short stretch with its length written in. */
const IDLE_DAYS = 28;
const SQUASHED = 110;
const MIDDLE = 46;
const RADIUS = 6;
const DAYS_OF_WEEK = 7;

/** The days on which something was recorded as dots on a line to scale, with long idle stretches squashed and named. */
export function historyPicture(moments: readonly HistoryMoment[], at?: number): Picture {
  const days = byDay(moments);
  const xs = placesOf(days);
  const gaps = days.slice(1).map(({ day }, index) => ({
    days: daysBetween(days[index]?.day ?? day, day),
    from: xs[index] ?? 0,
    to: xs[index + 1] ?? 0,
  }));
  const marks: Mark[] = [
    ...(xs.length > 1 ? [lineBetween(xs[0] ?? 0, xs.at(-1) ?? 0)] : []),
    ...gaps.filter((gap) => gap.days > IDLE_DAYS).flatMap(idleMarks),
    ...days.map(({ moments: here }, index): Mark => {
      const chosen = here.some(({ ordinal }) => ordinal === at);
      return {
        ...{ kind: 'dot', x: xs[index] ?? 0, y: MIDDLE },
        radius: chosen ? RADIUS + 4 : RADIUS,
        fill: chosen ? 'bridging' : 'council',
      };
    }),
    ...endLabels(days),
  ];
  const [first, last] = [days[0], days.at(-1)];
  return {
    id: 'history',
    title: 'When something was recorded',
    says:
      first === undefined || last === undefined
        ? 'Nothing is recorded.'
        : saidOf(moments.length, first.day, last.day),
    width: WIDTH,
    height: MIDDLE * 2,
    marks,
    table: {
      head: [{ text: 'Day' }, { text: 'Steps', numeric: true }, { text: 'What was recorded' }],
      rows: days.map(({ day, moments: here }) => [
        dayInWords(day),
        here.map(({ ordinal }) => String(ordinal)).join(', '),
        here.map(({ sentence }) => withBodiesNamed(sentence)).join('. '),
      ]),
    },
  };
}

function saidOf(count: number, first: PlainDate, last: PlainDate): string {
  if (first === last) return `${count === 1 ? 'One entry' : `${count} entries`}, on ${dayInWords(first)}.`;
  return `${count} entries, the first on ${dayInWords(first)} and the last on ${dayInWords(last)}.`;
}

function byDay(moments: readonly HistoryMoment[]): readonly DayOfHistory[] {
  const days = new Map<PlainDate, HistoryMoment[]>();
  for (const moment of [...moments].sort((one, other) => one.ordinal - other.ordinal)) {
    const day = londonDateOf(new Date(moment.recordedAt));
    days.set(day, [...(days.get(day) ?? []), moment]);
  }
  return [...days].map(([day, here]) => ({ day, moments: here }));
}

/** Where each day stands: short stretches to one scale, and each long one as wide as every other. */
function placesOf(days: readonly DayOfHistory[]): readonly number[] {
  const left = MARGIN + RADIUS + 4;
  const room = WIDTH - 2 * left;
  const lengths = days.slice(1).map(({ day }, index) => daysBetween(days[index]?.day ?? day, day));
  const idle = lengths.filter((length) => length > IDLE_DAYS).length;
  const active = lengths.reduce((sum, length) => sum + (length > IDLE_DAYS ? 0 : length), 0);
  const squashed = idle === 0 ? 0 : active === 0 ? room / idle : Math.min(SQUASHED, (room * 0.6) / idle);
  const scale = active === 0 ? 0 : (room - squashed * idle) / active;
  let x = left;
  return days.map((_, index) => {
    if (index > 0) {
      const length = lengths[index - 1] ?? 0;
      x += length > IDLE_DAYS ? squashed : length * scale;
    }
    return Math.round(x);
  });
}

function lineBetween(x1: number, x2: number): Mark {
  return { kind: 'line', x1, y1: MIDDLE, x2, y2: MIDDLE };
}

function idleMarks({ days, from, to }: { days: number; from: number; to: number }): readonly Mark[] {
  const text = lengthInWords(days);
  const edge = RADIUS + 6;
  if (textWidth(text) + 2 * edge > to - from) return [];
  return [{ kind: 'label', x: Math.round((from + to) / 2), y: MIDDLE - 12, text, anchor: 'middle' }];
}

function lengthInWords(days: number): string {
  return `${Math.floor(days / DAYS_OF_WEEK)} weeks`;
}

function endLabels(days: readonly DayOfHistory[]): readonly Mark[] {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const y = MIDDLE + 30;
  const from: Mark = { kind: 'label', x: MARGIN, y, text: dayInWords(first.day), anchor: 'start' };
  if (first === last) return [from];
  return [from, { kind: 'label', x: WIDTH - MARGIN, y, text: dayInWords(last.day), anchor: 'end' }];
}
