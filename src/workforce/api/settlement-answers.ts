import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Basis } from '../../kernel/basis.js';
import { BASIS } from '../../platform/http/wire/figure.answer.js';
import { MoneyDto } from '../../platform/http/wire/money.dto.js';

/** One payment between the parties. */
export class SettlementPaymentAnswer {
  @ApiProperty({ example: 'E10000015' })
  readonly from!: string;

  @ApiProperty({ description: 'A body, or "assistant".', example: 'assistant' })
  readonly to!: string;

  @ApiProperty({ type: MoneyDto })
  readonly amount!: Readonly<MoneyDto>;
}

/** Who pays the PA first, and who then pays whom. */
export class SettlementAnswer {
  @ApiProperty({ type: [SettlementPaymentAnswer] })
  readonly payments!: readonly Readonly<SettlementPaymentAnswer>[];

  @ApiProperty({
    type: MoneyDto,
    description: 'Parts that no body pays: the employer’s own, and those of third parties.',
  })
  readonly leftToEmployer!: Readonly<MoneyDto>;

  @ApiProperty(BASIS)
  readonly basis!: Basis;
}

/** What one body bears of something. */
export class BorneByAnswer {
  @ApiProperty({ example: 'QM7' })
  readonly funder!: string;

  @ApiProperty({ type: MoneyDto })
  readonly share!: Readonly<MoneyDto>;
}

/** Notice that was not served and leave that was untaken, and who bears them. Never part of the redundancy pay. */
export class NoticeAndLeaveAnswer {
  @ApiPropertyOptional({
    type: MoneyDto,
    description: 'Absent while nobody has said whether notice was given; nothing is due after a death.',
  })
  readonly notice?: Readonly<MoneyDto>;

  @ApiProperty({ type: MoneyDto })
  readonly leave!: Readonly<MoneyDto>;

  @ApiProperty({ type: [BorneByAnswer] })
  readonly shares!: readonly Readonly<BorneByAnswer>[];

  @ApiProperty(BASIS)
  readonly basis!: Basis;
}

/** What changes for one party since a recorded split: more to pay, or back where it is negative. */
export class PartyAdjustmentAnswer {
  @ApiProperty({
    description: 'A funder, or "outside-the-split" for insurer, reserves, estate and PA together.',
    example: 'QM7',
  })
  readonly party!: string;

  @ApiProperty({ type: MoneyDto })
  readonly amount!: Readonly<MoneyDto>;
}

/** Debits and credits that sum to zero, by which a recorded split is put right without being edited. */
export class SplitAdjustmentAnswer {
  @ApiProperty({ description: 'The recorded split.', example: 'PANEL-2024-07' })
  readonly adjusts!: string;

  @ApiProperty({ type: [PartyAdjustmentAnswer] })
  readonly parties!: readonly Readonly<PartyAdjustmentAnswer>[];

  @ApiProperty(BASIS)
  readonly basis!: Basis;
}

/** Pay for statutory notice that was not served: a figure of its own, without a cap. */
export class NoticePayAnswer {
  @ApiProperty({ type: MoneyDto })
  readonly value!: Readonly<MoneyDto>;

  @ApiProperty({ example: 8 })
  readonly statutoryWeeks!: number;

  @ApiProperty({ example: 56 })
  readonly unservedDays!: number;

  @ApiProperty(BASIS)
  readonly basis!: Basis;
}
