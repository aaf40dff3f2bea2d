import { Temporal } from 'temporal-polyfill';
import { InvalidValue } from './invalid-value.js';
import { addDays, isPlainDate, plainDate, type PlainDate } from './plain-date.js';

declare const instantBrand: unique symbol;

/** A moment in UTC with microseconds, `2024-05-01T09:30:00.000000Z`, as the event store writes it. It sorts and compares as text. */
export type Instant = string & { readonly [instantBrand]: true };

const WRITTEN = /^\d{4}-\d{2}-\d{2}T[0-2]\d:[0-5]\d(?::[0-5]\d(?:\.\d{1,6})?)?(?:Z|[+-][01]\d:[0-5]\d)$/;

/**
 * Reads a moment such as `2024-05-01T09:30:00Z` or `2024-05-01T10:30+01:00`, to the microsecond.
 *
 * @throws InvalidValue for another shape, a moment that is not in the calendar, or a day outside 1900 to 2199.
 */
export function instant(text: string): Instant {
  if (!WRITTEN.test(text)) throw new InvalidValue(`"${text}" is not a moment such as 2024-03-27T09:30:00Z`);
  plainDate(text.slice(0, 'YYYY-MM-DD'.length));
  try {
    return written(Temporal.Instant.from(text));
  } catch {
    throw new InvalidValue(`${text} is not a moment in the calendar`);
  }
}

/**
 * The moment that a reader means who names a moment, or a civil day: of a day it is the last microsecond in London.
 *
 * @throws InvalidValue for anything else.
 */
export function instantOrEndOfDay(text: string): Instant {
  return isPlainDate(text) ? lastInstantOf(text) : instant(text);
}

/** The last microsecond of a civil day in London. */
export function lastInstantOf(day: PlainDate): Instant {
  const next = Temporal.PlainDate.from(addDays(day, 1)).toZonedDateTime('Europe/London').toInstant();
  return written(next.subtract({ microseconds: 1 }));
}

/** The civil day in London at a moment. */
export function londonDayAt(moment: Instant): PlainDate {
  const zoned = Temporal.Instant.from(moment).toZonedDateTimeISO('Europe/London');
  return zoned.toPlainDate().toString() as PlainDate;
}

/** The moment a microsecond before. */
export function justBefore(moment: Instant): Instant {
  return written(Temporal.Instant.from(moment).subtract({ microseconds: 1 }));
}

function written(moment: Temporal.Instant): Instant {
  return moment.toString({ fractionalSecondDigits: 6 }) as Instant;
}
