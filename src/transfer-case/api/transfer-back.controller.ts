import { Body, Controller, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequiresRole } from '../../platform/access/access-rule.js';
import { CommandContextOf } from '../../platform/access/current-actor.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import { correcting } from '../../platform/http/wire/corrects.dto.js';
import { IfMatch } from '../../platform/http/versions/if-match.js';
import { toPence } from '../../platform/http/wire/money.dto.js';
import { OverturnEligibility } from '../commands/overturn-eligibility.js';
import { RecordEligibilityLoss } from '../commands/record-eligibility-loss.js';
import { SetCouncilBudget } from '../commands/set-council-budget.js';
import { SetPhbRate } from '../commands/set-phb-rate.js';
import { StartCouncilCover } from '../commands/start-council-cover.js';
import { CaseReferenceAnswer } from './answers/case-reference.answer.js';
import { CASE_PATH, CaseCommandsController, CaseRef, given } from './case-commands.controller.js';
import {
  CouncilBudgetDto,
  CouncilCoverDto,
  EligibilityLossDto,
  EligibilityOverturnedDto,
  PhbRateDto,
} from './requests/transfer-back.dto.js';

/** The end of eligibility, and the way back from the NHS body to the council. */
@ApiTags('Transfer cases: transfer back')
@ApiOkResponse({ type: CaseReferenceAnswer })
@Controller(CASE_PATH)
export class TransferBackController extends CaseCommandsController {
  @Post('eligibility-loss')
  @RequiresRole('phb-worker')
  @ApiOperation({
    summary: 'Record that the person is not eligible any more',
    description:
      'The NHS body pays through the notice of the local agreement; what it pays after that is owed by the council.',
  })
  loseEligibility(
    @CaseRef() caseRef: string,
    @Body() { decidedOn, notifiedOn, corrects }: EligibilityLossDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ) {
    const terms = { decidedOn, notifiedOn, ...given('corrects', corrects?.eventId) };
    return this.send(new RecordEligibilityLoss(caseRef, terms, correcting(context, corrects), ifRevision));
  }

  @Post('eligibility-overturned')
  @RequiresRole('phb-worker')
  @ApiOperation({
    summary: 'Record that the decision of eligibility was overturned',
    description: 'Liability ends with the stated day, without notice.',
  })
  overturnEligibility(
    @CaseRef() caseRef: string,
    @Body() { decidedOn, lastDayLiable, documentReference, corrects }: EligibilityOverturnedDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ) {
    const terms = { decidedOn, lastDayLiable, documentReference, ...given('corrects', corrects?.eventId) };
    return this.send(new OverturnEligibility(caseRef, terms, correcting(context, corrects), ifRevision));
  }

  @Post('council-budgets')
  @RequiresRole('council-finance')
  @ApiOperation({ summary: 'Set what the council assesses the budget at from a day on' })
  setCouncilBudget(
    @CaseRef() caseRef: string,
    @Body() { from, weekly, corrects }: CouncilBudgetDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ) {
    const terms = { from, weeklyPence: toPence(weekly), ...given('corrects', corrects?.eventId) };
    return this.send(new SetCouncilBudget(caseRef, terms, correcting(context, corrects), ifRevision));
  }

  @Post('phb-rates')
  @RequiresRole('nhs-finance')
  @ApiOperation({ summary: 'Set what the personal health budget pays a week from a day on' })
  setPhbRate(
    @CaseRef() caseRef: string,
    @Body() { from, weekly, corrects }: PhbRateDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ) {
    const terms = { from, weeklyPence: toPence(weekly), ...given('corrects', corrects?.eventId) };
    return this.send(new SetPhbRate(caseRef, terms, correcting(context, corrects), ifRevision));
  }

  @Post('council-cover')
  @RequiresRole('direct-payment-worker')
  @ApiOperation({ summary: 'Say from which day the council covers the person again' })
  startCouncilCover(
    @CaseRef() caseRef: string,
    @Body() { startsOn, corrects }: CouncilCoverDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ) {
    const terms = { startsOn, ...given('corrects', corrects?.eventId) };
    return this.send(new StartCouncilCover(caseRef, terms, correcting(context, corrects), ifRevision));
  }
}
