import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { addDays } from '../../kernel/plain-date.js';
import { RequiresRole } from '../../platform/access/access-rule.js';
import { CommandContextOf } from '../../platform/access/current-actor.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import type { Committed } from '../../platform/event-store/streams.js';
import type { CommandAnswer } from '../../platform/http/versions/answer.js';
import { IfMatch } from '../../platform/http/versions/if-match.js';
import { correcting } from '../../platform/http/wire/corrects.dto.js';
import { toPence } from '../../platform/http/wire/money.dto.js';
import { ChangeTerms } from '../commands/change-terms.js';
import { EndEmployment } from '../commands/end-employment.js';
import { RecordFundingPeriod } from '../commands/record-funding-period.js';
import { RecordLeaveStatement } from '../commands/record-leave-statement.js';
import { StateContinuousService } from '../commands/state-continuous-service.js';
import type { Employment, JobEnd } from '../commands/vocabulary.js';
import { EmploymentReference } from './employment-answers.js';
import { answerOf, EmploymentId } from './employment-reference.js';
import {
  ContinuousServiceDto,
  EmploymentEndDto,
  EmploymentTermsDto,
  FundingPeriodDto,
  ReEngagementDto,
} from './employment-requests.js';
import { LeaveStatementDto } from './leave-requests.js';
import { leaveStatementOf } from './leave-statement-of.js';

type Answer = Promise<CommandAnswer<Readonly<EmploymentReference>>>;

/** Facts about a PA's job. Each is decided on the version of the employment that the caller saw. */
@ApiTags('Employments')
@RequiresRole('direct-payment-worker', 'phb-worker', 'council-finance', 'nhs-finance')
@Controller('v1/employments/:employmentId')
export class EmploymentCommandsController {
  constructor(private readonly commands: CommandBus) {}

  @Post('terms')
  @ApiOperation({ summary: 'Record hours and pay from a day on, or put them right' })
  @ApiCreatedResponse({ type: EmploymentReference })
  async changeTerms(
    @EmploymentId() employmentId: string,
    @Body() { from, weeklyHours, hourlyRate, corrects }: EmploymentTermsDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ): Answer {
    const change = {
      from,
      weeklyHours,
      hourlyRatePence: toPence(hourlyRate),
      ...(corrects && { corrects: corrects.eventId }),
    };
    return this.answer(new ChangeTerms({ employmentId, ifRevision }, change, correcting(context, corrects)));
  }

  @Post('funding-periods')
  @ApiOperation({ summary: 'Record who funded the employment in a period, or put it right' })
  @ApiCreatedResponse({ type: EmploymentReference })
  async recordFunding(
    @EmploymentId() employmentId: string,
    @Body() { from, lastDay, shares, hoursPaid, moneyPaid, corrects }: FundingPeriodDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ): Answer {
    const facts = {
      from,
      ...(lastDay !== undefined && { until: addDays(lastDay, 1) }),
      shares: shares.map(({ funder, share }) => ({ funder, share })),
      ...(hoursPaid !== undefined && { hoursPaid }),
      ...(moneyPaid !== undefined && { moneyPaidPence: toPence(moneyPaid) }),
      ...(corrects && { corrects: corrects.eventId }),
    };
    return this.answer(
      new RecordFundingPeriod({ employmentId, ifRevision }, facts, correcting(context, corrects)),
    );
  }

  @Post('leave-statements')
  @ApiOperation({ summary: 'Record payroll’s statement of the PA’s leave' })
  @ApiCreatedResponse({ type: EmploymentReference })
  async recordLeave(
    @EmploymentId() employmentId: string,
    @Body() statement: LeaveStatementDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ): Answer {
    const { statedOn } = statement;
    const target = { employmentId, ifRevision };
    return this.answer(new RecordLeaveStatement(target, leaveStatementOf(statement), statedOn, context));
  }

  @Post('end')
  @ApiOperation({ summary: 'Record the last day of the job and why it ended, or put it right' })
  @ApiCreatedResponse({ type: EmploymentReference })
  async end(
    @EmploymentId() employmentId: string,
    @Body() { lastDay, reason, notice, noticeGivenOn, reEngagement, corrects }: EmploymentEndDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ): Answer {
    const end = {
      lastDay,
      reason,
      ...(notice !== undefined && { notice }),
      ...(noticeGivenOn !== undefined && { noticeGivenOn }),
      ...(reEngagement !== undefined && { reEngagement: reEngagementOf(reEngagement) }),
      ...(corrects && { corrects: corrects.eventId }),
    };
    return this.answer(new EndEmployment({ employmentId, ifRevision }, end, correcting(context, corrects)));
  }

  @Post('continuous-service')
  @ApiOperation({
    summary: 'Record when continuous employment began, where that is not the first day of the job',
    description:
      'An estimated start, a break of more than a week, a new employer, or a self-employed PA who became an employee. Two days leave it open: redundancy is then shown for each and is not final.',
  })
  @ApiCreatedResponse({ type: EmploymentReference })
  async stateService(
    @EmploymentId() employmentId: string,
    @Body() { statedOn, cause, earliestStart, latestStart, rulingReference }: ContinuousServiceDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ): Answer {
    const service = {
      cause,
      earliestStart,
      latestStart,
      ...(rulingReference !== undefined && { rulingReference }),
    };
    const target = { employmentId, ifRevision };
    return this.answer(new StateContinuousService(target, service, statedOn, context));
  }

  private async answer(command: object): Answer {
    return answerOf(await this.commands.execute<object, Committed<Employment>>(command));
  }
}

/** The plain facts of an offer: what is recorded is no object of the request. */
function reEngagementOf({
  offeredOn,
  startsOn,
  answer,
}: ReEngagementDto): NonNullable<JobEnd['reEngagement']> {
  return { offeredOn, startsOn, answer };
}
