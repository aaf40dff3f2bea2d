import type { PlainDate } from '../../../kernel/plain-date.js';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, Matches, ValidateNested } from 'class-validator';
import { Corrects, type CorrectsDto } from '../../../platform/http/wire/corrects.dto.js';
import { Code, Day, OptionalMoneyField } from '../../../platform/http/wire/fields.js';
import type { MoneyDto } from '../../../platform/http/wire/money.dto.js';
import {
  AREA_REASONS,
  JOINT_PARTS,
  SUSPENSION_PAYMENTS,
  SUSPENSION_REASONS,
} from '../../commands/vocabulary.js';

/** The person died. */
export class DeathDto {
  @Day('The day of death, which is still paid for.', '2024-05-07')
  readonly diedOn!: PlainDate;

  @Corrects()
  readonly corrects?: CorrectsDto;
}

/** A death was recorded in error. */
export class DeathRetractionDto {
  @Corrects({ required: true })
  readonly corrects!: CorrectsDto;
}

/** The person does not want NHS Continuing Healthcare. */
export class ChcRefusalDto {
  @Day('The first day for which the person does not want it.', '2024-05-13')
  readonly declinedFrom!: PlainDate;

  @Code('The letter or record in which the person said so.', 'LETTER-2024-118')
  readonly documentReference!: string;

  @Corrects()
  readonly corrects?: CorrectsDto;
}

const SHARE = /^(?:\d{1,15}(?:\.\d{1,12})?|\d{1,15}\/[1-9]\d{0,14})$/;

/** A part of each day under a joint package, as a share or as a weekly sum. */
export class JointPartDto {
  @ApiProperty({
    enum: JOINT_PARTS,
    description:
      'Paid by the body that is liable, council or NHS; or bridged: the council pays and the NHS body is liable.',
    example: 'council-own',
  })
  @IsIn(JOINT_PARTS)
  readonly part!: (typeof JOINT_PARTS)[number];

  @ApiPropertyOptional({
    description: 'Its share of the cost, from 0 to 1, as exact text; or give a weekly sum.',
    example: '0.4',
  })
  @IsOptional()
  @IsString()
  @Matches(SHARE, { message: 'is not a share such as "0.4" or "1/3"' })
  readonly share?: string;

  @OptionalMoneyField('Its fixed sum a week, in place of a share.')
  readonly weekly?: MoneyDto;
}

/** How the cost of each day falls on the two bodies. */
export class JointPackageDto {
  @Day('The first day of these shares.', '2024-05-13')
  readonly from!: PlainDate;

  @ApiProperty({
    type: [JointPartDto],
    description: 'The parts that are stated; none ends the joint package.',
  })
  @IsArray()
  @ArrayMaxSize(JOINT_PARTS.length)
  @ValidateNested({ each: true })
  @Type(() => JointPartDto)
  readonly parts!: readonly JointPartDto[];

  @ApiProperty({
    enum: JOINT_PARTS,
    description: 'Which part gets whatever the others leave.',
    example: 'bridged',
  })
  @IsIn(JOINT_PARTS)
  readonly remainder!: (typeof JOINT_PARTS)[number];

  @Corrects()
  readonly corrects?: CorrectsDto;
}

/** Care at home was interrupted. */
export class SuspensionDto {
  @Day('The first day of it.', '2024-05-20')
  readonly from!: PlainDate;

  @Day('The last day of it.', '2024-06-02')
  readonly lastDay!: PlainDate;

  @ApiProperty({ enum: SUSPENSION_REASONS, example: 'hospital' })
  @IsIn(SUSPENSION_REASONS)
  readonly reason!: (typeof SUSPENSION_REASONS)[number];

  @ApiProperty({
    enum: SUSPENSION_PAYMENTS,
    description: 'What the council paid for the days, by its own rule.',
    example: 'reduced',
  })
  @IsIn(SUSPENSION_PAYMENTS)
  readonly paid!: (typeof SUSPENSION_PAYMENTS)[number];

  @OptionalMoneyField('Gross pounds a week, where the payment was reduced.')
  readonly weekly?: MoneyDto;

  @Corrects()
  readonly corrects?: CorrectsDto;
}

/** Another NHS body is responsible. */
export class AreaChangeDto {
  @Day('The first day of the new body: of the GP registration, not of the move.', '2024-09-11')
  readonly from!: PlainDate;

  @Code('Its ODS code.', 'QNC')
  readonly nhsBody!: string;

  @ApiProperty({ enum: AREA_REASONS, example: 'gp-registration' })
  @IsIn(AREA_REASONS)
  readonly reason!: (typeof AREA_REASONS)[number];

  @Code('What shows it.', 'GP-LETTER-2024-09')
  readonly documentReference!: string;

  @Corrects()
  readonly corrects?: CorrectsDto;
}

/** NHS bodies dispute which of them is responsible. */
export class InterimPayerDto {
  @Day('The first day in dispute.', '2024-09-11')
  readonly from!: PlainDate;

  @Code('The ODS code of the NHS body that pays until it is settled.', 'QNC')
  readonly interimPayer!: string;

  @Code('Where that was agreed.', 'LETTER-2024-31')
  readonly documentReference!: string;

  @Corrects()
  readonly corrects?: CorrectsDto;
}
