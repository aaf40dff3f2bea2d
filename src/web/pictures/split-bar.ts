import { penceFromPounds } from '../../kernel/pence.js';
import type { Money } from '../../platform/http/wire/money.dto.js';
import { pounds } from '../words/money.js';
import { MARGIN, WIDTH, type Box, type Fill, type Mark, type Picture } from './picture.js';
import { textWidth } from './text-width.js';

/** One part of a bar, as the API gives its sum. */
export interface BarPart {
  readonly name: string;
  readonly fill: Fill;
  readonly sum: Readonly<Money>;
  /** More of it, for the table. */
  readonly more?: string;
}

export interface SplitFacts {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly parts: readonly BarPart[];
  /** What the further column of the table is called, where parts have more. */
  readonly moreIs?: string;
}

const BAR = 44;
const ROW = 22;
const GAP = 6;

/** One bar in parts that are as long as their sums: nothing has no length, and the names stand below in rows. */
export function splitPicture({ id, title, says, parts, moreIs }: SplitFacts): Picture {
  const sizes = parts.map(({ sum }) => Math.max(0, penceFromPounds(sum.amount)));
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  const room = WIDTH - 2 * MARGIN;
  const marks: Mark[] = [];
  let before = 0;
  parts.forEach(({ name, fill, sum }, index) => {
    const size = sizes[index] ?? 0;
    const x = whole === 0 ? MARGIN : Math.round(MARGIN + (room * before) / whole);
    before += size;
    const end = whole === 0 ? MARGIN : Math.round(MARGIN + (room * before) / whole);
    if (size > 0) {
      const box: Box = { kind: 'box', x, y: MARGIN, width: Math.max(1, end - x), height: BAR, fill };
      marks.push(box, ...inside(box, pounds(sum.amount)));
    }
    const y = MARGIN + BAR + ROW * index;
    marks.push({ kind: 'box', x: MARGIN, y: y + GAP, width: 14, height: 14, fill });
    marks.push({
      ...{ kind: 'label', x: MARGIN + 14 + GAP, y: y + GAP + 12, anchor: 'start' },
      text: `${name}: ${pounds(sum.amount)}`,
    });
  });
  return {
    id,
    title,
    says,
    width: WIDTH,
    height: MARGIN + BAR + ROW * parts.length + MARGIN,
    marks,
    table: {
      head: [
        { text: 'Who' },
        { text: 'Sum', numeric: true },
        ...(moreIs === undefined ? [] : [{ text: moreIs }]),
      ],
      rows: parts.map(({ name, sum, more }) => [
        name,
        pounds(sum.amount),
        ...(moreIs === undefined ? [] : [more ?? '']),
      ]),
    },
  };
}

function inside(box: Box, text: string): readonly Mark[] {
  if (textWidth(text) + 2 * GAP > box.width) return [];
  return [
    { kind: 'label', x: box.x + GAP, y: box.y + box.height / 2 + 5, text, anchor: 'start', on: box.fill },
  ];
}
