import { Body, Controller, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequiresRole } from '../../platform/access/access-rule.js';
import { CommandContextOf } from '../../platform/access/current-actor.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import { IfMatch } from '../../platform/http/versions/if-match.js';
import { DeclineChc } from '../commands/decline-chc.js';
import { RecordDeath } from '../commands/record-death.js';
import { RetractDeath } from '../commands/retract-death.js';
import { CaseReferenceAnswer } from './answers/case-reference.answer.js';
import { CASE_PATH, CaseCommandsController, CaseRef, given } from './case-commands.controller.js';
import { ChcRefusalDto, DeathDto, DeathRetractionDto } from './requests/changed-circumstances.dto.js';

/** What happens to the person while the move goes on, and changes who is liable for which days. */
@ApiTags('Transfer cases: changed circumstances')
@ApiOkResponse({ type: CaseReferenceAnswer })
@Controller(CASE_PATH)
export class ChangedCircumstancesController extends CaseCommandsController {
  @Post('death')
  @RequiresRole('direct-payment-worker', 'phb-worker')
  @ApiOperation({
    summary: 'Record the day on which the person died',
    description:
      'Liability ends with that day. What was paid for later days is reclaimed and never recharged.',
  })
  recordDeath(
    @CaseRef() caseRef: string,
    @Body() { diedOn, corrects }: DeathDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ) {
    return this.send(
      new RecordDeath(caseRef, { diedOn, ...given('corrects', corrects) }, context, ifRevision),
    );
  }

  @Post('death-retractions')
  @RequiresRole('direct-payment-worker', 'phb-worker')
  @ApiOperation({ summary: 'Take back a death that was recorded in error: the case goes on as before' })
  retractDeath(
    @CaseRef() caseRef: string,
    @Body() { corrects, reasonCode }: DeathRetractionDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ) {
    return this.send(new RetractDeath(caseRef, { corrects, reasonCode }, context, ifRevision));
  }

  @Post('chc-refusal')
  @RequiresRole('phb-worker')
  @ApiOperation({ summary: 'Record that the person declines NHS Continuing Healthcare from a day on' })
  declineChc(
    @CaseRef() caseRef: string,
    @Body() { declinedFrom, documentReference, corrects }: ChcRefusalDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ) {
    const terms = { declinedFrom, documentReference, ...given('corrects', corrects) };
    return this.send(new DeclineChc(caseRef, terms, context, ifRevision));
  }
}
