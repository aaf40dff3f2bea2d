import { isPlainDate, type PlainDate } from '../../../kernel/plain-date.js';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const PARTS = /\d+|\p{Letter}+/gu;

/**
 * The days that a text may be read as naming: `1961-02-28`, `28/2/61`, `28 February 1961`, `28021961`. Where day and month
 * can be taken for each other, both are meant. Two figures of a year are of this century or the one before.
 */
export function daysIn(text: string): readonly PlainDate[] {
  const parts = (text.normalize('NFKC').toLowerCase().match(PARTS) ?? []).flatMap(withoutOrdinal);
  const days = [
    ...parts.flatMap(inOnePiece),
    ...parts.flatMap((part, at) => inThree(part, parts[at + 1], parts[at + 2])),
  ];
  return [...new Set(days)];
}

const BESIDE_A_DAY = ['st', 'nd', 'rd', 'th', 'of'];

/** `28th` was read as two parts. */
function withoutOrdinal(part: string): readonly string[] {
  return BESIDE_A_DAY.includes(part) ? [] : [part];
}

function inOnePiece(digits: string): readonly PlainDate[] {
  if (/^\d{8}$/.test(digits))
    return [
      ...dayOf(digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)),
      ...eitherWay(digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)),
    ];
  if (/^\d{6}$/.test(digits))
    return [
      ...dayOf(digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)),
      ...eitherWay(digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)),
    ];
  return [];
}

function inThree(first: string, second: string | undefined, third: string | undefined): readonly PlainDate[] {
  if (second === undefined || third === undefined) return [];
  const month = monthNamed(second);
  if (month !== undefined) return [...dayOf(third, month, first), ...dayOf(first, month, third)];
  const leading = monthNamed(first);
  if (leading !== undefined) return dayOf(third, leading, second);
  return [...dayOf(first, second, third), ...eitherWay(first, second, third)];
}

/** Day and month, or month and day. */
function eitherWay(first: string, second: string, year: string): readonly PlainDate[] {
  return [...dayOf(year, second, first), ...dayOf(year, first, second)];
}

function monthNamed(word: string): string | undefined {
  const at = word.length < 3 ? -1 : MONTHS.findIndex((month) => word.startsWith(month));
  return at < 0 ? undefined : String(at + 1);
}

function dayOf(year: string, month: string, day: string): readonly PlainDate[] {
  if (!/^(\d{2}|\d{4})$/.test(year) || !/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return [];
  const years = year.length === 4 ? [year] : [`19${year}`, `20${year}`];
  return years.map((each) => `${each}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`).filter(isPlainDate);
}
