import { addDays, addMonths, daysBetween, yearOf, type PlainDate } from '../../kernel/plain-date.js';
import { shortDay } from '../words/days.js';
import type { Mark } from './picture.js';
import { textWidth } from './text-width.js';

/** Days along a picture, to scale. */
export interface DayAxis {
  readonly from: PlainDate;
  /** The first day that is not on it. */
  readonly until: PlainDate;
  /** Where a day begins; a day off the axis is at its nearer end. */
  xOf(day: PlainDate): number;
}

/** @param room the first and the last pixel */
export function dayAxis(from: PlainDate, until: PlainDate, room: readonly [number, number]): DayAxis {
  const [left, right] = room;
  const days = Math.max(1, daysBetween(from, until));
  return {
    from,
    until: addDays(from, days),
    xOf(day) {
      const at = Math.min(days, Math.max(0, daysBetween(from, day)));
      return Math.round(left + ((right - left) * at) / days);
    },
  };
}

/** First days of months, as many as have room for their names: `1 May 2024`. */
export function monthMarks(axis: DayAxis, top: number, bottom: number): readonly Mark[] {
  const marks: Mark[] = [];
  let free = -Infinity;
  for (let day = firstOfMonthFrom(axis.from); day < axis.until; day = addMonths(day, 1)) {
    const text = shortDay(day).replace(/^1 /, '');
    const [x, half] = [axis.xOf(day), textWidth(text) / 2];
    if (x - half < free || x - half < axis.xOf(axis.from) - half || x + half > axis.xOf(axis.until)) continue;
    marks.push({ kind: 'line', x1: x, y1: top, x2: x, y2: bottom });
    marks.push({ kind: 'label', x, y: bottom + LABEL_BELOW, text, anchor: 'middle' });
    free = x + half + BETWEEN;
  }
  return marks;
}

/** How far below the axis the names of months need room. */
export const LABEL_BELOW = 18;
const BETWEEN = 12;

function firstOfMonthFrom(day: PlainDate): PlainDate {
  const first = `${String(yearOf(day)).padStart(4, '0')}-${day.slice(5, 7)}-01` as PlainDate;
  return first < day ? addMonths(first, 1) : first;
}
