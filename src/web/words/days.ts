const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** A civil day as people write it: `2024-03-07` as `7 March 2024`. */
export function dayInWords(day: string): string {
  return written(day, (month) => month);
}

/** The same for tables: `7 Mar 2024`. */
export function shortDay(day: string): string {
  return written(day, (month) => month.slice(0, 3));
}

/** The month of a day: `March 2024`. */
export function monthInWords(day: string): string {
  return dayInWords(day).replace(/^\d+ /, '');
}

function written(day: string, monthAs: (month: string) => string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(date)} ${monthAs(MONTHS[Number(month) - 1] ?? month)} ${year}`;
}

/** The number of a month that is written as a number or a name, or the beginning of one: `3`, `03`, `Mar`, `march`. */
export function monthNumber(text: string): string {
  const typed = text.trim().toLowerCase();
  if (!/^[a-z]{3,9}$/.test(typed)) return text.trim();
  const index = MONTHS.findIndex((month) => month.toLowerCase().startsWith(typed));
  return index === -1 ? text.trim() : String(index + 1);
}

/** How far off a day is: `5 days left`, `due today`, `3 days overdue`. */
export function daysLeftInWords(daysLeft: number): string {
  if (daysLeft === 0) return 'Due today';
  const count = Math.abs(daysLeft);
  const days = count === 1 ? '1 day' : `${count} days`;
  return daysLeft > 0 ? `${days} left` : `${days} overdue`;
}
