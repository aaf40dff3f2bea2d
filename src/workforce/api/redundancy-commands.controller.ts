import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequiresRole } from '../../platform/access/access-rule.js';
import { CommandContextOf } from '../../platform/access/current-actor.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import type { Committed } from '../../platform/event-store/streams.js';
import type { CommandAnswer } from '../../platform/http/versions/answer.js';
import { IfMatch } from '../../platform/http/versions/if-match.js';
import { toPence } from '../../platform/http/wire/money.dto.js';
import { AssessRedundancy } from '../commands/assess-redundancy.js';
import { ShareRedundancy } from '../commands/share-redundancy.js';
import { UpdateInsuranceClaim } from '../commands/update-insurance-claim.js';
import type { Employment } from '../commands/vocabulary.js';
import { EmploymentReference } from './employment-answers.js';
import { answerOf, EmploymentId } from './employment-reference.js';
import { assessmentTermsOf } from './assessment-terms-of.js';
import { InsuranceClaimDto, RedundancyAssessmentDto, RedundancyShareDto } from './redundancy-requests.js';

type Answer = Promise<CommandAnswer<Readonly<EmploymentReference>>>;

/** What a redundancy costs and who bears it. Each step is decided on the version of the employment that the caller saw. */
@ApiTags('Redundancy')
@Controller('v1/employments/:employmentId')
export class RedundancyCommandsController {
  constructor(private readonly commands: CommandBus) {}

  @Post('insurance-claims')
  @RequiresRole('direct-payment-worker', 'phb-worker', 'council-finance', 'nhs-finance')
  @ApiOperation({ summary: 'Record where the claim on the employer’s insurance stands' })
  @ApiCreatedResponse({ type: EmploymentReference })
  async updateClaim(
    @EmploymentId() employmentId: string,
    @Body() { updatedOn, claim, amount, reasonCode }: InsuranceClaimDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ): Answer {
    const news = {
      claim,
      ...(amount !== undefined && { amountPence: toPence(amount) }),
      ...(reasonCode !== undefined && { reasonCode }),
    };
    return this.answer(new UpdateInsuranceClaim({ employmentId, ifRevision }, news, updatedOn, context));
  }

  @Post('redundancy-assessments')
  @RequiresRole('direct-payment-worker', 'phb-worker', 'council-finance', 'nhs-finance')
  @ApiOperation({
    summary: 'Work out the statutory redundancy payment',
    description:
      'The date of birth is used for the age bands and is not recorded. What the rules leave to an adviser is recorded as referred, with the figure of each reading; send the assessment again with the ruling.',
  })
  @ApiCreatedResponse({ type: EmploymentReference })
  async assess(
    @EmploymentId() employmentId: string,
    @Body() stated: RedundancyAssessmentDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ): Answer {
    const terms = assessmentTermsOf(stated);
    return this.answer(new AssessRedundancy({ employmentId, ifRevision }, terms, context));
  }

  @Post('redundancy-shares')
  @RequiresRole('council-finance', 'council-approver', 'nhs-finance', 'nhs-approver')
  @ApiOperation({
    summary: 'Record that the parties share the redundancy, interim or finally',
    description:
      'The shares are worked out from the employment and its case; no split is final while an insurance claim is pending.',
  })
  @ApiCreatedResponse({ type: EmploymentReference })
  async share(
    @EmploymentId() employmentId: string,
    @Body() { kind, reference, sharedOn }: RedundancyShareDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ): Answer {
    const approval = { kind, reference, sharedOn };
    return this.answer(new ShareRedundancy({ employmentId, ifRevision }, approval, context));
  }

  private async answer(command: object): Answer {
    return answerOf(await this.commands.execute<object, Committed<Employment>>(command));
  }
}
