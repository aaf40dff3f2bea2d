import { Body, Controller, Get, Post, Query } from '@nestjs/common';
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
import { ReadAnswer, type CommandAnswer } from '../../platform/http/versions/answer.js';
import { toPence } from '../../platform/http/wire/money.dto.js';
import { clocksAnswer, ClocksQuery, THEN } from '../../platform/http/wire/clocks.js';
import { PastReads } from '../../platform/past/past-reads.js';
import { TransferCases } from '../../transfer-case/index.js';
import { Employments } from '../commands/employments.js';
import { StartEmployment } from '../commands/start-employment.js';
import { EmploymentNotFound, type Employment } from '../commands/vocabulary.js';
import { EmploymentsQuery } from '../projections/employments/employments.query.js';
import { redundancyCostSplitProjection } from '../projections/redundancy-cost-split/redundancies.query.js';
import { employmentAnswer, EmploymentAnswer, EmploymentReference } from './employment-answers.js';
import { answerOf, CaseRef, EmploymentId } from './employment-reference.js';
import { employmentsThen, employmentThen } from './figures-then.js';
import { EmploymentsQueryDto } from './employments-query.dto.js';
import { StartEmploymentDto } from './employment-requests.js';

const place = record({ after: text });
/** The jobs are read with the events of their case, which say from when on there was one. */
const JOBS_AND_CASE = redundancyCostSplitProjection;

/** The PAs who come along. */
@ApiTags('Employments')
@RequiresRole(...ROLES)
@Controller('v1')
export class EmploymentsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly cases: TransferCases,
    private readonly employments: Employments,
    private readonly query: EmploymentsQuery,
    private readonly past: PastReads,
  ) {}

  @Post('transfer-cases/:caseRef/employments')
  @RequiresRole('direct-payment-worker', 'phb-worker')
  @ApiOperation({ summary: 'Record a PA who works for the person' })
  @ApiCreatedResponse({ type: EmploymentReference })
  async start(
    @CaseRef() caseRef: string,
    @Body() { hourlyRate, ...facts }: StartEmploymentDto,
    @CommandContextOf() context: CommandContext,
  ): Promise<CommandAnswer<Readonly<EmploymentReference>>> {
    const command = new StartEmployment({ caseRef, ...facts, hourlyRatePence: toPence(hourlyRate) }, context);
    return answerOf(await this.commands.execute<StartEmployment, Committed<Employment>>(command));
  }

  @Get('transfer-cases/:caseRef/employments')
  @ApiOperation({ summary: 'List the PAs of a case', description: THEN })
  @AnswersPageOf(EmploymentAnswer)
  async list(
    @CaseRef() caseRef: string,
    @Query() { limit, cursor, ...clocks }: EmploymentsQueryDto,
    @CurrentActor() actor: Actor,
  ): Promise<PageAnswer<Readonly<EmploymentAnswer>>> {
    await this.cases.get(caseRef, actor);
    const after = cursor === undefined ? undefined : decodeCursor(cursor, place).after;
    const known = await this.past.of(JOBS_AND_CASE, caseRef, clocks);
    const jobs =
      known === undefined
        ? (await this.query.ofCase(actor, caseRef, limit + 1, after)).map(employmentAnswer)
        : employmentsThen(known).filter(({ employmentId }) => after === undefined || employmentId > after);
    return PageAnswer.of(
      jobs.slice(0, limit + 1),
      limit,
      (last) => encodeCursor({ after: last.employmentId }),
      known === undefined ? {} : { clocks: clocksAnswer(known) },
    );
  }

  @Get('employments/:employmentId')
  @ApiOperation({
    summary: 'Show a PA’s job: hours, pay, funders, leave statements and the insurance claim',
    description: THEN,
  })
  @ApiOkResponse({ type: EmploymentAnswer })
  async show(
    @EmploymentId() employmentId: string,
    @Query() clocks: ClocksQuery,
    @CurrentActor() actor: Actor,
  ): Promise<ReadAnswer<Readonly<EmploymentAnswer>> | Readonly<EmploymentAnswer>> {
    const { caseRef } = await this.employments.get(employmentId, actor);
    const known = await this.past.of(JOBS_AND_CASE, caseRef, clocks);
    if (known !== undefined) return employmentThen(known, employmentId);
    const row = await this.query.find(actor, employmentId);
    if (row === null) throw new EmploymentNotFound();
    return ReadAnswer.of(employmentAnswer(row), row.revision);
  }
}
