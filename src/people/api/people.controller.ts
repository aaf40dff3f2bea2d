import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequiresRole } from '../../platform/access/access-rule.js';
import { CommandContextOf } from '../../platform/access/current-actor.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import { NeverBehind } from '../../platform/http/freshness/never-behind.js';
import { WithoutIdempotencyKey } from '../../platform/http/idempotency/without-idempotency-key.js';
import { StrictRateLimit } from '../../platform/http/request/strict-rate-limit.js';
import { CommandAnswer, ReadAnswer } from '../../platform/http/versions/answer.js';
import { IfMatch } from '../../platform/http/versions/if-match.js';
import { ReferencePipe } from '../../platform/http/wire/reference.pipe.js';
import { CorrectDetails } from '../commands/correct-details.js';
import { PERSON_PREFIX } from '../commands/person-id.js';
import { RecordPerson, type WrittenPerson } from '../commands/record-person.js';
import { ReadPeople } from '../records/read-people.js';
import { CorrectionDto, DetailsDto } from './details.dto.js';
import {
  FoundPeopleAnswer,
  foundAnswer,
  PersonDetailsAnswer,
  personAnswer,
  PersonReference,
} from './people-answers.js';
import { PurposeQuery, SearchDto } from './people-queries.dto.js';

const personId = () => Param('personId', new ReferencePipe(PERSON_PREFIX));

/** Names, NHS numbers, birth dates and contact details, which are in no event. Each organisation has its own people. */
@ApiTags('People')
@RequiresRole('direct-payment-worker', 'phb-worker')
@Controller('v1/people')
export class PeopleController {
  constructor(
    private readonly recording: RecordPerson,
    private readonly correcting: CorrectDetails,
    private readonly reading: ReadPeople,
  ) {}

  @Post()
  @ApiOperation({
    summary: 'Record a person of your organisation',
    description:
      'Refused when another person of your organisation has the NHS number. Others who may be the same person are named in the answer. Record the id that you get at the case as its personReference.',
  })
  @ApiCreatedResponse({ type: PersonReference })
  async record(
    @Body() details: DetailsDto,
    @CommandContextOf() context: CommandContext,
  ): Promise<CommandAnswer<Readonly<PersonReference>>> {
    return written(await this.recording.execute(details, context));
  }

  // Above the routes with an id. What is looked for stands in the body, since addresses reach logs.
  @Post('search')
  @HttpCode(200)
  @WithoutIdempotencyKey()
  @StrictRateLimit()
  @ApiOperation({
    summary: 'Find people of your organisation by name or NHS number',
    description: 'The search and everybody whom it shows are recorded in the access log first.',
  })
  @ApiOkResponse({ type: FoundPeopleAnswer })
  async search(
    @Body() { purpose, ...wanted }: SearchDto,
    @CommandContextOf() context: CommandContext,
  ): Promise<Readonly<FoundPeopleAnswer>> {
    return foundAnswer(await this.reading.search(wanted, purpose, context));
  }

  @Get(':personId')
  @NeverBehind()
  @ApiOperation({
    summary: 'Show a person of your organisation',
    description: 'That you read it, and what for, is recorded in the access log first.',
  })
  @ApiOkResponse({ type: PersonDetailsAnswer })
  async show(
    @personId() id: string,
    @Query() { purpose }: PurposeQuery,
    @CommandContextOf() context: CommandContext,
  ): Promise<ReadAnswer<Readonly<PersonDetailsAnswer>>> {
    const person = await this.reading.get(id, purpose, context);
    return ReadAnswer.of(personAnswer(person), person.version);
  }

  @Post(':personId/details')
  @ApiOperation({
    summary: 'Put a person’s details right',
    description: 'Send all of them: what is not named is not known any more. The version before is kept.',
  })
  @ApiCreatedResponse({ type: PersonReference })
  async correct(
    @personId() id: string,
    @Body() details: CorrectionDto,
    @IfMatch() ifVersion: number,
    @CommandContextOf() context: CommandContext,
  ): Promise<CommandAnswer<Readonly<PersonReference>>> {
    return written(await this.correcting.execute(id, details, ifVersion, context));
  }
}

function written(person: WrittenPerson): CommandAnswer<Readonly<PersonReference>> {
  return CommandAnswer.created({ revision: person.version }, `/v1/people/${person.personId}`, person);
}
