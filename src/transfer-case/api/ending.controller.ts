import { Body, Controller, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequiresRole } from '../../platform/access/access-rule.js';
import { CommandContextOf } from '../../platform/access/current-actor.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import { correcting } from '../../platform/http/wire/corrects.dto.js';
import { IfMatch } from '../../platform/http/versions/if-match.js';
import { ChooseBudgetForm } from '../commands/choose-budget-form.js';
import { ReopenCase } from '../commands/reopen-case.js';
import { CompleteTransfer } from '../commands/complete-transfer.js';
import { StartPhbCover } from '../commands/start-phb-cover.js';
import { StopDirectPayment } from '../commands/stop-direct-payment.js';
import { WithdrawTransfer } from '../commands/withdraw.js';
import { CaseReferenceAnswer } from './answers/case-reference.answer.js';
import { CASE_PATH, CaseCommandsController, CaseRef, given } from './case-commands.controller.js';
import {
  BudgetFormDto,
  CompletionDto,
  DirectPaymentStopDto,
  PhbCoverDto,
  ReopeningDto,
  WithdrawalDto,
} from './requests/ending.dto.js';

/** The change from one funder to the other, and the end of the case. */
@ApiTags('Transfer cases: ending')
@ApiOkResponse({ type: CaseReferenceAnswer })
@Controller(CASE_PATH)
export class EndingController extends CaseCommandsController {
  @Post('phb-cover')
  @RequiresRole('phb-worker')
  @ApiOperation({ summary: 'Confirm from which day the personal health budget covers the person' })
  startCover(
    @CaseRef() caseRef: string,
    @Body() { startsOn, withoutPrejudice = false, corrects }: PhbCoverDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ) {
    const terms = { startsOn, withoutPrejudice, ...given('corrects', corrects?.eventId) };
    return this.send(new StartPhbCover(caseRef, terms, correcting(context, corrects), ifRevision));
  }

  @Post('direct-payment-stop')
  @RequiresRole('direct-payment-worker')
  @ApiOperation({ summary: 'Say which day the direct payment covers last' })
  stop(
    @CaseRef() caseRef: string,
    @Body() { lastDayCovered, corrects }: DirectPaymentStopDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ) {
    const terms = { lastDayCovered, ...given('corrects', corrects?.eventId) };
    return this.send(new StopDirectPayment(caseRef, terms, correcting(context, corrects), ifRevision));
  }

  @Post('completion')
  @RequiresRole('direct-payment-worker', 'phb-worker')
  @ApiOperation({ summary: 'Complete the transfer: each item is true, or waived by you for a reason' })
  complete(
    @CaseRef() caseRef: string,
    @Body() { completedOn, items }: CompletionDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ) {
    const list = items.map(({ item, waivedFor }) => ({ item, ...given('waivedFor', waivedFor) }));
    return this.send(new CompleteTransfer(caseRef, { completedOn, items: list }, context, ifRevision));
  }

  @Post('budget-form')
  @RequiresRole('phb-worker')
  @ApiOperation({
    summary: 'Record how the person wants the personal health budget to be held',
    description: 'In any form but a direct payment the PAs may be redundant: the liabilities warn of it.',
  })
  chooseForm(
    @CaseRef() caseRef: string,
    @Body() { form, from, documentReference, corrects }: BudgetFormDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ) {
    const terms = { form, from, documentReference, ...given('corrects', corrects?.eventId) };
    return this.send(new ChooseBudgetForm(caseRef, terms, correcting(context, corrects), ifRevision));
  }

  @Post('reopenings')
  @RequiresRole('direct-payment-worker', 'phb-worker')
  @ApiOperation({
    summary: 'Ask to reopen a case that was complete or withdrawn, or agree to it as the second person',
    description:
      'The first request asks; the second, with the same reason and document, has to come from somebody else, and then the case goes on where it stood. A recharge that was issued stays: credit it, and make a new version once the case is complete again.',
  })
  reopen(
    @CaseRef() caseRef: string,
    @Body() terms: ReopeningDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ) {
    const { reopenedOn, reasonCode, documentReference } = terms;
    const reopening = { reopenedOn, reasonCode, documentReference };
    return this.send(new ReopenCase(caseRef, reopening, context, ifRevision));
  }

  @Post('withdrawal')
  @RequiresRole('direct-payment-worker', 'phb-worker')
  @ApiOperation({ summary: 'Withdraw a transfer that will not happen' })
  withdraw(
    @CaseRef() caseRef: string,
    @Body() { withdrawnOn, reasonCode }: WithdrawalDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ) {
    return this.send(new WithdrawTransfer(caseRef, { withdrawnOn, reasonCode }, context, ifRevision));
  }
}
