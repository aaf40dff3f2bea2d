import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { AgreementOptionsDto } from '../../agreement/index.js';
import { Code } from '../../platform/http/wire/fields.js';

/** Cases that are worked out in one request. Each is read whole, so there is a limit. */
const MOST_CASES = 50;
const LONGEST_REFERENCE = 16;

/** A version of a local agreement. */
export class SimulatedVersionDto {
  @Code('The agreement, of which your body is a party.', 'AG-7F3K92QD1M')
  readonly agreementId!: string;

  @ApiProperty({ description: 'A draft may be tried as well.', example: 2 })
  @IsInt()
  @Min(1)
  @Max(10_000)
  readonly version!: number;
}

/** Which cases are worked out under which terms. */
export class SimulationDto {
  @ApiProperty({
    type: [String],
    description: 'Up to fifty cases that you may see.',
    example: ['TC-7F3K92QD1M'],
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_CASES)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(LONGEST_REFERENCE, { each: true })
  readonly caseRefs!: readonly string[];

  @ApiPropertyOptional({
    type: SimulatedVersionDto,
    description: 'Without one, each case is tried under its own agreement with the options below.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => SimulatedVersionDto)
  readonly agreement?: SimulatedVersionDto;

  @ApiPropertyOptional({
    type: AgreementOptionsDto,
    description: 'Options to try instead of those of the agreement.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => AgreementOptionsDto)
  readonly options?: AgreementOptionsDto;
}
