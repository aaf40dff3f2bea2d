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
import { subjectStreams } from '../../platform/projections/subject-streams.js';
import { leaveOwedByCouncil } from '../../workforce/index.js';
import type { CaseLeaveFact } from '../domain/case-facts.js';

/** The projection of leave, which keeps the list of the streams of a case and its employments. */
const ACCRUED_LEAVE = 'accrued-leave';
const WAIT_MS = 2_000;

/** What the council owes for the leave of a case’s PAs, worked out from the events of its employments. */
@Injectable()
export class CaseLeave {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_MODEL_PROGRESS) private readonly progress: ReadModelProgress,
    private readonly database: DataSource,
    private readonly catalogues: EventCatalogues,
  ) {}

  /** @throws EventStoreUnavailable while the list of the case's employments may lack a new one. */
  async owed(caseRef: string): Promise<readonly CaseLeaveFact[]> {
    await this.upToDate();
    const streams = await subjectStreams.of(this.database.manager, ACCRUED_LEAVE, caseRef);
    const events = (await this.store.readStreams(streams))
      .map((event) => decodeStored(event, this.catalogues.catalogueFor(event.type)))
      .filter(({ subject }) => subject === caseRef);
    return leaveOwedByCouncil({ subject: caseRef, events }).map(({ employmentId, owed, inAccount }) => ({
      employmentRef: employmentId,
      owedPence: owed,
      inAccountPence: inAccount,
    }));
  }

  private async upToDate(): Promise<void> {
    const head = await this.store.head();
    if (await this.progress.waitFor(formatPosition(head), WAIT_MS)) return;
    throw new EventStoreUnavailable('The list of the employments of the case is not up to date yet');
  }
}
