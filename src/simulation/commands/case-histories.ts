import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  EVENT_STORE,
  EventStoreUnavailable,
  type EventStore,
} from '../../platform/event-store/event-store.js';
import { formatPosition } from '../../platform/event-store/position.js';
import { decodeStored } from '../../platform/event-store/recorded.js';
import {
  READ_MODEL_PROGRESS,
  type ReadModelProgress,
} from '../../platform/http/freshness/read-model-progress.js';
import { EventCatalogues } from '../../platform/projections/event-catalogues.js';
import type { SubjectHistory } from '../../platform/projections/projection.js';
import { subjectStreams } from '../../platform/projections/subject-streams.js';

/** The projection that keeps the list of the streams of a case and its employments. */
const OF_CASES = 'bridging-recharge';
const WAIT_MS = 2_000;

/** The whole histories of cases with their employments, as the store has them now. */
@Injectable()
export class CaseHistories {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_MODEL_PROGRESS) private readonly progress: ReadModelProgress,
    private readonly database: DataSource,
    private readonly catalogues: EventCatalogues,
  ) {}

  /** @throws EventStoreUnavailable while the list of the streams of the cases may lack a new one. */
  async of(caseRefs: readonly string[]): Promise<readonly SubjectHistory[]> {
    const head = formatPosition(await this.store.head());
    if (!(await this.progress.waitFor(head, WAIT_MS)))
      throw new EventStoreUnavailable('The list of the employments of the cases is not up to date yet');
    const streams = await subjectStreams.ofAll(this.database.manager, OF_CASES, caseRefs);
    const histories: SubjectHistory[] = [];
    // One case at a time: a history is as long as the case, and there may be many cases.
    for (const subject of caseRefs) {
      const stored = await this.store.readStreams(streams.get(subject) ?? []);
      const events = stored
        .map((event) => decodeStored(event, this.catalogues.catalogueFor(event.type)))
        .filter((each) => each.subject === subject);
      histories.push({ subject, events });
    }
    return histories;
  }
}
