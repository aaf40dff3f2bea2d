import { instantOrEndOfDay, justBefore, type Instant } from '../../kernel/instant.js';
import { dateInWords, isPlainDate } from '../../kernel/plain-date.js';
import type { EventStore } from '../event-store/event-store.js';
import { Problem } from '../http/problems/problem.js';
import type { ClocksQuery } from '../http/wire/clocks.js';
import type { SubjectHistory, SubjectProjection } from '../projections/projection.js';
import type { Clocks, KnownHistory } from './known-history.js';
import type { PastHistories } from './past-histories.js';

/** Reads of what was known at a moment, or true on a day, for whoever may see the subject. */
export class PastReads {
  constructor(
    private readonly store: EventStore,
    private readonly histories: PastHistories,
  ) {}

  /**
   * What was known of a subject at the clocks that a query names; nothing when it names none, and asks about now.
   *
   * @throws Problem when knownAt has not passed: what is recorded until then would change the answer.
   * @throws NotThereThen when nothing had been recorded by then.
   */
  async of(
    projection: SubjectProjection,
    subject: string,
    query: ClocksQuery,
  ): Promise<KnownHistory | undefined> {
    const clocks = await this.clocksOf(query);
    return clocks && this.histories.of(projection, subject, clocks);
  }

  /** All that has been recorded of a subject until now, to be looked at as it was known at several moments. */
  async whole(projection: SubjectProjection, subject: string): Promise<SubjectHistory> {
    return this.histories.whole(projection, subject);
  }

  /** Every subject of a read model as it was known at the clocks, so many at a time. */
  all(projection: SubjectProjection, clocks: Clocks, atOnce: number): AsyncIterable<KnownHistory> {
    return this.histories.all(projection, clocks, atOnce);
  }

  /**
   * The clocks that a query names; nothing when it names none. Without knownAt it is the last moment that is settled, so that
   * asking again with the answer's knownAt gives the same answer.
   *
   * @throws Problem when knownAt has not passed.
   */
  async clocksOf(query: ClocksQuery & { readonly knownAt: string }): Promise<Clocks>;
  async clocksOf(query: ClocksQuery): Promise<Clocks | undefined>;
  async clocksOf({ asAt, knownAt }: ClocksQuery): Promise<Clocks | undefined> {
    if (asAt === undefined && knownAt === undefined) return undefined;
    const moment =
      knownAt === undefined ? justBefore(await this.settled()) : await this.settledMoment('knownAt', knownAt);
    return { knownAt: moment, ...(asAt !== undefined && { asAt }) };
  }

  /**
   * The moment that a parameter names, or the end of the day in London that it names.
   *
   * @throws Problem when it has not passed.
   */
  async settledMoment(parameter: string, text: string): Promise<Instant> {
    const moment = instantOrEndOfDay(text);
    if (moment < (await this.settled())) return moment;
    const detail = isPlainDate(text)
      ? `${parameter} is the end of ${dateInWords(text)} in London, which has not passed: what is recorded until then would change the answer`
      : `${parameter} must be a moment that has passed: what is recorded until then would change the answer`;
    throw new Problem('invalid-fields', `${detail}.`, {
      errors: [{ parameter, code: 'in-the-future', detail }],
    });
  }

  private async settled(): Promise<Instant> {
    return (await this.store.settledBefore()) as Instant;
  }
}
