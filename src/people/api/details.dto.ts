import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsDefined,
  IsIn,
  IsOptional,
  IsString,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';
import type { PlainDate } from '../../kernel/plain-date.js';
import { OptionalDay } from '../../platform/http/wire/fields.js';
import { CORRECTION_REASONS, type CorrectionReason } from '../commands/correct-details.js';
import { TRACE_STATUSES, type TraceStatus } from '../commands/vocabulary.js';

const LONGEST_NAME = 100;
const LONGEST_LINE = 200;
const MOST_LINES = 8;
/** Ten digits with some spaces between them. */
const LONGEST_NUMBER = 20;

function NamePart(example: string): PropertyDecorator {
  return applyDecorators(ApiProperty({ example }), IsString(), MinLength(1), MaxLength(LONGEST_NAME));
}

function ContactText(example: string): PropertyDecorator {
  return applyDecorators(ApiPropertyOptional({ example }), IsOptional(), IsString(), MaxLength(LONGEST_LINE));
}

/** What a person is called. */
export class NameDto {
  @NamePart('Catherine')
  readonly given!: string;

  @NamePart('O’Brien')
  readonly family!: string;
}

/** How to reach a person. */
export class ContactDto {
  @ApiPropertyOptional({ type: [String], example: ['1 Rose Lane', 'Hertford'] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_LINES)
  @IsString({ each: true })
  @MaxLength(LONGEST_LINE, { each: true })
  readonly addressLines?: readonly string[];

  @ContactText('SG14 1AA')
  readonly postcode?: string;

  @ContactText('01632 960001')
  readonly telephone?: string;

  @ContactText('catherine@example.org')
  readonly email?: string;
}

/** Who a person is and how to reach them. */
export class DetailsDto {
  @ApiProperty({ type: NameDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => NameDto)
  readonly name!: NameDto;

  @ApiPropertyOptional({
    description: 'Ten digits, with or without spaces; its last digit is checked.',
    example: '943 476 5919',
  })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_NUMBER)
  readonly nhsNumber?: string;

  @ApiPropertyOptional({
    enum: TRACE_STATUSES,
    description:
      'Whether the number was looked up in the NHS’s own register of people. not-traced when absent.',
    example: 'traced',
  })
  @IsOptional()
  @IsIn(TRACE_STATUSES)
  readonly nhsNumberStatus?: TraceStatus;

  @OptionalDay('The day of birth.', '1961-02-28')
  readonly birthDate?: PlainDate;

  @ApiPropertyOptional({ type: ContactDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => ContactDto)
  readonly contact?: ContactDto;
}

/** The details as they are now: all of them, since what is not named is not known any more. */
export class CorrectionDto extends DetailsDto {
  @ApiProperty({ enum: CORRECTION_REASONS, example: 'has-changed' })
  @IsIn(CORRECTION_REASONS)
  readonly reason!: CorrectionReason;
}
