import { isReference } from '../../kernel/ids.js';
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

/**
 * Reads a reference that this product gave.
 *
 * @param prefix the letters that it begins with, such as `TC`
 * @param name what it is a reference of, in words
 * @throws InvalidValue for any other text.
 */
export function referenceFromCsv(prefix: string, name: string): (text: string) => string {
  return (text) => {
    if (isReference(prefix, text)) return text;
    throw new InvalidValue(`"${text}" is not a ${name} reference such as ${prefix}-7F3K92QD1M`);
  };
}

/**
 * Reads any text that is there.
 *
 * @param absent what to say when there is none
 * @throws InvalidValue when the value is empty.
 */
export function textFromCsv(absent: string): (text: string) => string {
  return (text) => {
    if (text === '') throw new InvalidValue(absent);
    return text;
  };
}
