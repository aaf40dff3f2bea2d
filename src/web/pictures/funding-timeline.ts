import { addDays, latest, type PlainDate } from '../../kernel/plain-date.js';
import type { DeadlineAnswer, FundingPeriodAnswer } from '../../transfer-case/index.js';
import { dayInWords, shortDay } from '../words/days.js';
import { organisationName } from '../words/organisation-name.js';
import { sentenceOf } from '../words/sentences.js';
import { dayAxis, LABEL_BELOW, monthMarks, type DayAxis } from './day-axis.js';
import { laneLabels } from './lanes.js';
import { MARGIN, WIDTH, type Box, type Fill, type Mark, type Picture } from './picture.js';
import { fitted, textWidth } from './text-width.js';

/** What is drawn of a case. */
export interface FundingFacts {
  readonly periods: readonly Readonly<FundingPeriodAnswer>[];
  readonly deadlines: readonly Readonly<Pick<DeadlineAnswer, 'kind' | 'dueOn'>>[];
  /** The day on which it is looked at. */
  readonly today: PlainDate;
}

interface Lane {
  readonly kind: string;
  readonly text: string;
  readonly fill: Fill;
  readonly dashed?: boolean;
}

/** The order of the lanes is that in which a case goes through them. */
const LANES: readonly Lane[] = [
  { kind: 'council', text: 'Council pays', fill: 'council' },
  { kind: 'held', text: 'Not yet settled', fill: 'disputed' },
  { kind: 'bridging', text: 'Council bridges', fill: 'bridging' },
  { kind: 'nhs', text: 'NHS pays', fill: 'nhs' },
  { kind: 'transfer-back', text: 'NHS bridges', fill: 'forecast' },
  { kind: 'gap', text: 'Nobody pays', fill: 'nothing', dashed: true },
];

/** Marks of the eight weeks that bridging may last. */
const LIMITS = new Set(['bridging-review', 'bridging-hard-stop']);
/** Years of council funding would leave no room for the weeks that matter. */
const DAYS_BEFORE = 42;
const DAYS_AFTER = 21;
const LABELS = 150;
const LANE = 36;
const BAR = 24;
const ROW = 22;

/** Who paid for a case on which days, with the days on which bridging is to be looked at and to stop. */
export function fundingPicture({ periods, deadlines, today }: FundingFacts): Picture {
  const limits = deadlines.filter(({ kind }) => LIMITS.has(kind));
  const lanes = LANES.filter(({ kind }) => periods.some((each) => each.kind === kind));
  const room: readonly [number, number] = [MARGIN + LABELS, WIDTH - MARGIN];
  const axis = axisOf({ periods, deadlines: limits, today }, room);
  const top = MARGIN + ROW * limits.length;
  const bottom = top + LANE * lanes.length;
  const marks = [
    ...monthMarks(axis, top, bottom),
    ...lanes.flatMap((lane, index) => laneMarks(lane, top + LANE * index, periods, axis, room)),
    ...limits.flatMap(({ kind, dueOn }, index) => limitMarks(kind, dueOn, axis, index, bottom)),
  ];
  return {
    id: 'funding',
    title: 'Who paid',
    says: periods.length === 0 ? 'Nothing is known yet of who paid.' : saidOf(periods),
    width: WIDTH,
    height: bottom + LABEL_BELOW + MARGIN,
    marks,
    table: {
      head: [
        { text: 'From' },
        { text: 'To' },
        { text: 'What' },
        { text: 'Who paid' },
        { text: 'Who was liable' },
      ],
      rows: periods.map(({ from, lastDay, kind, payingBody, liableBody, missing }) => [
        dayInWords(from),
        lastDay === undefined ? 'Goes on' : dayInWords(lastDay),
        laneOf(kind).text,
        bodyOr(payingBody, kind === 'gap' ? 'Nobody' : waitsFor(missing)),
        bodyOr(liableBody, waitsFor(missing)),
      ]),
    },
  };
}

function axisOf({ periods, deadlines, today }: FundingFacts, room: readonly [number, number]): DayAxis {
  const [first] = periods;
  if (first === undefined) return dayAxis(today, addDays(today, 1), room);
  const [, second] = periods;
  const from = latest(first.from, addDays(second?.from ?? first.from, -DAYS_BEFORE));
  const ends = periods.map(({ from: begin, lastDay }) => addDays(lastDay ?? latest(begin, today), 1));
  const last = latest(addDays(from, 1), ...ends, ...deadlines.map(({ dueOn }) => dueOn));
  const goesOn = periods.at(-1)?.lastDay === undefined;
  return dayAxis(from, goesOn ? addDays(last, DAYS_AFTER) : last, room);
}

function laneMarks(
  { kind, text, fill, dashed }: Lane,
  y: number,
  periods: FundingFacts['periods'],
  axis: DayAxis,
  room: readonly [number, number],
): readonly Mark[] {
  const bars = periods
    .filter((each) => each.kind === kind)
    .map(({ from, lastDay, payingBody }) => {
      const x = axis.xOf(from);
      const end = lastDay === undefined ? axis.xOf(axis.until) : axis.xOf(addDays(lastDay, 1));
      const size = { y: y + (LANE - BAR) / 2, width: Math.max(1, end - x), height: BAR };
      const box: Box = { kind: 'box', x, ...size, fill, ...(dashed && { dashed }) };
      const cut = from < axis.from ? `from ${shortDay(from)}` : '';
      return { box, text: cut === '' ? bodyOr(payingBody, '') : cut };
    });
  return [
    { kind: 'label', x: MARGIN, y: y + LANE / 2 + 5, text: fitted(text, LABELS - MARGIN), anchor: 'start' },
    ...bars.map(({ box }) => box),
    ...laneLabels(
      bars.filter((bar) => bar.text !== ''),
      room,
    ),
  ];
}

function limitMarks(
  kind: string,
  dueOn: PlainDate,
  axis: DayAxis,
  row: number,
  bottom: number,
): readonly Mark[] {
  const x = axis.xOf(dueOn);
  const y = MARGIN + ROW * row + 14;
  const text = `${sentenceOf(kind)}: ${dayInWords(dueOn)}`;
  const anchor = x + textWidth(text) <= WIDTH - MARGIN ? 'start' : 'end';
  return [
    { kind: 'line', x1: x, y1: y + 4, x2: x, y2: bottom, dashed: true },
    { kind: 'label', x, y, text, anchor },
  ];
}

function saidOf(periods: FundingFacts['periods']): string {
  const bridged = periods.filter(({ kind }) => kind === 'bridging');
  const days = (each: Readonly<FundingPeriodAnswer> | undefined) =>
    each === undefined
      ? ''
      : `${dayInWords(each.from)}${each.lastDay === undefined ? ' on' : ` to ${dayInWords(each.lastDay)}`}`;
  if (bridged.length > 0) return `The council bridged from ${bridged.map(days).join(', and from ')}.`;
  return `From ${days(periods.at(-1))}: ${laneOf(periods.at(-1)?.kind ?? '').text.toLowerCase()}.`;
}

function laneOf(kind: string): Lane {
  return LANES.find((each) => each.kind === kind) ?? { kind, text: sentenceOf(kind), fill: 'other' };
}

function bodyOr(code: string | undefined, other: string): string {
  return code === undefined ? other : organisationName(code);
}

function waitsFor(missing: FundingPeriodAnswer['missing']): string {
  const [first] = missing;
  return first === undefined ? 'Not known' : `Pending: ${first.reason}. Who can say: ${first.suppliedBy}`;
}
