import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../kernel/event.js';
import { RequiresRole } from '../../platform/access/access-rule.js';
import { CommandContextOf, CurrentActor } from '../../platform/access/current-actor.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import { RefusedByRules } from '../../platform/http/openapi/refused-by-rules.js';
import { ReferencePipe } from '../../platform/http/wire/reference.pipe.js';
import { ERASURE_PREFIX, Erasures } from '../commands/erasures.js';
import { PERSON_PREFIX } from '../commands/person-id.js';
import {
  erasureAnswer,
  ErasureGroundsDto,
  ErasurePreviewAnswer,
  ErasureRequestAnswer,
  ErasureRequestDto,
  LegalHoldAnswer,
  LegalHoldDto,
} from './erasures.dto.js';

const personId = () => Param('personId', new ReferencePipe(PERSON_PREFIX));
const requestId = () => Param('requestId', new ReferencePipe(ERASURE_PREFIX));

/** The removal of a person's details for good, by two people and after a wait. No figure depends on them. */
@ApiTags('People')
@RequiresRole('administrator')
@Controller('v1/people/:personId')
export class ErasuresController {
  constructor(private readonly erasures: Erasures) {}

  @Get('erasure-preview')
  @ApiOperation({ summary: 'Show what a removal would do and what stands against it, without doing it' })
  @RefusedByRules('The details were removed before.')
  @ApiOkResponse({ type: ErasurePreviewAnswer })
  async preview(
    @personId() id: string,
    @Query() grounds: ErasureGroundsDto,
    @CurrentActor() { organisation }: Actor,
  ): Promise<Readonly<ErasurePreviewAnswer>> {
    return this.erasures.preview(organisation, id, grounds);
  }

  @Post('erasure-requests')
  @ApiOperation({
    summary: 'Request the removal of a person’s details',
    description: 'Somebody else approves it. Seven days later the worker carries it out.',
  })
  @ApiCreatedResponse({ type: ErasureRequestAnswer })
  async request(
    @personId() id: string,
    @Body() given: ErasureRequestDto,
    @CommandContextOf() context: CommandContext,
  ): Promise<Readonly<ErasureRequestAnswer>> {
    return erasureAnswer(await this.erasures.request(id, given, context));
  }

  @Get('erasure-requests')
  @RequiresRole('administrator', 'council-approver', 'nhs-approver', 'auditor')
  @ApiOperation({ summary: 'List the requests for the removal of a person’s details, the newest first' })
  @ApiOkResponse({ type: [ErasureRequestAnswer] })
  async list(
    @personId() id: string,
    @CurrentActor() { organisation }: Actor,
  ): Promise<readonly Readonly<ErasureRequestAnswer>[]> {
    const requests = await this.erasures.list(organisation, id);
    const keyHash = await this.erasures.keyHash(organisation, id);
    return requests.map((request) => erasureAnswer(request, keyHash));
  }

  @Post('erasure-requests/:requestId/approvals')
  @RequiresRole('administrator', 'council-approver', 'nhs-approver')
  @ApiOperation({ summary: 'Approve the removal that somebody else requested' })
  @ApiCreatedResponse({ type: ErasureRequestAnswer })
  async approve(
    @personId() id: string,
    @requestId() request: string,
    @CommandContextOf() context: CommandContext,
  ): Promise<Readonly<ErasureRequestAnswer>> {
    return erasureAnswer(await this.erasures.approve(id, request, context));
  }

  @Post('erasure-requests/:requestId/withdrawals')
  @RequiresRole('administrator', 'council-approver', 'nhs-approver')
  @ApiOperation({ summary: 'Withdraw a removal before it is carried out' })
  @ApiCreatedResponse({ type: ErasureRequestAnswer })
  async withdraw(
    @personId() id: string,
    @requestId() request: string,
    @CommandContextOf() context: CommandContext,
  ): Promise<Readonly<ErasureRequestAnswer>> {
    return erasureAnswer(await this.erasures.withdraw(id, request, context));
  }

  @Post('legal-hold')
  @ApiOperation({ summary: 'Put a legal hold on a person’s details, or lift it' })
  @ApiCreatedResponse({ type: LegalHoldAnswer })
  async hold(
    @personId() id: string,
    @Body() { held }: LegalHoldDto,
    @CommandContextOf() context: CommandContext,
  ): Promise<Readonly<LegalHoldAnswer>> {
    await this.erasures.hold(id, held, context);
    return { personId: id, held };
  }
}
