import { bankHolidaysOf, isWeekend } from './bank-holidays.js';
import { addDays, yearOf, type PlainDate } from './plain-date.js';

/** Neither a weekend nor a bank holiday in England and Wales. */
export function isWorkingDay(day: PlainDate): boolean {
  return !isWeekend(day) && !bankHolidaysOf(yearOf(day)).has(day);
}

/** The working day that is `workingDays` of them after the day, which itself does not count. */
export function addWorkingDays(day: PlainDate, workingDays: number): PlainDate {
  let reached = day;
  for (let counted = 0; counted < workingDays;) {
    reached = addDays(reached, 1);
    if (isWorkingDay(reached)) counted += 1;
  }
  return reached;
}
