import { InvalidValue } from '../../../kernel/invalid-value.js';
import { includes, lastDayOf, type Period } from '../../../kernel/period.js';
import { dateInWords, type PlainDate } from '../../../kernel/plain-date.js';
import { Refusal } from '../../../kernel/refusal.js';

/** The rows of one national rate in date order, each in force on the days of its period. */
export interface RateSeries<Row extends Period> {
  /** What the rate is, as a sentence starts: `The rate of statutory sick pay`. */
  readonly name: string;
  readonly rows: readonly Row[];
}

/** No row of the series covers the day, and a neighbouring year's rate would be a guess. */
export class NoKnownRate extends Refusal {
  override readonly name = 'NoKnownRate';
  readonly code = 'no-known-rate';
  readonly kind = 'conflict';
  override readonly facts: Readonly<Record<string, unknown>>;

  constructor(
    /** The name of the series. */
    readonly series: string,
    readonly day: PlainDate,
    /** The days that the series covers. */
    covered: Period,
  ) {
    super(
      `${series} on ${dateInWords(day)} is not known here: ` +
        `the table covers ${dateInWords(covered.from)} to ${dateInWords(lastDayOf(covered))}`,
    );
    this.facts = { series, day, coveredFrom: covered.from, coveredUntil: covered.until };
  }
}

/**
 * Takes the rows of a series. A new year is a new row, never an edit.
 *
 * @throws InvalidValue when there is no row, a row is empty, or a row does not begin on the day that the one before ends.
 */
export function rateSeries<Row extends Period>(name: string, rows: readonly Row[]): RateSeries<Row> {
  const faults = rows.flatMap((row, place) => faultsOf(row, rows[place - 1]));
  if (rows.length === 0) faults.push('there is no row');
  if (faults.length > 0) throw new InvalidValue(`${name}: ${faults.join('; ')}`);
  return { name, rows };
}

/**
 * The row that is in force on the day.
 *
 * @throws NoKnownRate for a day before the first row or after the last.
 */
export function rateOn<Row extends Period>({ name, rows }: RateSeries<Row>, day: PlainDate): Row {
  const row = rows.find((each) => includes(each, day));
  if (row === undefined) throw new NoKnownRate(name, day, coverageOf(rows));
  return row;
}

function coverageOf(rows: readonly Period[]): Period {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) throw new InvalidValue('A series of rates has no row');
  return { from: first.from, until: last.until };
}

function faultsOf(row: Period, before: Period | undefined): string[] {
  const faults = row.from < row.until ? [] : [`the row from ${row.from} has no day`];
  if (before === undefined || before.until === row.from) return faults;
  return before.until < row.from
    ? [...faults, `no row covers ${before.until} until ${row.from}`]
    : [...faults, `two rows cover ${row.from} until ${before.until}`];
}
