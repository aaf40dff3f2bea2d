import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { MissingFact } from '../../kernel/figure.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import { DaysAnswer, daysAnswer } from '../../platform/http/wire/days.answer.js';
import { MISSING } from '../../platform/http/wire/figure.answer.js';
import { MoneyDto, moneyOf } from '../../platform/http/wire/money.dto.js';
import type {
  BridgingRechargeLineRow,
  BridgingRechargeRow,
  BridgingRechargeWithLines,
} from '../projections/bridging-recharge/bridging-recharge.query.js';
import { figureOf, MoneyFigureAnswer } from '../../platform/http/wire/money-figure.answer.js';

/** Days of bridging with one rate, one contribution and one liable body. */
export class LiabilityLineAnswer extends DaysAnswer {
  @ApiProperty({ example: 1 })
  readonly number!: number;

  @ApiProperty({ example: 56 })
  readonly days!: number;

  @ApiProperty({ type: MoneyDto, description: 'The whole package for a week.' })
  readonly weeklyGross!: Readonly<MoneyDto>;

  @ApiProperty({ type: MoneyDto, description: 'What the person was assessed to pay for a week.' })
  readonly weeklyContribution!: Readonly<MoneyDto>;

  @ApiProperty({ type: MoneyDto, description: 'What the council paid net for the days.' })
  readonly net!: Readonly<MoneyDto>;

  @ApiProperty({ type: MoneyDto, description: 'The contribution that was assessed for the days.' })
  readonly contribution!: Readonly<MoneyDto>;

  @ApiProperty({ type: MoneyDto, description: 'The contribution that the person paid for the days.' })
  readonly contributionReceived!: Readonly<MoneyDto>;

  @ApiProperty({ type: MoneyFigureAnswer, description: 'What is claimed for the days.' })
  readonly amount!: Readonly<MoneyFigureAnswer>;

  @ApiProperty({ description: 'Who was liable at the time.', example: 'QM7' })
  readonly liableBody!: string;

  @ApiProperty({ description: 'References of the payments that cover the days.', example: ['DP-0001'] })
  readonly payments!: readonly string[];

  @ApiProperty({ type: [DaysAnswer], description: 'Days that nobody is recorded to have paid for.' })
  readonly daysWithoutPayment!: readonly Readonly<DaysAnswer>[];

  @ApiPropertyOptional({
    type: String,
    format: 'date',
    description: 'From this day on a claim for the oldest payment is more than six years old.',
    example: '2030-05-01',
  })
  readonly claimBefore?: PlainDate;
}

/** Days that wait for a fact and are in no total. */
export class HeldDaysAnswer extends DaysAnswer {
  @ApiProperty({ enum: ['pending'] })
  readonly status!: 'pending';

  @ApiProperty(MISSING)
  readonly missing!: readonly MissingFact[];
}

/** What today's facts of a case give as the recharge for bridging. */
export class LiabilitiesAnswer {
  @ApiProperty({ example: 'TC-7F3K92QD1M' })
  readonly caseRef!: string;

  @ApiProperty({ description: 'Who paid, and is owed.', example: 'E10000015' })
  readonly creditor!: string;

  @ApiProperty({ description: 'Who was liable, and owes.', example: 'QM7' })
  readonly debtor!: string;

  @ApiProperty({ enum: ['evidenced', 'full', 'net'] })
  readonly grossBasis!: string;

  @ApiPropertyOptional({
    type: DaysAnswer,
    description: 'Absent while it is not known, or when there are none.',
  })
  readonly period?: Readonly<DaysAnswer>;

  @ApiProperty({ type: MoneyFigureAnswer })
  readonly total!: Readonly<MoneyFigureAnswer>;

  @ApiProperty({ type: MoneyFigureAnswer, description: 'What the council gives back to the person.' })
  readonly refundToPerson!: Readonly<MoneyFigureAnswer>;

  @ApiProperty({ type: MoneyFigureAnswer, description: 'What the person was charged and does not owe.' })
  readonly contributionCancelled!: Readonly<MoneyFigureAnswer>;

  @ApiProperty({ type: [LiabilityLineAnswer] })
  readonly lines!: readonly Readonly<LiabilityLineAnswer>[];

  @ApiPropertyOptional({ type: HeldDaysAnswer })
  readonly held?: Readonly<HeldDaysAnswer>;
}

export function liabilitiesAnswer({ head, lines }: BridgingRechargeWithLines): Readonly<LiabilitiesAnswer> {
  const { caseRef, creditor, debtor, grossBasis, held } = head;
  return {
    caseRef,
    creditor,
    debtor,
    grossBasis,
    ...periodOf(head),
    ...figuresOf(head),
    lines: lines.map(lineAnswer),
    ...(held && { held: { ...daysAnswer(held), status: 'pending', missing: [held.missing] } }),
  };
}

function periodOf({ fromDay, untilDay }: BridgingRechargeRow): Pick<LiabilitiesAnswer, 'period'> {
  if (fromDay === null || untilDay === null || fromDay === untilDay) return {};
  return { period: daysAnswer({ from: fromDay, until: untilDay }) };
}

function figuresOf(
  head: BridgingRechargeRow,
): Pick<LiabilitiesAnswer, 'total' | 'refundToPerson' | 'contributionCancelled'> {
  const { totalPence, refundToPersonPence, contributionCancelledPence, basis, refundBasis } = head;
  const sumsAreKnown =
    totalPence !== null && refundToPersonPence !== null && contributionCancelledPence !== null;
  if (!sumsAreKnown || basis === null || refundBasis === null) {
    const waiting: Readonly<MoneyFigureAnswer> = { status: 'pending', missing: head.missing };
    return { total: waiting, refundToPerson: waiting, contributionCancelled: waiting };
  }
  return {
    total: figureOf(totalPence, basis),
    refundToPerson: figureOf(refundToPersonPence, refundBasis),
    contributionCancelled: figureOf(contributionCancelledPence, refundBasis),
  };
}

function lineAnswer(row: BridgingRechargeLineRow): Readonly<LiabilityLineAnswer> {
  return {
    number: row.number,
    ...daysAnswer({ from: row.fromDay, until: row.untilDay }),
    days: row.days,
    weeklyGross: moneyOf(row.weeklyGrossPence),
    weeklyContribution: moneyOf(row.weeklyContributionPence),
    net: moneyOf(row.netPence),
    contribution: moneyOf(row.contributionPence),
    contributionReceived: moneyOf(row.contributionReceivedPence),
    amount: figureOf(row.amountPence, row.basis),
    liableBody: row.liableBody,
    payments: row.evidence,
    daysWithoutPayment: row.daysWithoutPayment.map(daysAnswer),
    ...(row.claimBefore && { claimBefore: row.claimBefore }),
  };
}
