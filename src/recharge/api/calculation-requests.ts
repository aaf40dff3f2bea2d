import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { OptionalCode } from '../../platform/http/wire/fields.js';
import { IsReference } from '../../platform/http/wire/is-reference.js';
import { RECHARGE_DIRECTIONS, type Direction } from '../commands/vocabulary.js';

/** Which case to work out the recharge of; everything else is a fact of the case. */
export class CalculateRechargeDto {
  @ApiProperty({ example: 'TC-7F3K92QD1M' })
  @IsReference('TC')
  readonly caseRef!: string;

  @ApiPropertyOptional({
    enum: RECHARGE_DIRECTIONS,
    description:
      'What the NHS body owes for bridging, or what the council owes for the days on the way back; bridging where it is left out.',
    example: 'bridging',
  })
  @IsOptional()
  @IsIn(RECHARGE_DIRECTIONS)
  readonly direction?: Direction;

  @OptionalCode(
    'The NHS body that it is about, where several were liable, or paid on the way back, one after the other.',
    'QM7',
  )
  readonly nhsBody?: string;
}
