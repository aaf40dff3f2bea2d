import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Basis } from '../../kernel/basis.js';
import type { MissingFact, Referral } from '../../kernel/figure.js';
import { Fraction } from '../../kernel/fraction.js';
import { ANSWER_STATUS, BASIS, MISSING, REFERRALS } from '../../platform/http/wire/figure.answer.js';

/** Hours of leave. */
export class HoursAnswer {
  @ApiProperty({ description: 'Exact, as a fraction.', example: '11028/365' })
  readonly exact!: string;

  @ApiProperty({ description: 'To four decimals, to be read.', example: '30.2137' })
  readonly rounded!: string;
}

/** Exact hours beside the four decimals that people read. */
export function hoursOnWire(hours: Fraction | string): Readonly<HoursAnswer> {
  const exact = typeof hours === 'string' ? Fraction.parse(hours) : hours;
  return { exact: exact.toString(), rounded: exact.toDecimal(4) };
}

/** What every figure of leave says beside its value. What does not apply is absent. */
export class LeaveFigureFields {
  @ApiProperty(ANSWER_STATUS)
  readonly status!: 'known' | 'pending' | 'refer';

  @ApiPropertyOptional(BASIS)
  readonly basis?: Basis;

  @ApiPropertyOptional(MISSING)
  readonly missing?: readonly MissingFact[];

  @ApiPropertyOptional(REFERRALS)
  readonly referrals?: readonly Referral[];
}

/** What every figure says that an adviser may choose. */
export class LeaveCandidateFields {
  @ApiProperty({ description: 'The reading of the rules that gives it.', example: '12.07% kept exact' })
  readonly reading!: string;

  @ApiProperty(BASIS)
  readonly basis!: Basis;
}

/** Where two sources of a figure differ. */
export class LeaveDifferenceAnswer {
  @ApiProperty({ example: 'entitlement-differs' })
  readonly code!: string;

  @ApiProperty({
    description: 'What differs and which is followed, in a sentence.',
    example:
      'Payroll gives 190 hours of leave a year, the work pattern 168 by the regulations: payroll’s figure is followed',
  })
  readonly reason!: string;

  @ApiProperty({ description: 'The number that the figure rests on.', example: '190' })
  readonly followed!: string;

  @ApiProperty({ description: 'The number that it would have rested on.', example: '168' })
  readonly instead!: string;
}
