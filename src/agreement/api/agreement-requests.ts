import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import type { PlainDate } from '../../kernel/plain-date.js';
import { PageQuery } from '../../platform/http/paging/page-query.dto.js';
import { Day } from '../../platform/http/wire/fields.js';
import { LEGAL_VEHICLES, type LegalVehicle } from '../commands/vocabulary.js';
import { AgreementOptionsDto } from './agreement-options.dto.js';

/** The terms of a version: what both sides sign. */
export class TermsDto {
  @ApiProperty({ enum: LEGAL_VEHICLES, example: 'nhs-act-section-256' })
  @IsIn(LEGAL_VEHICLES)
  readonly legalVehicle!: LegalVehicle;

  @Day('The first day on which the version holds.', '2024-04-01')
  readonly inForceFrom!: PlainDate;

  @ApiPropertyOptional({
    type: AgreementOptionsDto,
    description: 'An option that is not named stays as it was.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => AgreementOptionsDto)
  readonly options?: AgreementOptionsDto;
}

/** The first version of the agreement between two bodies. */
export class DraftAgreementDto extends TermsDto {
  @ApiProperty({ description: 'GSS code of the council.', example: 'E10000015' })
  @IsString()
  @MaxLength(16)
  readonly council!: string;

  @ApiProperty({ description: 'ODS code of the NHS body.', example: 'QM7' })
  @IsString()
  @MaxLength(16)
  readonly nhsBody!: string;
}

/** A signature for the body that the signer works for. */
export class SignatureDto {
  @ApiProperty({ description: 'The version that is signed.', example: 1 })
  @IsInt()
  @Min(1)
  @Max(10_000)
  readonly version!: number;
}

/** Which agreements to list. */
export class AgreementsQueryDto extends PageQuery {
  @ApiPropertyOptional({ description: 'GSS code of the council.', example: 'E10000015' })
  @IsOptional()
  @IsString()
  @MaxLength(16)
  readonly council?: string;

  @ApiPropertyOptional({ description: 'ODS code of the NHS body.', example: 'QM7' })
  @IsOptional()
  @IsString()
  @MaxLength(16)
  readonly nhsBody?: string;
}
