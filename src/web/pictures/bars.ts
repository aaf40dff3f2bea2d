import { barLabel } from './lanes.js';
import { MARGIN, WIDTH, type Box, type Fill, type Mark, type Picture, type PictureTable } from './picture.js';
import { inTwoLines, textWidth } from './text-width.js';

export interface BarRow {
  readonly name: string;
  /** The parts of the bar, from the left; none is below zero. */
  readonly parts: readonly { readonly size: number; readonly fill: Fill }[];
  /** What stands at the end of the bar: the figure as the API gives it. */
  readonly text: string;
}

export interface BarsFacts {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly rows: readonly BarRow[];
  /** What the colours mean, where there is more than one. */
  readonly key?: readonly { readonly fill: Fill; readonly text: string }[];
  readonly table: PictureTable;
}

const LABELS = 270;
/** High enough for a name in two lines. */
const ROW = 38;
const LINE = 17;
const BAR = 20;
const KEY = 30;

/** A bar for each row, all to one scale: how many cases where, how long unpaid, how much at risk. */
export function barsPicture({ id, title, says, rows, key = [], table }: BarsFacts): Picture {
  const sizes = rows.map(({ parts }) => parts.reduce((sum, { size }) => sum + size, 0));
  const longest = Math.max(1, ...sizes);
  const room: readonly [number, number] = [MARGIN + LABELS, WIDTH - MARGIN];
  // The longest bar leaves room for the figure at its end.
  const figures = Math.max(0, ...rows.map(({ text }) => textWidth(text))) + 2 * MARGIN;
  const scale = (room[1] - room[0] - figures) / longest;
  const top = MARGIN + (key.length === 0 ? 0 : KEY);
  return {
    id,
    title,
    says,
    width: WIDTH,
    height: top + ROW * rows.length + MARGIN,
    marks: [...keyMarks(key), ...rows.flatMap((row, index) => rowMarks(row, top + ROW * index, scale, room))],
    table,
  };
}

function rowMarks(
  { name, parts, text }: BarRow,
  top: number,
  scale: number,
  room: readonly [number, number],
): readonly Mark[] {
  let x: number = room[0];
  const boxes = parts
    .filter(({ size }) => size > 0)
    .map(({ size, fill }): Box => {
      const width = Math.max(1, Math.round(size * scale));
      const box: Box = { kind: 'box', x, y: top + (ROW - BAR) / 2, width, height: BAR, fill };
      x += width;
      return box;
    });
  const end: Box = {
    ...{ kind: 'box', x: room[0], y: top + (ROW - BAR) / 2, height: BAR, fill: 'nothing' },
    width: Math.max(0, x - room[0]),
  };
  return [...nameMarks(name, top), ...boxes, ...barLabel(end, text, room)];
}

/** What a row is called, around its middle. */
function nameMarks(name: string, top: number): readonly Mark[] {
  const lines = inTwoLines(name, LABELS - MARGIN);
  const first = top + ROW / 2 + 5 - ((lines.length - 1) * LINE) / 2;
  return lines.map((text, index) => ({
    ...{ kind: 'label', x: MARGIN, y: first + index * LINE, anchor: 'start' },
    text,
  }));
}

function keyMarks(key: NonNullable<BarsFacts['key']>): readonly Mark[] {
  let x = MARGIN;
  return key.flatMap(({ fill, text }): readonly Mark[] => {
    const at = x;
    x += 14 + MARGIN + textWidth(text) + 2 * MARGIN;
    if (x > WIDTH) return [];
    return [
      { kind: 'box', x: at, y: MARGIN, width: 14, height: 14, fill },
      { kind: 'label', x: at + 14 + MARGIN, y: MARGIN + 12, text, anchor: 'start' },
    ];
  });
}
