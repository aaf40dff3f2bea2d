import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../kernel/event.js';
import { record, text } from '../../kernel/shape.js';
import { RequiresRole } from '../../platform/access/access-rule.js';
import { CommandContextOf, CurrentActor } from '../../platform/access/current-actor.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import type { Committed } from '../../platform/event-store/streams.js';
import { decodeCursor, encodeCursor } from '../../platform/http/paging/cursor.js';
import { AnswersPageOf } from '../../platform/http/paging/describe-page.js';
import { PageAnswer } from '../../platform/http/paging/page-answer.js';
import { CommandAnswer, ReadAnswer } from '../../platform/http/versions/answer.js';
import { IfMatch } from '../../platform/http/versions/if-match.js';
import { ReferencePipe } from '../../platform/http/wire/reference.pipe.js';
import { ClocksQuery, THEN } from '../../platform/http/wire/clocks.js';
import { PastReads } from '../../platform/past/past-reads.js';
import { DraftAgreement } from '../commands/draft-agreement.js';
import { DraftVersion } from '../commands/draft-version.js';
import { SignVersion } from '../commands/sign-version.js';
import {
  AGREEMENT_PREFIX,
  OPTION_DESCRIPTIONS,
  type Agreement,
  type AgreementOptions,
  type OptionDescription,
  type ProposedTerms,
} from '../commands/vocabulary.js';
import { agreementsProjection, AgreementsQuery } from '../projections/agreements/agreements.query.js';
import {
  agreementAnswer,
  AgreementAnswer,
  AgreementReference,
  agreementThen,
  summaryOf,
  AgreementSummary,
  versionAnswer,
  VersionAnswer,
} from './agreement-answers.js';
import { OptionDescriptionAnswer } from './option-description.answer.js';
import { AgreementsQueryDto, DraftAgreementDto, SignatureDto, TermsDto } from './agreement-requests.js';

interface Terms extends Pick<ProposedTerms, 'legalVehicle' | 'inForceFrom'> {
  readonly options?: Partial<AgreementOptions>;
}

const place = record({ after: text });
const agreementId = () => Param('agreementId', new ReferencePipe(AGREEMENT_PREFIX));

/** The local agreements between a council and an NHS body. */
@ApiTags('Agreements')
@RequiresRole(
  'council-finance',
  'council-approver',
  'nhs-finance',
  'nhs-approver',
  'direct-payment-worker',
  'phb-worker',
  'auditor',
  'administrator',
)
@Controller('v1/agreements')
export class AgreementsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly agreements: AgreementsQuery,
    private readonly past: PastReads,
  ) {}

  @Post()
  @RequiresRole('council-finance', 'nhs-finance')
  @ApiOperation({ summary: 'Draft the first version of the agreement between two bodies' })
  @ApiCreatedResponse({ type: AgreementReference })
  async draft(
    @Body() { council, nhsBody, ...terms }: DraftAgreementDto,
    @CommandContextOf() context: CommandContext,
  ): Promise<CommandAnswer<Readonly<AgreementReference>>> {
    const command = new DraftAgreement({ council, nhsBody }, termsOf(terms), context);
    const committed = await this.commands.execute<DraftAgreement, Committed<Agreement>>(command);
    const reference = referenceOf(committed);
    return CommandAnswer.created(committed, `/v1/agreements/${reference.agreementId}`, reference);
  }

  @Post(':agreementId/versions')
  @RequiresRole('council-finance', 'nhs-finance')
  @ApiOperation({ summary: 'Draft a new version, in place of a draft that not both sides have signed' })
  @ApiCreatedResponse({ type: AgreementReference })
  async draftVersion(
    @agreementId() id: string,
    @Body() terms: TermsDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ): Promise<CommandAnswer<Readonly<AgreementReference>>> {
    const command = new DraftVersion(id, termsOf(terms), ifRevision, context);
    const committed = await this.commands.execute<DraftVersion, Committed<Agreement>>(command);
    return CommandAnswer.created(committed, `/v1/agreements/${id}/versions`, referenceOf(committed));
  }

  @Post(':agreementId/signatures')
  @RequiresRole('council-finance', 'council-approver', 'nhs-finance', 'nhs-approver')
  @ApiOperation({
    summary: 'Sign a version for your body',
    description: 'The second body’s signature brings the version into force from its first day.',
  })
  @ApiCreatedResponse({ type: AgreementReference })
  async sign(
    @agreementId() id: string,
    @Body() { version }: SignatureDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ): Promise<CommandAnswer<Readonly<AgreementReference>>> {
    const command = new SignVersion(id, version, ifRevision, context);
    const committed = await this.commands.execute<SignVersion, Committed<Agreement>>(command);
    return CommandAnswer.created(committed, `/v1/agreements/${id}`, referenceOf(committed));
  }

  @Get()
  @ApiOperation({ summary: 'List the agreements of your body' })
  @AnswersPageOf(AgreementSummary)
  async list(
    @Query() { council, nhsBody, limit, cursor }: AgreementsQueryDto,
    @CurrentActor() actor: Actor,
  ): Promise<PageAnswer<Readonly<AgreementSummary>>> {
    const filter = {
      ...(council !== undefined && { council }),
      ...(nhsBody !== undefined && { nhsBody }),
    };
    const after = cursor === undefined ? undefined : decodeCursor(cursor, place).after;
    const rows = await this.agreements.list(actor, filter, limit + 1, after);
    return PageAnswer.of(rows.map(summaryOf), limit, (last) => encodeCursor({ after: last.agreementId }));
  }

  @Get('defaults')
  @ApiOperation({ summary: 'Explain every option of an agreement, with its default and what it may be' })
  @ApiOkResponse({ type: [OptionDescriptionAnswer] })
  defaults(): readonly OptionDescription[] {
    return OPTION_DESCRIPTIONS;
  }

  @Get(':agreementId')
  @ApiOperation({
    summary:
      'Show an agreement with its versions, now or as it was known at a moment, and which was in force on a day',
    description: THEN,
  })
  @ApiOkResponse({ type: AgreementAnswer })
  async show(
    @agreementId() id: string,
    @Query() clocks: ClocksQuery,
    @CurrentActor() actor: Actor,
  ): Promise<ReadAnswer<Readonly<AgreementAnswer>> | Readonly<AgreementAnswer>> {
    const found = await this.agreements.get(actor, id);
    const known = await this.past.of(agreementsProjection, id, clocks);
    if (known !== undefined) return agreementThen(known);
    return ReadAnswer.of(agreementAnswer(found), found.agreement.revision);
  }

  @Get(':agreementId/versions')
  @ApiOperation({ summary: 'List the versions of an agreement, the first one first' })
  @ApiOkResponse({ type: [VersionAnswer] })
  async versions(
    @agreementId() id: string,
    @CurrentActor() actor: Actor,
  ): Promise<ReadAnswer<readonly Readonly<VersionAnswer>[]>> {
    const { agreement, versions } = await this.agreements.get(actor, id);
    return ReadAnswer.of(versions.map(versionAnswer), agreement.revision);
  }
}

function termsOf({ legalVehicle, inForceFrom, options = {} }: Terms): ProposedTerms {
  // Reading a body leaves fields that were not sent there as undefined, which would take the place of a default.
  const named = Object.entries(options).filter(([, value]) => value !== undefined);
  return { legalVehicle, inForceFrom, options: Object.fromEntries(named) };
}

function referenceOf({ state }: Committed<Agreement>): Readonly<AgreementReference> {
  if (state.stage === 'none') throw new TypeError('A command on an agreement leaves one behind');
  return { agreementId: state.agreementId, version: state.versions.length, stage: state.stage };
}
