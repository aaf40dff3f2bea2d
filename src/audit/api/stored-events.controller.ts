import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { BrokenHistory } from '../../kernel/aggregate.js';
import type { Actor } from '../../kernel/event.js';
import { RequiresRole } from '../../platform/access/access-rule.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { EVENT_STORE, type EventStore } from '../../platform/event-store/event-store.js';
import { StrictRateLimit } from '../../platform/http/request/strict-rate-limit.js';
import { ReferencePipe } from '../../platform/http/wire/reference.pipe.js';
import { PastReads } from '../../platform/past/past-reads.js';
import { TransferCases } from '../../transfer-case/index.js';
import { historyProjection } from '../projections/history/history.query.js';
import { storedEventsAnswer, StoredEventsAnswer } from './stored-events.answers.js';

/** The events of a case for those who check the chain themselves. */
@ApiTags('History')
@RequiresRole('auditor')
@Controller('v1/transfer-cases/:caseRef/stored-events')
export class StoredEventsController {
  constructor(
    private readonly cases: TransferCases,
    private readonly past: PastReads,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  @Get()
  @StrictRateLimit()
  @ApiOperation({
    summary: 'Show every event of a case as it is stored, with its hash and the one before it',
    description:
      'For auditors. Each hash can be worked out from the event and the hash before it, without Handover. Where an event is not what was stored, nothing is shown: the answer is `broken-history` and names its place. The operator’s `events verify` checks every event of the store in the same way.',
  })
  @ApiOkResponse({ type: StoredEventsAnswer })
  async show(
    @Param('caseRef', new ReferencePipe('TC')) caseRef: string,
    @CurrentActor() actor: Actor,
  ): Promise<Readonly<StoredEventsAnswer>> {
    await this.cases.get(caseRef, actor);
    const { events } = await this.past.whole(historyProjection, caseRef);
    const streams = [...new Set(events.map(({ stream }) => stream))];
    const stored = await this.store.readStreams(streams);
    const damaged = stored.find(({ damage }) => damage !== undefined);
    if (damaged !== undefined) {
      throw new BrokenHistory(damaged.stream, damaged.revision, String(damaged.damage));
    }
    return storedEventsAnswer(caseRef, stored);
  }
}
