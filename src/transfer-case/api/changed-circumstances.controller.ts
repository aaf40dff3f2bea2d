import { Body, Controller, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequiresRole } from '../../platform/access/access-rule.js';
import { CommandContextOf } from '../../platform/access/current-actor.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import { correcting } from '../../platform/http/wire/corrects.dto.js';
import { toPence } from '../../platform/http/wire/money.dto.js';
import { IfMatch } from '../../platform/http/versions/if-match.js';
import { AgreeInterimPayer } from '../commands/agree-interim-payer.js';
import { ChangeArea } from '../commands/change-area.js';
import { DeclineChc } from '../commands/decline-chc.js';
import { periodOfEntry } from './requests/period-of-entry.js';
import { RecordDeath } from '../commands/record-death.js';
import { RecordSuspension } from '../commands/record-suspension.js';
import { SetJointPackage } from '../commands/set-joint-package.js';
import { RetractDeath } from '../commands/retract-death.js';
import { CaseReferenceAnswer } from './answers/case-reference.answer.js';
import { CASE_PATH, CaseCommandsController, CaseRef, given } from './case-commands.controller.js';
import {
  AreaChangeDto,
  ChcRefusalDto,
  DeathDto,
  DeathRetractionDto,
  InterimPayerDto,
  JointPackageDto,
  SuspensionDto,
} from './requests/changed-circumstances.dto.js';

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
      new RecordDeath(
        caseRef,
        { diedOn, ...given('corrects', corrects?.eventId) },
        correcting(context, corrects),
        ifRevision,
      ),
    );
  }

  @Post('death-retractions')
  @RequiresRole('direct-payment-worker', 'phb-worker')
  @ApiOperation({ summary: 'Take back a death that was recorded in error: the case goes on as before' })
  retractDeath(
    @CaseRef() caseRef: string,
    @Body() { corrects }: DeathRetractionDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ) {
    const { eventId, reasonCode } = corrects;
    const terms = { corrects: eventId, reasonCode };
    return this.send(new RetractDeath(caseRef, terms, correcting(context, corrects), ifRevision));
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
    const terms = { declinedFrom, documentReference, ...given('corrects', corrects?.eventId) };
    return this.send(new DeclineChc(caseRef, terms, correcting(context, corrects), ifRevision));
  }

  @Post('joint-packages')
  @RequiresRole('council-finance')
  @ApiOperation({
    summary: 'Set how the cost of each day falls on the council and the NHS body from a day on',
    description: 'Only what the council pays and the NHS body is liable for is recharged.',
  })
  setJointPackage(
    @CaseRef() caseRef: string,
    @Body() { from, parts, remainder, corrects }: JointPackageDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ) {
    const stated = parts.map(({ part, share, weekly }) => ({
      part,
      ...given('share', share),
      ...given('weeklyPence', weekly && toPence(weekly)),
    }));
    const terms = { from, parts: stated, remainder, ...given('corrects', corrects?.eventId) };
    return this.send(new SetJointPackage(caseRef, terms, correcting(context, corrects), ifRevision));
  }

  @Post('suspensions')
  @RequiresRole('direct-payment-worker', 'council-finance')
  @ApiOperation({ summary: 'Record that care at home was interrupted, and what the council paid meanwhile' })
  recordSuspension(
    @CaseRef() caseRef: string,
    @Body() { from, lastDay, reason, paid, weekly, corrects }: SuspensionDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ) {
    const terms = {
      ...periodOfEntry(from, lastDay),
      reason,
      paid,
      ...given('weeklyPence', weekly && toPence(weekly)),
      ...given('corrects', corrects?.eventId),
    };
    return this.send(new RecordSuspension(caseRef, terms, correcting(context, corrects), ifRevision));
  }

  @Post('area-changes')
  @RequiresRole('direct-payment-worker', 'phb-worker')
  @ApiOperation({
    summary: 'Name another NHS body that is responsible from a day on',
    description: 'Each body owes for its own days, so the case then has a recharge for each of them.',
  })
  changeArea(
    @CaseRef() caseRef: string,
    @Body() { from, nhsBody, reason, documentReference, corrects }: AreaChangeDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ) {
    const terms = { from, nhsBody, reason, documentReference, ...given('corrects', corrects?.eventId) };
    return this.send(new ChangeArea(caseRef, terms, correcting(context, corrects), ifRevision));
  }

  @Post('interim-payer')
  @RequiresRole('direct-payment-worker', 'phb-worker')
  @ApiOperation({
    summary: 'Name the NHS body that pays while it is disputed which one is responsible',
    description: 'The days in dispute are in no recharge until an area change settles it.',
  })
  agreeInterimPayer(
    @CaseRef() caseRef: string,
    @Body() { from, interimPayer, documentReference, corrects }: InterimPayerDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ) {
    const terms = { from, interimPayer, documentReference, ...given('corrects', corrects?.eventId) };
    return this.send(new AgreeInterimPayer(caseRef, terms, correcting(context, corrects), ifRevision));
  }
}
