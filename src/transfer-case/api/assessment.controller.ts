import { Body, Controller, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequiresRole } from '../../platform/access/access-rule.js';
import { CommandContextOf } from '../../platform/access/current-actor.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import { correcting } from '../../platform/http/wire/corrects.dto.js';
import { IfMatch } from '../../platform/http/versions/if-match.js';
import { AcknowledgeAlert } from '../commands/acknowledge-alert.js';
import { AgreeLiabilityDate } from '../commands/agree-liability-date.js';
import { ClassifyDelay } from '../commands/classify-delay.js';
import { DecideEligibility } from '../commands/decide-eligibility.js';
import { RecordChecklist } from '../commands/record-checklist.js';
import { RecordFastTrack } from '../commands/record-fast-track.js';
import { ReviseDecision } from '../commands/revise-decision.js';
import { CaseReferenceAnswer } from './answers/case-reference.answer.js';
import { CASE_PATH, CaseCommandsController, CaseRef, given } from './case-commands.controller.js';
import { AcknowledgementDto } from './requests/alert.dto.js';
import {
  ChecklistDto,
  DecisionRevisionDto,
  DelayDto,
  EligibilityDecisionDto,
  FastTrackDto,
  LiabilityAgreementDto,
} from './requests/assessment.dto.js';

/** What leads to the day from which the NHS body is liable. */
@ApiTags('Transfer cases: assessment')
@ApiOkResponse({ type: CaseReferenceAnswer })
@Controller(CASE_PATH)
export class AssessmentController extends CaseCommandsController {
  @Post('acknowledgements')
  @RequiresRole('phb-worker')
  @ApiOperation({ summary: 'Acknowledge the alert and name the person of the NHS body for the case' })
  acknowledge(
    @CaseRef() caseRef: string,
    @Body() { acknowledgedOn, counterpart }: AcknowledgementDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ) {
    const terms = { acknowledgedOn, counterpart: counterpart ?? context.actor.id };
    return this.send(new AcknowledgeAlert(caseRef, terms, context, ifRevision));
  }

  @Post('checklists')
  @RequiresRole('phb-worker', 'direct-payment-worker')
  @ApiOperation({ summary: 'Record when the completed checklist reached the NHS body' })
  checklist(
    @CaseRef() caseRef: string,
    @Body() { completedOn, receivedOn, corrects }: ChecklistDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ) {
    const terms = { completedOn, receivedOn, ...given('corrects', corrects?.eventId) };
    return this.send(new RecordChecklist(caseRef, terms, correcting(context, corrects), ifRevision));
  }

  @Post('fast-tracks')
  @RequiresRole('phb-worker', 'direct-payment-worker')
  @ApiOperation({ summary: 'Record when the Fast Track tool reached the NHS body' })
  fastTrack(
    @CaseRef() caseRef: string,
    @Body() { receivedOn, corrects }: FastTrackDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ) {
    const terms = { receivedOn, ...given('corrects', corrects?.eventId) };
    return this.send(new RecordFastTrack(caseRef, terms, correcting(context, corrects), ifRevision));
  }

  @Post('eligibility-decisions')
  @RequiresRole('phb-worker')
  @ApiOperation({ summary: 'Record what the NHS body decided' })
  decide(
    @CaseRef() caseRef: string,
    @Body() { outcome, decidedOn, notifiedOn, effectiveOn, delay, corrects }: EligibilityDecisionDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ) {
    const terms = {
      outcome,
      decidedOn,
      notifiedOn,
      ...given('effectiveOn', effectiveOn),
      ...given('delay', delay && delayTerms(delay)),
      ...given('corrects', corrects?.eventId),
    };
    return this.send(new DecideEligibility(caseRef, terms, correcting(context, corrects), ifRevision));
  }

  @Post('decision-revisions')
  @RequiresRole('phb-worker')
  @ApiOperation({ summary: 'Record that a decision of not eligible was revised after a challenge' })
  revise(
    @CaseRef() caseRef: string,
    @Body() { originalDecidedOn, revisedOn, notifiedOn, corrects }: DecisionRevisionDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ) {
    const terms = { originalDecidedOn, revisedOn, notifiedOn, ...given('corrects', corrects?.eventId) };
    return this.send(new ReviseDecision(caseRef, terms, correcting(context, corrects), ifRevision));
  }

  @Post('delay-classifications')
  @RequiresRole('phb-worker')
  @ApiOperation({ summary: 'Say whether a decision later than 28 days was justified' })
  classifyDelay(
    @CaseRef() caseRef: string,
    @Body() body: DelayDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ) {
    return this.send(new ClassifyDelay(caseRef, delayTerms(body), context, ifRevision));
  }

  @Post('liability-agreements')
  @RequiresRole('council-finance', 'council-approver', 'nhs-finance', 'nhs-approver')
  @ApiOperation({ summary: 'Record the day of liability that the parties agreed or a court found' })
  agreeLiability(
    @CaseRef() caseRef: string,
    @Body() { startsOn, documentReference, agreedOn }: LiabilityAgreementDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ) {
    const terms = { startsOn, documentReference, agreedOn };
    return this.send(new AgreeLiabilityDate(caseRef, terms, context, ifRevision));
  }
}

function delayTerms({ delay, reasonCode, decidedBy }: DelayDto) {
  return { delay, reasonCode, decidedBy };
}
