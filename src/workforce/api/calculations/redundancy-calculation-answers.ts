import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Basis } from '../../../kernel/basis.js';
import type { MissingFact, Referral } from '../../../kernel/figure.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { ANSWER_STATUS, BASIS, MISSING, REFERRALS } from '../../../platform/http/wire/figure.answer.js';
import { MoneyDto, moneyOf } from '../../../platform/http/wire/money.dto.js';
import { noRightInWords, type RedundancyAssessed } from '../../commands/vocabulary.js';
import { NoticePayAnswer, noticePayAnswer } from '../settlement-answers.js';

/** Counted years by the age of the PA in them. */
export class YearsByAgeAnswer {
  @ApiProperty({ description: 'Years in any part of which the PA was below 22.', example: 0 })
  readonly below22!: number;

  @ApiProperty({ example: 0 })
  readonly from22!: number;

  @ApiProperty({ example: 8 })
  readonly from41!: number;
}

/** A statutory redundancy payment with the counts that it follows from. */
export class RedundancyPaymentAnswer {
  @ApiProperty({ type: MoneyDto })
  readonly statutory!: Readonly<MoneyDto>;

  @ApiProperty({ example: 8 })
  readonly completeYears!: number;

  @ApiProperty({ description: 'Weeks of pay, exact.', example: '12' })
  readonly weeks!: string;

  @ApiProperty({ type: YearsByAgeAnswer })
  readonly yearsByAge!: Readonly<YearsByAgeAnswer>;

  @ApiProperty({ type: MoneyDto, description: 'A week’s pay before the cap.' })
  readonly weekPay!: Readonly<MoneyDto>;

  @ApiPropertyOptional({ type: MoneyDto, description: 'Absent where there is no right to a payment.' })
  readonly cap?: Readonly<MoneyDto>;

  @ApiProperty({
    type: 'array',
    items: { type: 'object', properties: { code: { type: 'string' }, detail: { type: 'string' } } },
    description: 'Why there is no right to a payment; empty when there is one.',
  })
  readonly noRight!: readonly { readonly code: string; readonly detail: string }[];

  @ApiPropertyOptional({
    type: MoneyDto,
    description: 'What GOV.UK’s calculator shows, where it is another figure.',
  })
  readonly govukFigure?: Readonly<MoneyDto>;

  @ApiPropertyOptional({ type: String, format: 'date', description: 'Where not the first day of the job.' })
  readonly serviceFrom?: PlainDate;

  @ApiPropertyOptional({
    type: String,
    format: 'date',
    description: 'The day to which service was counted, where unserved notice moved it.',
  })
  readonly serviceTo?: PlainDate;

  @ApiPropertyOptional({ type: NoticePayAnswer, description: 'Where it is known whether notice was given.' })
  readonly noticePay?: Readonly<NoticePayAnswer>;
}

/** One of the payments between which an adviser has to choose. */
export class RedundancyCandidateAnswer {
  @ApiProperty({ example: 'unserved notice not added to service' })
  readonly reading!: string;

  @ApiProperty({ type: RedundancyPaymentAnswer })
  readonly value!: Readonly<RedundancyPaymentAnswer>;

  @ApiProperty(BASIS)
  readonly basis!: Basis;
}

/** The statutory redundancy payment, what it waits for, or what an adviser has to choose between. */
export class RedundancyCalculationAnswer {
  @ApiProperty(ANSWER_STATUS)
  readonly status!: 'known' | 'pending' | 'refer';

  @ApiPropertyOptional({ type: RedundancyPaymentAnswer })
  readonly value?: Readonly<RedundancyPaymentAnswer>;

  @ApiPropertyOptional(BASIS)
  readonly basis?: Basis;

  @ApiPropertyOptional(MISSING)
  readonly missing?: readonly MissingFact[];

  @ApiPropertyOptional(REFERRALS)
  readonly referrals?: readonly Referral[];

  @ApiPropertyOptional({ type: [RedundancyCandidateAnswer] })
  readonly candidates?: readonly Readonly<RedundancyCandidateAnswer>[];
}

/** A payment as the API shows it. */
export function paymentAnswer(payment: RedundancyAssessed): Readonly<RedundancyPaymentAnswer> {
  const { capPence, govukPence, serviceFrom, serviceTo, noticePay } = payment;
  return {
    statutory: moneyOf(payment.statutoryPence),
    completeYears: payment.completeYears,
    weeks: payment.weeks,
    yearsByAge: payment.yearsByAge,
    weekPay: moneyOf(payment.weekPayPence),
    ...(capPence !== undefined && { cap: moneyOf(capPence) }),
    noRight: payment.reasons.map((code) => ({ code, detail: noRightInWords(code) })),
    ...(govukPence !== undefined && { govukFigure: moneyOf(govukPence) }),
    ...(serviceFrom !== undefined && { serviceFrom }),
    ...(serviceTo !== undefined && { serviceTo }),
    ...(noticePay !== undefined && { noticePay: noticePayAnswer(noticePay) }),
  };
}
