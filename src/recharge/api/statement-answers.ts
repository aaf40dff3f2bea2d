import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Basis } from '../../kernel/basis.js';
import type { MissingFact } from '../../kernel/figure.js';
import type { Period } from '../../kernel/period.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import { Clocked, ClocksQuery, type ClocksAnswer } from '../../platform/http/wire/clocks.js';
import { Day } from '../../platform/http/wire/fields.js';
import { DaysAnswer, daysAnswer } from '../../platform/http/wire/days.answer.js';
import { BASIS, MissingFactAnswer } from '../../platform/http/wire/figure.answer.js';
import { moneyOf, MoneyDto } from '../../platform/http/wire/money.dto.js';
import { QUERY_REASONS } from '../commands/vocabulary.js';
import type {
  DisputesByReason,
  StatementBalance,
  StatementDispute,
  StatementEntry,
  StatementFor,
  WaitingDocument,
} from '../projections/statement/statement.query.js';

const SIDES = ['council', 'nhs-body'] as const;

/** The days of a statement, both included. */
export class StatementQueryDto extends ClocksQuery {
  @Day('The first day of the period.', '2024-04-01')
  readonly from!: PlainDate;

  @Day('The last day of the period.', '2025-03-31')
  readonly to!: PlainDate;
}

/** What one body owes the other over the period. */
export class StatementBalanceAnswer {
  @ApiProperty({
    type: MoneyDto,
    description: 'Before the first day. Below zero where money is to be returned.',
  })
  readonly opening!: Readonly<MoneyDto>;

  @ApiProperty({ type: MoneyDto, description: 'Documents dated in the period.' })
  readonly recharges!: Readonly<MoneyDto>;

  @ApiProperty({ type: MoneyDto, description: 'Zero or below.' })
  readonly credits!: Readonly<MoneyDto>;

  @ApiProperty({ type: MoneyDto, description: 'Zero or below.' })
  readonly payments!: Readonly<MoneyDto>;

  @ApiProperty({ type: MoneyDto, description: 'The sum of the four.' })
  readonly closing!: Readonly<MoneyDto>;

  @ApiProperty(BASIS)
  readonly basis!: Basis;
}

/** What every line of a statement says of its document. */
export class StatementLineAnswer {
  @ApiProperty({ example: 'RC-2M8D0T4ZKX' })
  readonly rechargeRef!: string;

  @ApiProperty({ example: 'TC-7F3K92QD1M' })
  readonly caseRef!: string;

  @ApiProperty({ enum: SIDES, example: 'nhs-body' })
  readonly owedBy!: string;

  @ApiProperty({ description: 'Who was liable at the time, before any succession.', example: '06N' })
  readonly bodyAtTime!: string;

  @ApiProperty({ type: MoneyDto, description: 'Below zero where it takes off what is owed.' })
  readonly amount!: Readonly<MoneyDto>;
}

/** One movement of the period. */
export class StatementEntryAnswer extends StatementLineAnswer {
  @ApiProperty({ type: String, format: 'date', example: '2024-07-08' })
  readonly on!: PlainDate;

  @ApiProperty({ enum: ['recharge', 'credit-note', 'payment', 'credit'], example: 'recharge' })
  readonly kind!: string;

  @ApiProperty({ description: 'The invoice, the payment, or why it was credited.', example: 'INV-1001' })
  readonly reference!: string;
}

/** A line that is in dispute on the last day. */
export class StatementDisputeAnswer extends StatementLineAnswer {
  @ApiProperty({ description: 'The line of the document.', example: 1 })
  readonly line!: number;

  @ApiProperty({ enum: QUERY_REASONS, example: 'rate-not-evidenced' })
  readonly reasonCode!: string;

  @ApiProperty({ type: String, format: 'date', example: '2024-07-15' })
  readonly queriedOn!: PlainDate;

  @ApiProperty({ description: 'Days from the query to the last day of the period.', example: 44 })
  readonly ageDays!: number;
}

/** Disputed sums of one reason by age in days. */
export class DisputesByReasonAnswer {
  @ApiProperty({ enum: QUERY_REASONS, example: 'rate-not-evidenced' })
  readonly reasonCode!: string;

  @ApiProperty({ example: 1 })
  readonly lines!: number;

  @ApiProperty({ type: MoneyDto })
  readonly total!: Readonly<MoneyDto>;

  @ApiProperty({ type: MoneyDto })
  readonly upTo30!: Readonly<MoneyDto>;

  @ApiProperty({ type: MoneyDto })
  readonly upTo60!: Readonly<MoneyDto>;

  @ApiProperty({ type: MoneyDto })
  readonly upTo90!: Readonly<MoneyDto>;

  @ApiProperty({ type: MoneyDto })
  readonly over90!: Readonly<MoneyDto>;
}

/** A document that is on no statement until its payer is chosen. */
export class WaitingDocumentAnswer {
  @ApiProperty({ example: 'RC-2M8D0T4ZKX' })
  readonly rechargeRef!: string;

  @ApiProperty({ example: 'TC-7F3K92QD1M' })
  readonly caseRef!: string;

  @ApiProperty({ type: MoneyDto, description: 'On the last day of the period.' })
  readonly outstanding!: Readonly<MoneyDto>;

  @ApiProperty({ type: MissingFactAnswer })
  readonly missing!: MissingFact;
}

/** The account of a council and an NHS body. Both read the same, but for `you`. */
export class StatementAnswer {
  @ApiProperty({ enum: SIDES, description: 'On which side your organisation stands.', example: 'council' })
  readonly you!: string;

  @ApiProperty({ description: 'GSS code.', example: 'E10000015' })
  readonly council!: string;

  @ApiProperty({ description: 'ODS code.', example: 'QM7' })
  readonly nhsBody!: string;

  @ApiProperty({ type: DaysAnswer })
  readonly period!: Readonly<DaysAnswer>;

  @ApiProperty({ type: StatementBalanceAnswer })
  readonly nhsBodyOwes!: Readonly<StatementBalanceAnswer>;

  @ApiProperty({ type: StatementBalanceAnswer })
  readonly councilOwes!: Readonly<StatementBalanceAnswer>;

  @ApiProperty({
    type: MoneyDto,
    description: 'What the NHS body owes with both set off; below zero where the council owes.',
  })
  readonly netOpening!: Readonly<MoneyDto>;

  @ApiProperty({ type: MoneyDto })
  readonly netClosing!: Readonly<MoneyDto>;

  @ApiProperty({ type: [StatementEntryAnswer] })
  readonly entries!: readonly Readonly<StatementEntryAnswer>[];

  @ApiProperty({ type: [StatementDisputeAnswer] })
  readonly disputes!: readonly Readonly<StatementDisputeAnswer>[];

  @ApiProperty({ type: [DisputesByReasonAnswer] })
  readonly disputesByReason!: readonly Readonly<DisputesByReasonAnswer>[];

  @ApiPropertyOptional({
    type: [WaitingDocumentAnswer],
    description: 'In no balance, since a body was split and nobody has chosen who pays.',
  })
  readonly waiting!: readonly Readonly<WaitingDocumentAnswer>[];

  @Clocked()
  readonly clocks?: Readonly<ClocksAnswer>;
}

export function statementAnswer(
  { you, council, nhsBody, statement }: StatementFor,
  period: Period,
): Readonly<StatementAnswer> {
  const { nhsBodyOwes, councilOwes, netOpeningPence, netClosingPence } = statement;
  return {
    you,
    council,
    nhsBody,
    period: daysAnswer(period),
    nhsBodyOwes: balanceAnswer(nhsBodyOwes),
    councilOwes: balanceAnswer(councilOwes),
    netOpening: moneyOf(netOpeningPence),
    netClosing: moneyOf(netClosingPence),
    entries: statement.entries.map(withMoney),
    disputes: statement.disputes.map(withMoney),
    disputesByReason: statement.disputesByReason.map(reasonAnswer),
    waiting: statement.waiting.map(waitingAnswer),
  };
}

function withMoney<Line extends StatementEntry | StatementDispute>({ amountPence, ...line }: Line) {
  return { ...line, amount: moneyOf(amountPence) };
}

function balanceAnswer(balance: StatementBalance): Readonly<StatementBalanceAnswer> {
  return {
    opening: moneyOf(balance.openingPence),
    recharges: moneyOf(balance.rechargesPence),
    credits: moneyOf(balance.creditsPence),
    payments: moneyOf(balance.paymentsPence),
    closing: moneyOf(balance.closingPence),
    basis: balance.basis,
  };
}

function reasonAnswer({ reasonCode, lines, ...sums }: DisputesByReason): Readonly<DisputesByReasonAnswer> {
  return {
    reasonCode,
    lines,
    total: moneyOf(sums.totalPence),
    upTo30: moneyOf(sums.upTo30Pence),
    upTo60: moneyOf(sums.upTo60Pence),
    upTo90: moneyOf(sums.upTo90Pence),
    over90: moneyOf(sums.over90Pence),
  };
}

function waitingAnswer({ outstandingPence, ...document }: WaitingDocument): Readonly<WaitingDocumentAnswer> {
  return { ...document, outstanding: moneyOf(outstandingPence) };
}
