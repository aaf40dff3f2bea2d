import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../kernel/event.js';
import { record, text } from '../../kernel/shape.js';
import { RequiresRole } from '../../platform/access/access-rule.js';
import { CommandContextOf, CurrentActor } from '../../platform/access/current-actor.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import { decodeCursor, encodeCursor } from '../../platform/http/paging/cursor.js';
import { AnswersPageOf } from '../../platform/http/paging/describe-page.js';
import { PageAnswer } from '../../platform/http/paging/page-answer.js';
import { PageQuery } from '../../platform/http/paging/page-query.dto.js';
import { RetentionListing } from '../commands/retention-listing.js';
import { RetentionPolicies } from '../records/retention-policies.js';
import { DuePersonAnswer, policyAnswer, RetentionPolicyAnswer, RetentionPolicyDto } from './retention.dto.js';

const place = record({ after: text });

/** How long an organisation keeps people's details, and whose need be kept no longer. */
@ApiTags('People')
@RequiresRole('administrator', 'auditor')
@Controller('v1/retention')
export class RetentionController {
  constructor(
    private readonly listing: RetentionListing,
    private readonly policies: RetentionPolicies,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Show how your organisation keeps people’s details' })
  @ApiOkResponse({ type: RetentionPolicyAnswer })
  async show(@CurrentActor() { organisation }: Actor): Promise<Readonly<RetentionPolicyAnswer>> {
    return policyAnswer(await this.policies.of(organisation));
  }

  @Post()
  @RequiresRole('administrator')
  @ApiOperation({
    summary: 'Choose how your organisation keeps people’s details, and whether what falls due is listed',
    description:
      'The list is made by the worker within a minute, and then each day. Nothing is ever removed by it.',
  })
  @ApiCreatedResponse({ type: RetentionPolicyAnswer })
  async choose(
    @Body() policy: RetentionPolicyDto,
    @CommandContextOf() context: CommandContext,
  ): Promise<Readonly<RetentionPolicyAnswer>> {
    return policyAnswer(await this.listing.choose(policy, context));
  }

  @Get('due')
  @ApiOperation({
    summary: 'List the people whose details need be kept no longer, as they were listed last',
    description:
      'Empty while no list is wanted. Whoever is in a case that goes on is on none. Request a removal for each; somebody else approves it.',
  })
  @AnswersPageOf(DuePersonAnswer)
  async due(
    @Query() { limit, cursor }: PageQuery,
    @CurrentActor() { organisation }: Actor,
  ): Promise<PageAnswer<Readonly<DuePersonAnswer>>> {
    const after = cursor === undefined ? undefined : decodeCursor(cursor, place).after;
    const found = await this.policies.listDue(organisation, limit + 1, after);
    return PageAnswer.of(found, limit, ({ personId }) => encodeCursor({ after: personId }));
  }
}
