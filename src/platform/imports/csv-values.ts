import { InvalidValue } from '../../kernel/invalid-value.js';
import { penceFromPounds, type Pence } from '../../kernel/pence.js';
import { plainDate, type PlainDate } from '../../kernel/plain-date.js';

/**
 * Reads a day as offices write it: `2024-04-15` or `15/04/2024`. The day always comes before the month.
 *
 * @throws InvalidValue for any other shape, or a day that is not in the calendar.
 */
export function dayFromCsv(text: string): PlainDate {
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  if (day === undefined || month === undefined || year === undefined) return plainDate(text);
  return plainDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/**
 * Reads pounds with exactly two decimals, such as `842.00`. A pound sign, a comma or another number of decimals is refused
 * and not repaired, since what was meant would be a guess.
 *
 * @throws InvalidValue with what is wrong.
 */
export function penceFromCsv(text: string): Pence {
  if (text.includes('£')) throw new InvalidValue(`"${text}" has a pound sign; write the amount as 842.00`);
  if (text.includes(',')) throw new InvalidValue(`"${text}" has a comma; write the amount as 1842.00`);
  return penceFromPounds(text);
}
