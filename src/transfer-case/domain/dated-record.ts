import type { OpenPeriod } from '../../kernel/period.js';
import { addDays, dateInWords, type PlainDate } from '../../kernel/plain-date.js';
import { FieldRefused, Refusal, type RefusedField } from '../../kernel/refusal.js';
import { sameFacts } from '../../kernel/same-facts.js';

/** A fact that holds from a day until the next of its kind, with the event that said it. */
type Recorded<Fact> = Fact & { readonly eventId: string };

/** How facts of one kind are told in words. */
export interface InWords<Fact> {
  /** "A rate", as the beginning of a sentence. */
  readonly what: string;
  /** One of them without its day: "£512.19 a week". */
  readonly told: (fact: Fact) => string;
}

/** Two records of one kind would both hold for the same days. */
export class RecordsOverlap extends Refusal {
  override readonly name = 'RecordsOverlap';
  readonly code = 'records-overlap';
  readonly kind = 'conflict';
  override readonly fields: readonly RefusedField[];
  /** The event of the record that stands, which a correction has to name, and the days that both would hold for. */
  override readonly facts: { readonly eventId: string; readonly from: string; readonly lastDay?: string };

  constructor(what: string, given: string, standing: string, eventId: string, { from, until }: OpenPeriod) {
    const last = until && addDays(until, -1);
    const days = `from ${dateInWords(from)}${last === undefined ? ' on' : ` to ${dateInWords(last)}`}`;
    const detail =
      `${what} from ${dateInWords(from)} is recorded already: ${standing} and ${given} would both hold for the days ` +
      `${days}; to put the first right, name its event in corrects`;
    super(detail);
    this.fields = [{ pointer: '/from', code: 'overlaps', detail }];
    this.facts = { eventId, from, ...(last !== undefined && { lastDay: last }) };
  }
}

/**
 * True when the same fact stands from the same day already, so that there is nothing to add.
 *
 * A correction replaces the record that it names. It may move it to a day from which none runs yet; on its own day it may
 * stand beside others only where a history from before this rule holds them, so that one after the other is put right.
 *
 * @param standing of the same kind, in date order
 * @throws RecordsOverlap when another fact stands from that day and the caller does not name its event.
 * @throws FieldRefused when `corrects` names no record that stands.
 */
export function isStanding<Fact extends { readonly from: PlainDate }>(
  { what, told }: InWords<Fact>,
  said: Fact,
  corrects: string | undefined,
  standing: readonly Recorded<Fact>[],
): boolean {
  const says = ({ eventId: _, ...fact }: Recorded<Fact>) => sameFacts<object>(fact, said);
  const sameDay = standing.filter(({ from }) => from === said.from);
  const corrected = standing.find(({ eventId }) => eventId === corrects);
  if (corrects !== undefined && corrected === undefined && !sameDay.some(says)) {
    throw new FieldRefused(
      '/corrects/eventId',
      'not-standing',
      'No fact that stands was recorded by this event',
    );
  }
  const other = sameDay.find((each) => each !== corrected && !says(each));
  if (other !== undefined && corrected?.from !== said.from) {
    const until = standing.find(({ from }) => from > said.from)?.from;
    const days = { from: said.from, ...(until !== undefined && { until }) };
    throw new RecordsOverlap(what, told(said), told(other), other.eventId, days);
  }
  return corrected === undefined || says(corrected) ? sameDay.some(says) : false;
}
