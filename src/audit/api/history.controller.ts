import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../kernel/event.js';
import { record, wholeNumber } from '../../kernel/shape.js';
import { RequiresRole } from '../../platform/access/access-rule.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { ROLES } from '../../platform/access/roles.js';
import { StaffDirectory } from '../../platform/access/staff-directory.js';
import { decodeCursor, encodeCursor } from '../../platform/http/paging/cursor.js';
import { AnswersPageOf } from '../../platform/http/paging/describe-page.js';
import { PageAnswer } from '../../platform/http/paging/page-answer.js';
import { ReferencePipe } from '../../platform/http/wire/reference.pipe.js';
import { TransferCases } from '../../transfer-case/index.js';
import { HistoryQuery, type HistoryFilter } from '../projections/history/history.query.js';
import { historyEventAnswer, HistoryEventAnswer } from './history-answers.js';
import { HistoryQueryDto } from './history-query.dto.js';

const place = record({ after: wholeNumber });

/** What happened in a case, who recorded it, and when it became known. */
@ApiTags('History')
@RequiresRole(...ROLES)
@Controller('v1/transfer-cases/:caseRef/events')
export class HistoryController {
  constructor(
    private readonly cases: TransferCases,
    private readonly history: HistoryQuery,
    private readonly staff: StaffDirectory,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'List the events of a case, newest last',
    description: 'Of all its records: the move itself, the PAs, and the money between the bodies.',
  })
  @AnswersPageOf(HistoryEventAnswer)
  async list(
    @Param('caseRef', new ReferencePipe('TC')) caseRef: string,
    @Query() { limit, cursor, sort, ...filter }: HistoryQueryDto,
    @CurrentActor() actor: Actor,
  ): Promise<PageAnswer<Readonly<HistoryEventAnswer>>> {
    await this.cases.get(caseRef, actor);
    const after = cursor === undefined ? {} : decodeCursor(cursor, place);
    const page = { newestFirst: sort === '-recordedAt', limit: limit + 1, ...after };
    const rows = await this.history.ofCase(actor, caseRef, filterOf(filter), page);
    const names = await this.staff.nameOf(rows.map(({ actorId }) => actorId));
    const events = rows.map((row) => historyEventAnswer(row, names));
    return PageAnswer.of(events, limit, ({ ordinal }) => encodeCursor({ after: ordinal }));
  }
}

function filterOf({
  type,
  actor,
  from,
  lastDay,
}: Pick<HistoryQueryDto, 'type' | 'actor' | 'from' | 'lastDay'>): HistoryFilter {
  return {
    ...(type !== undefined && { type }),
    ...(actor !== undefined && { actorId: actor }),
    ...(from !== undefined && { recordedFrom: from }),
    ...(lastDay !== undefined && { recordedLastDay: lastDay }),
  };
}
