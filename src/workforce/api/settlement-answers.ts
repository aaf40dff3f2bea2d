import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Basis } from '../../kernel/basis.js';
import type { Referral } from '../../kernel/figure.js';
import { ANSWER_STATUS, answerOnWire, BASIS, REFERRALS } from '../../platform/http/wire/figure.answer.js';
import { MoneyDto, moneyOf } from '../../platform/http/wire/money.dto.js';
import { pensionablePayInLieu, type NoticePay } from '../commands/vocabulary.js';

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

/** One of the sums that may count for the pension. */
export class PensionablePayCandidate {
  @ApiProperty({ example: 'the scheme counts pay in lieu' })
  readonly reading!: string;

  @ApiProperty({ type: MoneyDto })
  readonly value!: Readonly<MoneyDto>;

  @ApiProperty(BASIS)
  readonly basis!: Basis;
}

/** What of notice pay counts for the workplace pension: for the scheme to say, where there is any. */
export class PensionablePayAnswer {
  @ApiProperty(ANSWER_STATUS)
  readonly status!: 'known' | 'pending' | 'refer';

  @ApiPropertyOptional({ type: MoneyDto })
  readonly value?: Readonly<MoneyDto>;

  @ApiPropertyOptional(BASIS)
  readonly basis?: Basis;

  @ApiPropertyOptional(REFERRALS)
  readonly referrals?: readonly Referral[];

  @ApiPropertyOptional({ type: [PensionablePayCandidate] })
  readonly candidates?: readonly Readonly<PensionablePayCandidate>[];
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

  @ApiProperty({ type: PensionablePayAnswer })
  readonly pensionable!: Readonly<PensionablePayAnswer>;
}

/** Notice pay as the API shows it. */
export function noticePayAnswer(pay: NoticePay): Readonly<NoticePayAnswer> {
  return {
    value: moneyOf(pay.amountPence),
    statutoryWeeks: pay.noticeWeeks,
    unservedDays: pay.unservedDays,
    basis: pay.basis,
    pensionable: answerOnWire(pensionablePayInLieu(pay), moneyOf),
  };
}
