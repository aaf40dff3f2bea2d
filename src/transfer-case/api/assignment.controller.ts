import { Body, Controller, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequiresRole } from '../../platform/access/access-rule.js';
import { CommandContextOf } from '../../platform/access/current-actor.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import { IfMatch } from '../../platform/http/versions/if-match.js';
import { AssignCase, UnassignCase } from '../commands/assign-case.js';
import { CaseReferenceAnswer } from './answers/case-reference.answer.js';
import { CASE_PATH, CaseCommandsController, CaseRef, given } from './case-commands.controller.js';
import { AssignmentDto, AssignmentEndDto } from './requests/assignment.dto.js';

/** Who works a case. Each body says it of its own staff. */
@ApiTags('Transfer cases: who works them')
@RequiresRole('direct-payment-worker', 'phb-worker')
@ApiOkResponse({ type: CaseReferenceAnswer })
@Controller(CASE_PATH)
export class AssignmentController extends CaseCommandsController {
  @Post('assignments')
  @ApiOperation({
    summary: 'Give the case to somebody of your body who works cases',
    description:
      'To yourself, unless you name a colleague of GET /v1/colleagues. The other body sees who it is.',
  })
  assign(
    @CaseRef() caseRef: string,
    @Body() { assignee, reason }: AssignmentDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ) {
    const terms = { assignee: assignee ?? context.actor.id, ...given('reason', reason) };
    return this.send(new AssignCase(caseRef, terms, context, ifRevision));
  }

  @Post('assignment-ends')
  @ApiOperation({ summary: 'Leave nobody of your body with the case, until it is given to somebody again' })
  unassign(
    @CaseRef() caseRef: string,
    @Body() { reason }: AssignmentEndDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ) {
    return this.send(new UnassignCase(caseRef, { reason }, context, ifRevision));
  }
}
