import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { PlainDate } from '../../kernel/plain-date.js';
import { DaysAnswer, daysAnswer } from '../../platform/http/wire/days.answer.js';
import { MoneyDto, moneyOf } from '../../platform/http/wire/money.dto.js';
import { figureOf, MoneyFigureAnswer } from '../../platform/http/wire/money-figure.answer.js';
import type { BridgingRechargeLineRow } from '../projections/bridging-recharge/bridging-recharge.query.js';

/** How the days of a line fall on the two bodies under a joint package. The parts and what is bridged make the whole. */
export class JointFiguresAnswer {
  @ApiProperty({
    description: 'What the council pays for the NHS body in a week, in exact pence.',
    example: '44550',
  })
  readonly bridgedWeeklyPence!: string;

  @ApiProperty({ type: MoneyDto, description: 'The whole package for the days.' })
  readonly whole!: Readonly<MoneyDto>;

  @ApiProperty({ type: MoneyDto, description: 'The council’s own part, which nobody owes it.' })
  readonly councilOwn!: Readonly<MoneyDto>;

  @ApiProperty({ type: MoneyDto, description: 'What the NHS body pays itself.' })
  readonly nhsOwn!: Readonly<MoneyDto>;

  @ApiProperty({
    type: MoneyDto,
    description: 'The contribution towards the council’s own part, which is not refunded.',
  })
  readonly councilContribution!: Readonly<MoneyDto>;
}

/** Why care at home was interrupted, and what the council paid meanwhile. */
export class SuspensionNoteAnswer {
  @ApiProperty({ enum: ['hospital', 'respite', 'other'], example: 'hospital' })
  readonly reason!: string;

  @ApiProperty({ enum: ['in-full', 'reduced', 'nothing'], example: 'reduced' })
  readonly paid!: string;
}

/** Days of bridging with one rate, contribution, share and liable body. */
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

  @ApiProperty({
    type: MoneyDto,
    description:
      'The contribution that the person paid and that counts for the days: received for them, or beyond what was assessed for other days of the charge.',
  })
  readonly contributionReceived!: Readonly<MoneyDto>;

  @ApiProperty({ type: MoneyFigureAnswer, description: 'What is claimed for the days.' })
  readonly amount!: Readonly<MoneyFigureAnswer>;

  @ApiProperty({ description: 'Who was liable at the time.', example: 'QM7' })
  readonly liableBody!: string;

  @ApiProperty({
    description: 'Who owes for the days; each body has a recharge of its own.',
    example: 'QM7',
  })
  readonly debtor!: string;

  @ApiPropertyOptional({ type: JointFiguresAnswer, description: 'Only under a joint package.' })
  readonly joint?: Readonly<JointFiguresAnswer>;

  @ApiPropertyOptional({
    type: SuspensionNoteAnswer,
    description: 'Only while care at home was interrupted.',
  })
  readonly suspension?: Readonly<SuspensionNoteAnswer>;

  @ApiProperty({
    type: [String],
    description: 'References of the payments that cover the days.',
    example: ['DP-0001'],
  })
  readonly payments!: readonly string[];

  @ApiProperty({ type: [DaysAnswer], description: 'Days that nobody is recorded to have paid for.' })
  readonly daysWithoutPayment!: readonly Readonly<DaysAnswer>[];

  @ApiPropertyOptional({
    type: String,
    format: 'date',
    description:
      'From this day on a claim for the oldest payment is out of time, by the years of the agreement.',
    example: '2030-05-01',
  })
  readonly claimBefore?: PlainDate;
}

function jointAnswer(joint: NonNullable<BridgingRechargeLineRow['joint']>): Readonly<JointFiguresAnswer> {
  return {
    bridgedWeeklyPence: joint.bridgedWeekly,
    whole: moneyOf(joint.wholePence),
    councilOwn: moneyOf(joint.councilOwnPence),
    nhsOwn: moneyOf(joint.nhsOwnPence),
    councilContribution: moneyOf(joint.councilContributionPence),
  };
}

export function lineAnswer(row: BridgingRechargeLineRow): Readonly<LiabilityLineAnswer> {
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
    debtor: row.debtor,
    payments: row.evidence,
    daysWithoutPayment: row.daysWithoutPayment.map(daysAnswer),
    ...(row.claimBefore && { claimBefore: row.claimBefore }),
    ...(row.joint && { joint: jointAnswer(row.joint) }),
    ...(row.suspension && { suspension: row.suspension }),
  };
}
