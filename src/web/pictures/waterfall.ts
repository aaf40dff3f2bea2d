import { penceFromPounds } from '../../kernel/pence.js';
import type { Money } from '../../platform/http/wire/money.dto.js';
import type { RechargeAnswer } from '../../recharge/index.js';
import { dayInWords } from '../words/days.js';
import { pounds } from '../words/money.js';
import { sentenceOf } from '../words/sentences.js';
import { barLabel } from './lanes.js';
import { MARGIN, WIDTH, type Box, type Fill, type Mark, type Picture } from './picture.js';
import { fitted, textWidth } from './text-width.js';

/** One step from nothing to what is owed: it adds its sum to those before it, or shows what they come to. */
interface Step {
  readonly name: string;
  readonly sum: Readonly<Money>;
  readonly reaches: boolean;
}

const LABELS = 270;
const ROW = 32;
const BAR = 20;

type Drawn = Pick<RechargeAnswer, 'lines' | 'total' | 'paid' | 'credited' | 'outstanding'>;

/** From the lines of a recharge to its total, and from there to what is still owed: each sum as the API gives it. */
export function waterfallPicture({ lines, total, paid, credited, outstanding }: Readonly<Drawn>): Picture {
  const steps: readonly Step[] = [
    ...lines.map(({ number, kind, from, lastDay, amount }) => ({
      name: `${number}. ${sentenceOf(kind)}, ${daysInWords(from, lastDay)}`,
      sum: amount,
      reaches: false,
    })),
    { name: 'Total', sum: total, reaches: true },
    { name: 'Paid', sum: less(paid), reaches: false },
    { name: 'Credited', sum: credited, reaches: false },
    { name: 'Outstanding', sum: outstanding, reaches: true },
  ];
  const spans = spansOf(steps);
  const lowest = Math.min(0, ...spans.flat());
  const reach = Math.max(1, Math.max(0, ...spans.flat()) - lowest);
  const room: readonly [number, number] = [MARGIN + LABELS, WIDTH - MARGIN];
  // The bars leave room for the longest sum, so that a bar as long as the whole picture has its own beside it.
  const sums = Math.max(...steps.map(({ sum }) => textWidth(pounds(sum.amount)))) + 2 * MARGIN;
  const length = room[1] - sums - room[0];
  const xOf = (amount: number) => Math.round(room[0] + (length * (amount - lowest)) / reach);
  const bottom = MARGIN + ROW * steps.length;
  const marks = steps.flatMap((step, index): readonly Mark[] => {
    const [start, end] = spans[index] ?? [0, 0];
    const [x, y] = [xOf(Math.min(start, end)), MARGIN + ROW * index];
    const box: Box = {
      ...{ kind: 'box', x, y: y + (ROW - BAR) / 2, height: BAR },
      width: Math.max(1, xOf(Math.max(start, end)) - x),
      fill: fillOf(step),
    };
    return [
      {
        ...{ kind: 'label', x: MARGIN, y: y + ROW / 2 + 5, anchor: 'start' },
        text: fitted(step.name, LABELS - MARGIN),
      },
      box,
      ...barLabel(box, pounds(step.sum.amount), room),
    ];
  });
  return {
    id: 'waterfall',
    title: 'From each line to what is owed',
    says: `The lines come to ${pounds(total.amount)}, and ${pounds(outstanding.amount)} is outstanding.`,
    width: WIDTH,
    height: bottom + MARGIN,
    marks: [{ kind: 'line', x1: xOf(0), y1: MARGIN, x2: xOf(0), y2: bottom }, ...marks],
    table: {
      head: [{ text: 'Step' }, { text: 'Sum', numeric: true }],
      rows: steps.map(({ name, sum }) => [name, pounds(sum.amount)]),
    },
  };
}

/** Where each step begins and ends, in pence: a step that adds begins where the one before it ended. */
function spansOf(steps: readonly Step[]): readonly (readonly [number, number])[] {
  let at = 0;
  return steps.map(({ sum, reaches }) => {
    const amount = penceFromPounds(sum.amount);
    const start = reaches ? 0 : at;
    at = start + amount;
    return [start, at] as const;
  });
}

function fillOf({ sum, reaches }: Step): Fill {
  if (reaches) return 'total';
  return sum.amount.startsWith('-') ? 'credit' : 'bridging';
}

/** A payment is given as a positive sum and takes what is owed down. */
function less({ amount, currency }: Readonly<Money>): Money {
  if (/^-?0\.00$/.test(amount)) return { amount, currency };
  return { amount: amount.startsWith('-') ? amount.slice(1) : `-${amount}`, currency };
}

function daysInWords(from: string, lastDay: string): string {
  return from === lastDay ? dayInWords(from) : `${dayInWords(from)} to ${dayInWords(lastDay)}`;
}
