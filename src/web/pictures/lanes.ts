import type { Box, Fill, Label, Mark } from './picture.js';
import { textWidth } from './text-width.js';

/** Fills on which letters can be read. On the others a label stands beside the bar. */
const WRITABLE = new Set<Fill>(['council', 'nhs', 'other', 'total']);
const GAP = 6;

/**
 * A label of a bar: in it where it fits and can be read, else beside it on the side that has room, else nowhere: the table has it.
 *
 * @param room the first and the last pixel that it may use
 */
export function barLabel(box: Box, text: string, room: readonly [number, number]): readonly Label[] {
  const width = textWidth(text);
  const y = Math.round(box.y + box.height / 2 + 5);
  if (WRITABLE.has(box.fill) && width + 2 * GAP <= box.width) {
    return [{ kind: 'label', x: box.x + GAP, y, text, anchor: 'start', on: box.fill }];
  }
  if (box.x + box.width + GAP + width <= room[1]) {
    return [{ kind: 'label', x: box.x + box.width + GAP, y, text, anchor: 'start' }];
  }
  if (box.x - GAP - width >= room[0]) {
    return [{ kind: 'label', x: box.x - GAP, y, text, anchor: 'end' }];
  }
  return [];
}

/** The same beside several bars of one lane, where it must not stand on a neighbour. */
export function laneLabels(
  boxes: readonly { readonly box: Box; readonly text: string }[],
  [left, right]: readonly [number, number],
): readonly Mark[] {
  let taken = left;
  return boxes.flatMap(({ box, text }, index) => {
    const [label] = barLabel(box, text, [taken, boxes[index + 1]?.box.x ?? right]);
    const end = label === undefined || label.on !== undefined ? 0 : label.x + textWidth(text) + GAP;
    taken = Math.max(box.x + box.width, label?.anchor === 'start' ? end : 0);
    return label === undefined ? [] : [label];
  });
}
