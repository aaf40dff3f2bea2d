import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { PageQuery } from '../../platform/http/paging/page-query.dto.js';
import { IsReference } from '../../platform/http/wire/is-reference.js';
import { PERSON_PREFIX } from '../commands/person-id.js';
import { PURPOSES, type Purpose } from '../records/read-people.js';

const LONGEST_SEARCH = 200;
const LONGEST_SUBJECT = 255;

/** What a read is for. */
export class PurposeQuery {
  @ApiProperty({
    enum: PURPOSES,
    description: 'What the details are needed for. It is recorded with who reads them.',
    example: 'case-work',
  })
  @IsIn(PURPOSES)
  readonly purpose!: Purpose;
}

/** Whom to look for: a name or an NHS number. */
export class SearchDto extends PurposeQuery {
  @ApiPropertyOptional({
    description:
      'Parts of a name in any order. Capitals, accents and apostrophes make no difference; beginnings of three letters or more and what sounds alike are found as well.',
    example: 'obrien cath',
  })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_SEARCH)
  readonly name?: string;

  @ApiPropertyOptional({ description: 'Instead of a name.', example: '943 476 5919' })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_SEARCH)
  readonly nhsNumber?: string;
}

/** Which entries of the access log to list. */
export class AccessLogQuery extends PageQuery {
  @ApiPropertyOptional({
    description: 'Only what was done with this person’s details.',
    example: 'PN-7F3K92QD1M',
  })
  @IsOptional()
  @IsReference(PERSON_PREFIX)
  readonly person?: string;

  @ApiPropertyOptional({ description: 'Only what this sign-in id did.', example: 'b0c4e1' })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_SUBJECT)
  readonly reader?: string;
}
