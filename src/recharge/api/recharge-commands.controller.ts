import { Body, Controller, Param, ParseIntPipe, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequiresRole } from '../../platform/access/access-rule.js';
import { CommandContextOf } from '../../platform/access/current-actor.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import type { Committed } from '../../platform/event-store/streams.js';
import { StrictRateLimit } from '../../platform/http/request/strict-rate-limit.js';
import { CommandAnswer } from '../../platform/http/versions/answer.js';
import { IfMatch } from '../../platform/http/versions/if-match.js';
import { toPence } from '../../platform/http/wire/money.dto.js';
import { ReferencePipe } from '../../platform/http/wire/reference.pipe.js';
import { AcceptLine } from '../commands/accept-line.js';
import { ApproveRecharge } from '../commands/approve-recharge.js';
import { CreditRecharge } from '../commands/credit-recharge.js';
import { IssueRecharge } from '../commands/issue-recharge.js';
import { PayRecharge } from '../commands/pay-recharge.js';
import { QueryLine } from '../commands/query-line.js';
import { RecalculateRecharge } from '../commands/recalculate-recharge.js';
import { RECHARGE_PREFIX, type Recharge } from '../commands/vocabulary.js';
import { WithdrawRecharge } from '../commands/withdraw-recharge.js';
import { RechargeReference, referenceOf } from './recharge-reference.answer.js';
import {
  CreditDto,
  documentOf,
  IssueDto,
  LineQueryDto,
  RechargePaymentDto,
  RechargeWithdrawalDto,
} from './recharge-requests.js';

const rechargeRef = () => Param('rechargeRef', new ReferencePipe(RECHARGE_PREFIX));
const line = () => Param('line', ParseIntPipe);

type Answer = Promise<CommandAnswer<Readonly<RechargeReference>>>;

/**
 * What is done with a recharge. Roles of both sides may call each route, because money can be owed in either direction;
 * the decision holds each step to the side that it belongs to.
 */
@ApiTags('Recharges')
@ApiOkResponse({ type: RechargeReference })
@RequiresRole('council-finance', 'nhs-finance')
@Controller('v1/recharges/:rechargeRef')
export class RechargeCommandsController {
  constructor(private readonly commands: CommandBus) {}

  @Post('recalculations')
  @ApiOperation({
    summary: 'Work a draft out anew from today’s facts; an approval lapses when the figures change',
  })
  recalculate(
    @rechargeRef() ref: string,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ): Answer {
    return this.send(new RecalculateRecharge(ref, ifRevision, context));
  }

  @Post('approvals')
  @RequiresRole('council-approver', 'nhs-approver')
  @ApiOperation({
    summary: 'Release a draft for issue; for an approver of the creditor who did not prepare it',
    description:
      'Whoever worked it out, or recorded a payment, a rate or another fact that it rests on, is refused under every role and account. So is a sum above the limit of the approver or of the agreement. Once a fact behind the sum is recorded afterwards, the approval has lapsed.',
  })
  approve(
    @rechargeRef() ref: string,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ): Answer {
    return this.send(new ApproveRecharge(ref, ifRevision, context));
  }

  // This and a payment hold a text against the names and birth dates of the case, which somebody could try one by one.
  @Post('issues')
  @StrictRateLimit()
  @ApiOperation({ summary: 'Issue an approved recharge; from here on the version never changes' })
  issue(
    @rechargeRef() ref: string,
    @Body() document: IssueDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ): Answer {
    return this.send(new IssueRecharge(ref, documentOf(document), ifRevision, context));
  }

  @Post('lines/:line/queries')
  @ApiOperation({ summary: 'Query a line; the others go on. For the body that owes' })
  queryLine(
    @rechargeRef() ref: string,
    @line() number: number,
    @Body() { reasonCode }: LineQueryDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ): Answer {
    return this.send(new QueryLine(ref, number, reasonCode, ifRevision, context));
  }

  @Post('lines/:line/acceptances')
  @ApiOperation({ summary: 'Accept a line. For the body that owes' })
  acceptLine(
    @rechargeRef() ref: string,
    @line() number: number,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ): Answer {
    return this.send(new AcceptLine(ref, number, ifRevision, context));
  }

  @Post('payments')
  @StrictRateLimit()
  @RequiresRole('nhs-finance', 'nhs-approver', 'council-finance', 'council-approver')
  @ApiOperation({
    summary: 'Record a payment of accepted lines, while others may be queried. For the body that owes',
  })
  pay(
    @rechargeRef() ref: string,
    @Body() { amount, paymentReference, paidOn }: RechargePaymentDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ): Answer {
    const payment = { paymentReference, paidOn, amountPence: toPence(amount) };
    return this.send(new PayRecharge(ref, payment, ifRevision, context));
  }

  @Post('credits')
  @RequiresRole('council-finance', 'council-approver', 'nhs-finance', 'nhs-approver')
  @ApiOperation({
    summary: 'Ask to take an issued recharge back, or agree to it as the second person. For the creditor',
    description:
      'The first request asks. The second, with the same reason, has to come from an approver who neither asked nor prepared the recharge, and takes the whole sum back.',
  })
  credit(
    @rechargeRef() ref: string,
    @Body() { reasonCode }: CreditDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ): Answer {
    return this.send(new CreditRecharge(ref, reasonCode, ifRevision, context));
  }

  @Post('withdrawal')
  @ApiOperation({ summary: 'Drop a recharge that was not issued' })
  withdraw(
    @rechargeRef() ref: string,
    @Body() { reasonCode }: RechargeWithdrawalDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ): Answer {
    return this.send(new WithdrawRecharge(ref, reasonCode, ifRevision, context));
  }

  private async send(command: object): Answer {
    const committed = await this.commands.execute<object, Committed<Recharge>>(command);
    return CommandAnswer.done(committed, referenceOf(committed));
  }
}
