import { Body, Controller, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequiresRole } from '../../platform/access/access-rule.js';
import { CommandContextOf } from '../../platform/access/current-actor.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import { correcting } from '../../platform/http/wire/corrects.dto.js';
import { IfMatch } from '../../platform/http/versions/if-match.js';
import { toPence } from '../../platform/http/wire/money.dto.js';
import { ChangeAgreement } from '../commands/change-agreement.js';
import { ExtendBridging } from '../commands/extend-bridging.js';
import { OpenBridging } from '../commands/open-bridging.js';
import { RecordContributionReceipt } from '../commands/record-contribution-receipt.js';
import { RecordPayment } from '../commands/record-payment.js';
import { SetAwardRate } from '../commands/set-award-rate.js';
import { SetContribution } from '../commands/set-contribution.js';
import { CaseReferenceAnswer } from './answers/case-reference.answer.js';
import { CASE_PATH, CaseCommandsController, CaseRef, given } from './case-commands.controller.js';
import { periodOfEntry } from './requests/period-of-entry.js';
import {
  AgreementChangeDto,
  AwardRateDto,
  BridgingDto,
  BridgingExtensionDto,
  ContributionDto,
  ContributionReceiptDto,
  PaymentDto,
} from './requests/funding.dto.js';

/** What is paid, by whom and for which days. */
@ApiTags('Transfer cases: funding')
@ApiOkResponse({ type: CaseReferenceAnswer })
@Controller(CASE_PATH)
export class FundingController extends CaseCommandsController {
  @Post('bridging')
  @RequiresRole('direct-payment-worker')
  @ApiOperation({ summary: 'Open bridging under the agreement in force' })
  openBridging(
    @CaseRef() caseRef: string,
    @Body() { openedOn }: BridgingDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ) {
    return this.send(new OpenBridging(caseRef, { openedOn }, context, ifRevision));
  }

  @Post('agreement-changes')
  @RequiresRole('council-finance', 'council-approver', 'nhs-finance', 'nhs-approver')
  @ApiOperation({
    summary: 'Sign for your body that the case keeps another version of the agreement',
    description:
      'A case keeps the version in force when liability starts, unless both bodies sign to change it, a different person for each. What was issued stays as it is.',
  })
  changeAgreement(
    @CaseRef() caseRef: string,
    @Body() { agreementId, version, reasonCode }: AgreementChangeDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ) {
    return this.send(new ChangeAgreement(caseRef, { agreementId, version, reasonCode }, context, ifRevision));
  }

  @Post('bridging-extensions')
  @RequiresRole('council-approver', 'nhs-approver')
  @ApiOperation({
    summary: 'Approve a later bridging review',
    description: 'Payments go on with or without it.',
  })
  extendBridging(
    @CaseRef() caseRef: string,
    @Body() { until, reasonCode, approvedOn }: BridgingExtensionDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ) {
    const terms = { ...given('until', until), reasonCode, approvedOn };
    return this.send(new ExtendBridging(caseRef, terms, context, ifRevision));
  }

  @Post('award-rates')
  @RequiresRole('council-finance')
  @ApiOperation({ summary: 'Set the gross weekly direct payment from a day on' })
  setAwardRate(
    @CaseRef() caseRef: string,
    @Body() { from, weeklyGross, corrects }: AwardRateDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ) {
    const terms = { from, weeklyPence: toPence(weeklyGross), ...given('corrects', corrects?.eventId) };
    return this.send(new SetAwardRate(caseRef, terms, correcting(context, corrects), ifRevision));
  }

  @Post('contributions')
  @RequiresRole('council-finance')
  @ApiOperation({ summary: 'Set what the person pays each week from a day on' })
  setContribution(
    @CaseRef() caseRef: string,
    @Body() { from, weekly, corrects }: ContributionDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ) {
    const terms = { from, weeklyPence: toPence(weekly), ...given('corrects', corrects?.eventId) };
    return this.send(new SetContribution(caseRef, terms, correcting(context, corrects), ifRevision));
  }

  @Post('payments')
  @RequiresRole('council-finance', 'nhs-finance')
  @ApiOperation({ summary: 'Record a payment of your own body, or take one back' })
  recordPayment(
    @CaseRef() caseRef: string,
    @Body() { paymentReference: reference, paidOn, from, lastDay, amount, reverses }: PaymentDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ) {
    const days = periodOfEntry(from, lastDay);
    const amountPence = toPence(amount);
    const terms = { reference, paidOn, ...days, amountPence, ...given('reverses', reverses) };
    return this.send(new RecordPayment(caseRef, terms, context, ifRevision));
  }

  @Post('contribution-receipts')
  @RequiresRole('council-finance')
  @ApiOperation({ summary: 'Record a contribution that the person really paid' })
  recordContributionReceipt(
    @CaseRef() caseRef: string,
    @Body() { receiptReference: reference, receivedOn, from, lastDay, amount }: ContributionReceiptDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ) {
    const days = periodOfEntry(from, lastDay);
    const terms = { reference, paidOn: receivedOn, ...days, amountPence: toPence(amount) };
    return this.send(new RecordContributionReceipt(caseRef, terms, context, ifRevision));
  }
}
