import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Basis } from '../../../kernel/basis.js';
import type { Answer, Candidate, Figure, MissingFact, Referral } from '../../../kernel/figure.js';
import type { Pence } from '../../../kernel/pence.js';
import { ANSWER_STATUS, answerOnWire, BASIS, MISSING, REFERRALS, STATUS } from './figure.answer.js';
import { MoneyDto, moneyOf } from './money.dto.js';

/** A sum with its explanation, or what it waits for. It is never zero for want of a fact. */
export class MoneyFigureAnswer {
  @ApiProperty(STATUS)
  readonly status!: 'known' | 'pending';

  @ApiPropertyOptional({ type: MoneyDto })
  readonly value?: Readonly<MoneyDto>;

  @ApiPropertyOptional(BASIS)
  readonly basis?: Basis;

  @ApiPropertyOptional(MISSING)
  readonly missing?: readonly MissingFact[];
}

/** One of the sums that an open question may come to. */
export class MoneyCandidateAnswer implements Candidate<Readonly<MoneyDto>> {
  @ApiProperty({ example: 'By the cap of the day on which notice was given' })
  readonly reading!: string;

  @ApiProperty({ type: MoneyDto })
  readonly value!: Readonly<MoneyDto>;

  @ApiProperty(BASIS)
  readonly basis!: Basis;
}

/** A sum that an adviser may have to choose: then every candidate is here, and none of them is the value. */
export class MoneyOrReferralAnswer {
  @ApiProperty(ANSWER_STATUS)
  readonly status!: 'known' | 'pending' | 'refer';

  @ApiPropertyOptional({ type: MoneyDto })
  readonly value?: Readonly<MoneyDto>;

  @ApiPropertyOptional(BASIS)
  readonly basis?: Basis;

  @ApiPropertyOptional(MISSING)
  readonly missing?: readonly MissingFact[];

  @ApiPropertyOptional(REFERRALS)
  readonly referrals?: readonly Referral[];

  @ApiPropertyOptional({ type: [MoneyCandidateAnswer] })
  readonly candidates?: readonly Readonly<MoneyCandidateAnswer>[];
}

export function figureOf(value: Pence, basis: Basis): Readonly<MoneyFigureAnswer> {
  return { status: 'known', value: moneyOf(value), basis };
}

/** A sum of the domain as the API shows it. */
export function moneyFigure(figure: Figure<Pence>): Readonly<MoneyFigureAnswer> {
  return figure.status === 'pending' ? figure : figureOf(figure.value, figure.basis);
}

/** A sum that may be left to an adviser, as the API shows it. */
export function moneyOrReferral(answer: Answer<Pence>): Readonly<MoneyOrReferralAnswer> {
  return answerOnWire(answer, moneyOf);
}
