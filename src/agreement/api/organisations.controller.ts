import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import type { PlainDate } from '../../kernel/plain-date.js';
import { record, text } from '../../kernel/shape.js';
import { RequiresRole } from '../../platform/access/access-rule.js';
import { ROLES } from '../../platform/access/roles.js';
import { decodeCursor, encodeCursor } from '../../platform/http/paging/cursor.js';
import { AnswersPageOf } from '../../platform/http/paging/describe-page.js';
import { PageAnswer } from '../../platform/http/paging/page-answer.js';
import { PageQuery } from '../../platform/http/paging/page-query.dto.js';
import { Problem } from '../../platform/http/problems/problem.js';
import { OptionalDay } from '../../platform/http/wire/fields.js';
import {
  findOrganisation,
  findOrganisations,
  ORGANISATION_KINDS,
  type OrganisationDetails,
  type OrganisationKind,
  type OrganisationSummary,
} from '../projections/organisations/organisations.query.js';
import { OrganisationAnswer, OrganisationDetailsAnswer } from './organisation-answers.js';

const place = record({ after: text });

/** The day that a question about an organisation is asked for. */
export class OnQuery {
  @OptionalDay('A day, for who pays on it.', '2022-08-20')
  readonly on?: PlainDate;
}

/** Which organisations to list. */
export class OrganisationsQueryDto extends PageQuery {
  @ApiPropertyOptional({
    description: 'Part of the name, or the beginning of a code.',
    example: 'hertfordshire',
  })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly q?: string;

  @ApiPropertyOptional({ enum: ORGANISATION_KINDS, example: 'integrated-care-board' })
  @IsOptional()
  @IsIn(ORGANISATION_KINDS)
  readonly kind?: OrganisationKind;

  @OptionalDay('Only bodies that exist in law on this day.', '2024-04-01')
  readonly on?: PlainDate;
}

/** The bodies that the product knows, and who took over from whom. */
@ApiTags('Organisations')
@RequiresRole(...ROLES)
@Controller('v1/organisations')
export class OrganisationsController {
  @Get()
  @ApiOperation({ summary: 'Find councils and NHS bodies' })
  @AnswersPageOf(OrganisationAnswer)
  list(@Query() { limit, cursor, ...filter }: OrganisationsQueryDto): PageAnswer<OrganisationSummary> {
    const after = cursor === undefined ? undefined : decodeCursor(cursor, place).after;
    const found = findOrganisations(filter, limit + 1, after);
    return PageAnswer.of(found, limit, ({ code }) => encodeCursor({ after: code }));
  }

  @Get(':code')
  @ApiOperation({ summary: 'Show an organisation, those before and after it, and who pays for it on a day' })
  @ApiOkResponse({ type: OrganisationDetailsAnswer })
  show(@Param('code') code: string, @Query() { on }: OnQuery): OrganisationDetails {
    const found = findOrganisation(code, on);
    if (found === undefined)
      throw new Problem('not-found', `No organisation with the code ${code} is loaded.`);
    return found;
  }
}
