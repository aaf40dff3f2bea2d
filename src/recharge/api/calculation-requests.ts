import { ApiProperty } from '@nestjs/swagger';
import { OptionalCode } from '../../platform/http/wire/fields.js';
import { IsReference } from '../../platform/http/wire/is-reference.js';

/** Which case to work out the recharge of; everything else is a fact of the case. */
export class CalculateRechargeDto {
  @ApiProperty({ example: 'TC-7F3K92QD1M' })
  @IsReference('TC')
  readonly caseRef!: string;

  @OptionalCode('The NHS body that it is for, where several were liable one after the other.', 'QM7')
  readonly nhsBody?: string;
}
