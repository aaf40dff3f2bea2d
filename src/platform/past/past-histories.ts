import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { BrokenHistory } from '../../kernel/aggregate.js';
import type { Instant } from '../../kernel/instant.js';
import type { EventStore, StoredEvent } from '../event-store/event-store.js';
import { comparePositions, START } from '../event-store/position.js';
import type { EventCatalogues } from '../projections/event-catalogues.js';
import { projectionCheckpoints } from '../projections/projection-checkpoints.js';
import type { SubjectHistory, SubjectProjection } from '../projections/projection.js';
import { SubjectHistories } from '../projections/subject-histories.js';
import { subjectStreams } from '../projections/subject-streams.js';
import type { Clocks, KnownHistory } from './known-history.js';
import { NotThereThen, StreamsNotFoundYet } from './past-refusals.js';

const WAIT_MS = 2_000;
const LOOK_AGAIN_MS = 25;

/** Whether an event stands within the part of the global order that is asked about. */
type IsCounted = (event: StoredEvent) => boolean;

/** What was known of a subject at a moment, read from the events themselves: no row of a read model is used. */
export class PastHistories {
  constructor(
    private readonly store: EventStore,
    private readonly dataSource: DataSource,
    private readonly catalogues: EventCatalogues,
  ) {}

  /**
   * All that a read model could have known of a subject by a moment. The read model itself only helps to find the subject's
   * streams; the answer waits up to two seconds for it to have looked through everything that was recorded by then.
   *
   * @param clocks a moment that is settled already: see `EventStore.settledBefore`
   * @throws NotThereThen when nothing had been recorded of it.
   * @throws StreamsNotFoundYet, BrokenHistory, UnknownEventType
   */
  async of(projection: SubjectProjection, subject: string, clocks: Clocks): Promise<KnownHistory> {
    const history = await this.upTo(projection, subject, recordedBy(clocks.knownAt));
    if (history.events.length > 0) return { ...history, clocks };
    throw new NotThereThen(`Nothing had been recorded of ${subject} by ${clocks.knownAt}.`);
  }

  /** All that has been recorded of a subject until now, to be looked at as it was known at several moments. */
  async whole(projection: SubjectProjection, subject: string): Promise<SubjectHistory> {
    const head = await this.store.head();
    return this.upTo(projection, subject, ({ position }) => comparePositions(position, head) <= 0);
  }

  /** All subjects that a read model knows of, so many at a time, as they were known at a moment. */
  async *all(projection: SubjectProjection, clocks: Clocks, atOnce: number): AsyncIterable<KnownHistory> {
    const isCounted = recordedBy(clocks.knownAt);
    await this.waitUntilFound(projection, isCounted);
    for (let after = ''; ;) {
      const { manager } = this.dataSource;
      const subjects = await subjectStreams.subjectsAfter(manager, projection.name, after, atOnce);
      for (const history of await this.histories(projection, subjects, isCounted)) {
        yield { ...history, clocks };
      }
      const last = subjects.at(-1);
      if (last === undefined || subjects.length < atOnce) return;
      after = last;
    }
  }

  private async upTo(
    projection: SubjectProjection,
    subject: string,
    isCounted: IsCounted,
  ): Promise<SubjectHistory> {
    await this.waitUntilFound(projection, isCounted);
    const [history] = await this.histories(projection, [subject], isCounted);
    return history ?? { subject, events: [] };
  }

  private async histories(
    projection: SubjectProjection,
    subjects: readonly string[],
    isCounted: IsCounted,
  ): Promise<readonly SubjectHistory[]> {
    const { manager } = this.dataSource;
    const streams = await subjectStreams.ofAll(manager, projection.name, subjects);
    const reader = new SubjectHistories(projection, this.store, this.catalogues);
    const found = await reader.load(streams, isCounted);
    return subjects.map((subject) => {
      const history = found.get(subject) ?? { subject, events: [] };
      if (history instanceof BrokenHistory) throw history;
      return history;
    });
  }

  /** Waits until no event that counts is still to be looked through for whom it is about. */
  private async waitUntilFound({ name }: SubjectProjection, isCounted: IsCounted): Promise<void> {
    const deadline = performance.now() + WAIT_MS;
    for (;;) {
      const checkpoint = await projectionCheckpoints.find(this.dataSource.manager, name);
      const [next] = await this.store.readAll(checkpoint?.position ?? START, 1);
      if (next === undefined || !isCounted(next)) return;
      if (performance.now() >= deadline) throw new StreamsNotFoundYet();
      await pause(LOOK_AGAIN_MS);
    }
  }
}

function recordedBy(moment: Instant): IsCounted {
  return ({ recordedAt }) => recordedAt <= moment;
}
