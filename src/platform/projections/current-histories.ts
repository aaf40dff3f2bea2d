import type { DataSource } from 'typeorm';
import { EventStoreUnavailable, type EventStore } from '../event-store/event-store.js';
import { formatPosition } from '../event-store/position.js';
import { decodeStored } from '../event-store/recorded.js';
import type { ReadModelProgress } from '../http/freshness/read-model-progress.js';
import type { EventCatalogues } from './event-catalogues.js';
import type { SubjectHistory } from './projection.js';
import { subjectStreams } from './subject-streams.js';

const WAIT_MS = 2_000;

/** The whole histories of subjects, as the store has them now. A projection only says which streams are about a subject. */
export class CurrentHistories {
  constructor(
    private readonly store: EventStore,
    private readonly progress: ReadModelProgress,
    private readonly database: DataSource,
    private readonly catalogues: EventCatalogues,
  ) {}

  /**
   * @param projection the name of the one that keeps the list of the streams
   * @param whenLate the sentence of the refusal
   * @throws EventStoreUnavailable while that list may lack a new stream, after two seconds.
   */
  async of(
    projection: string,
    subjects: readonly string[],
    whenLate: string,
  ): Promise<readonly SubjectHistory[]> {
    const head = formatPosition(await this.store.head());
    if (!(await this.progress.waitFor(head, WAIT_MS))) throw new EventStoreUnavailable(whenLate);
    const streams = await subjectStreams.ofAll(this.database.manager, projection, subjects);
    const histories: SubjectHistory[] = [];
    // One subject at a time: a history may be long, and there may be many subjects.
    for (const subject of subjects) {
      const stored = await this.store.readStreams(streams.get(subject) ?? []);
      const events = stored
        .map((event) => decodeStored(event, this.catalogues.catalogueFor(event.type)))
        .filter((each) => each.subject === subject);
      histories.push({ subject, events });
    }
    return histories;
  }
}
