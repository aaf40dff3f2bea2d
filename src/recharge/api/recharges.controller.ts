import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../kernel/event.js';
import { record, text } from '../../kernel/shape.js';
import { RequiresRole } from '../../platform/access/access-rule.js';
import { CommandContextOf, CurrentActor } from '../../platform/access/current-actor.js';
import { ROLES } from '../../platform/access/roles.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import type { Committed } from '../../platform/event-store/streams.js';
import { decodeCursor, encodeCursor } from '../../platform/http/paging/cursor.js';
import { AnswersPageOf } from '../../platform/http/paging/describe-page.js';
import { PageAnswer } from '../../platform/http/paging/page-answer.js';
import { CommandAnswer, ReadAnswer } from '../../platform/http/versions/answer.js';
import { ClocksQuery, THEN } from '../../platform/http/wire/clocks.js';
import { ReferencePipe } from '../../platform/http/wire/reference.pipe.js';
import { PastReads } from '../../platform/past/past-reads.js';
import { CalculateRecharge } from '../commands/calculate-recharge.js';
import { RECHARGE_PREFIX, type Recharge } from '../commands/vocabulary.js';
import { rechargesProjection, RechargesQuery } from '../projections/recharges/recharges.query.js';
import { CalculateRechargeDto } from './calculation-requests.js';
import { rechargeAnswer, RechargeAnswer, summaryOf, RechargeSummary } from './recharge-answers.js';
import { rechargeThen } from './recharges-then.js';
import { RechargeReference, referenceOf } from './recharge-reference.answer.js';
import { RechargesQueryDto } from './recharge-requests.js';

const place = record({ after: text });

/** The charges between a council and an NHS body. */
@ApiTags('Recharges')
@RequiresRole(...ROLES)
@Controller('v1/recharges')
export class RechargesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly recharges: RechargesQuery,
    private readonly past: PastReads,
  ) {}

  @Post()
  @RequiresRole('council-finance', 'nhs-finance')
  @ApiOperation({
    summary: 'Work out the recharge of a case',
    description:
      'For the body that paid: the council in bridging, the NHS body on the way back. The first version, or the next one after the last was credited or withdrawn; it is a draft until someone else approves it.',
  })
  @ApiCreatedResponse({ type: RechargeReference })
  async calculate(
    @Body() { caseRef, direction = 'bridging', nhsBody }: CalculateRechargeDto,
    @CommandContextOf() context: CommandContext,
  ): Promise<CommandAnswer<Readonly<RechargeReference>>> {
    const command = new CalculateRecharge(caseRef, direction, nhsBody, context);
    const committed = await this.commands.execute<CalculateRecharge, Committed<Recharge>>(command);
    const reference = referenceOf(committed);
    return CommandAnswer.created(committed, `/v1/recharges/${reference.rechargeRef}`, reference);
  }

  @Get()
  @ApiOperation({ summary: 'List the recharges that your body is owed or owes' })
  @AnswersPageOf(RechargeSummary)
  async list(
    @Query() { caseRef, status, waitingOn, limit, cursor }: RechargesQueryDto,
    @CurrentActor() actor: Actor,
  ): Promise<PageAnswer<Readonly<RechargeSummary>>> {
    const filter = {
      ...(caseRef !== undefined && { caseRef }),
      ...(status !== undefined && { status }),
      ...(waitingOn !== undefined && { waitingOn }),
    };
    const after = cursor === undefined ? undefined : decodeCursor(cursor, place).after;
    const rows = await this.recharges.list(actor, filter, limit + 1, after);
    return PageAnswer.of(rows.map(summaryOf), limit, (last) => encodeCursor({ after: last.rechargeRef }));
  }

  @Get(':rechargeRef')
  @ApiOperation({
    summary: 'Show a recharge, line by line, with the explanation of each figure',
    description: THEN,
  })
  @ApiOkResponse({ type: RechargeAnswer })
  async show(
    @Param('rechargeRef', new ReferencePipe(RECHARGE_PREFIX)) rechargeRef: string,
    @Query() clocks: ClocksQuery,
    @CurrentActor() actor: Actor,
  ): Promise<ReadAnswer<Readonly<RechargeAnswer>> | Readonly<RechargeAnswer>> {
    const found = await this.recharges.get(actor, rechargeRef);
    const known = await this.past.of(rechargesProjection, found.recharge.caseRef, clocks);
    if (known !== undefined) return rechargeThen(known, actor, rechargeRef);
    return ReadAnswer.of(rechargeAnswer(found), found.recharge.revision);
  }
}
