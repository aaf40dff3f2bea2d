import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Basis } from '../../kernel/basis.js';
import { sumPence, type Pence } from '../../kernel/pence.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import { Clocked, type ClocksAnswer } from '../../platform/http/wire/clocks.js';
import { DaysAnswer, daysAnswer } from '../../platform/http/wire/days.answer.js';
import { BASIS } from '../../platform/http/wire/figure.answer.js';
import { MoneyDto, moneyOf } from '../../platform/http/wire/money.dto.js';
import {
  DOCUMENT_ROUTES,
  LINE_KINDS,
  nextStepsOf,
  RECHARGE_DIRECTIONS,
  RECHARGE_SIDES,
  RECHARGE_STATUSES,
  SUCCESSOR_REASONS,
  type Direction,
  type RechargeLineRow,
  type RechargeRow,
  type RechargeSide,
  type RechargeStatus,
  type RechargeStep,
  type RechargeWithLines,
} from '../projections/recharges/recharges.query.js';

/** A recharge, as lists show it. */
export class RechargeSummary {
  @ApiProperty({ example: 'RC-7F3K92QD1M' })
  readonly rechargeRef!: string;

  @ApiProperty({ example: 'TC-7F3K92QD1M' })
  readonly caseRef!: string;

  @ApiProperty({ enum: RECHARGE_STATUSES, example: 'issued' })
  readonly status!: RechargeStatus;

  @ApiProperty({
    type: [String],
    description: 'What may happen next.',
    example: ['query-line', 'accept-line', 'credit'],
  })
  readonly nextSteps!: readonly RechargeStep[];

  @ApiProperty({
    enum: RECHARGE_SIDES,
    isArray: true,
    description:
      'Who has to do something next: the creditor while a draft, a query or a credit waits for it, the debtor while a line has no answer or an accepted one is not paid.',
    example: ['debtor'],
  })
  readonly waitingOn!: readonly RechargeSide[];

  @ApiProperty({
    enum: RECHARGE_DIRECTIONS,
    description:
      'What the NHS body owes for bridging, or what the council owes for the days on the way back.',
  })
  readonly direction!: Direction;

  @ApiProperty({ enum: ['recharge', 'credit-note'] })
  readonly document!: string;

  @ApiProperty({ description: 'Who paid, and is owed.', example: 'E10000015' })
  readonly creditor!: string;

  @ApiProperty({ description: 'Who was liable, and owes.', example: 'QM7' })
  readonly debtor!: string;

  @ApiPropertyOptional({
    description: 'Who pays for the debtor since the document was issued.',
    example: 'QM7',
  })
  readonly payableBy?: string;

  @ApiProperty({ type: MoneyDto, description: 'The sum of the lines.' })
  readonly total!: Readonly<MoneyDto>;

  @ApiProperty({ type: MoneyDto, description: 'Below zero when money is to be returned.' })
  readonly outstanding!: Readonly<MoneyDto>;

  @ApiPropertyOptional({ type: String, format: 'date', example: '2024-08-07' })
  readonly paymentDueOn?: PlainDate;

  @ApiPropertyOptional({ type: String, format: 'date', example: '2024-07-29' })
  readonly queryDueOn?: PlainDate;
}

/** One line of a recharge with what the debtor said of it. */
export class RechargeLineAnswer extends DaysAnswer {
  @ApiProperty({ example: 1 })
  readonly number!: number;

  @ApiProperty({ enum: LINE_KINDS })
  readonly kind!: string;

  @ApiProperty({ example: 56 })
  readonly days!: number;

  @ApiPropertyOptional({ type: MoneyDto })
  readonly weekly?: Readonly<MoneyDto>;

  @ApiProperty({ type: MoneyDto, description: 'A credit is negative.' })
  readonly amount!: Readonly<MoneyDto>;

  @ApiProperty({ type: MoneyDto, description: 'The sum of the lines up to this one.' })
  readonly runningTotal!: Readonly<MoneyDto>;

  @ApiProperty(BASIS)
  readonly basis!: Basis;

  @ApiProperty({ description: 'Who was liable at the time.', example: 'QM7' })
  readonly bodyAtTime!: string;

  @ApiProperty({
    type: [String],
    description: 'References of payments, receipts or statements.',
    example: ['DP-0001'],
  })
  readonly evidence!: readonly string[];

  @ApiPropertyOptional({ type: String, format: 'date', example: '2030-05-01' })
  readonly claimBefore?: PlainDate;

  @ApiProperty({
    description: 'The oldest payment was six years old on the date of the document.',
    example: false,
  })
  readonly outOfTime!: boolean;

  @ApiProperty({ enum: ['open', 'queried', 'accepted'] })
  readonly answer!: string;

  @ApiPropertyOptional({ example: 'rate-not-evidenced' })
  readonly queryReason?: string;
}

/** A payment of a recharge. */
export class RechargePaymentAnswer {
  @ApiProperty({ example: 'BACS-20240720-14' })
  readonly paymentReference!: string;

  @ApiProperty({ type: String, format: 'date', example: '2024-07-20' })
  readonly paidOn!: PlainDate;

  @ApiProperty({ type: MoneyDto })
  readonly amount!: Readonly<MoneyDto>;
}

/** Which successor of a debtor that was split pays, and why. */
export class SuccessorChoiceAnswer {
  @ApiProperty({ example: 'QM7' })
  readonly payableBy!: string;

  @ApiProperty({ enum: SUCCESSOR_REASONS, example: 'area-of-the-person' })
  readonly reasonCode!: string;

  @ApiProperty({ description: 'What shows it.', example: 'SCHEME-2026-04' })
  readonly documentReference!: string;
}

/** Why an approval holds no more. */
export class ApprovalLapseAnswer {
  @ApiProperty({ description: 'How many facts behind the sum were recorded after the approval.', example: 1 })
  readonly recordedSince!: number;

  @ApiProperty({
    description: 'The first of them.',
    example: '3f2a8c1e-5b0d-8c4a-9e7f-1a2b3c4d5e6f',
  })
  readonly eventId!: string;

  @ApiProperty({ example: 'transfer-case.payment-made' })
  readonly eventType!: string;
}

/** A credit that one person asked for and nobody else has agreed to yet. */
export class CreditRequestAnswer {
  @ApiProperty({ example: 'facts-changed' })
  readonly reasonCode!: string;

  @ApiProperty({ type: String, format: 'date', example: '2024-07-22' })
  readonly requestedOn!: PlainDate;

  @ApiProperty({ description: 'A sign-in id.', example: 'b0c4e1' })
  readonly requestedBy!: string;
}

/** A recharge with its lines and payments. */
export class RechargeAnswer extends RechargeSummary {
  @ApiProperty({ enum: DOCUMENT_ROUTES })
  readonly documentRoute!: string;

  @ApiPropertyOptional({ example: 'AG-7F3K92QD1M' })
  readonly agreementId?: string;

  @ApiPropertyOptional({ example: 1 })
  readonly agreementVersion?: number;

  @ApiProperty({ type: MoneyDto })
  readonly accepted!: Readonly<MoneyDto>;

  @ApiProperty({ type: MoneyDto, description: 'On this version and those before it.' })
  readonly paid!: Readonly<MoneyDto>;

  @ApiProperty({ type: MoneyDto, description: 'Zero or below.' })
  readonly credited!: Readonly<MoneyDto>;

  @ApiProperty({ type: MoneyDto, description: 'What the council gives back to the person.' })
  readonly refundToPerson!: Readonly<MoneyDto>;

  @ApiProperty({ type: MoneyDto, description: 'What the person was charged and does not owe.' })
  readonly contributionCancelled!: Readonly<MoneyDto>;

  @ApiProperty({
    type: [String],
    description: 'Employments whose leave is not known and is in no line.',
    example: [],
  })
  readonly leavePendingFor!: readonly string[];

  @ApiPropertyOptional({ example: 'RC-2M8D0T4ZKX' })
  readonly supersedes?: string;

  @ApiPropertyOptional({ example: 'RC-9P1W6Y3VHB' })
  readonly supersededBy?: string;

  @ApiProperty({ type: String, format: 'date', example: '2024-07-01' })
  readonly calculatedOn!: PlainDate;

  @ApiPropertyOptional({ type: String, format: 'date', example: '2024-07-08' })
  readonly documentDate?: PlainDate;

  @ApiPropertyOptional({ example: 'INV-1001' })
  readonly invoiceReference?: string;

  @ApiPropertyOptional({ example: 'PO-77' })
  readonly purchaseOrder?: string;

  @ApiPropertyOptional({
    type: SuccessorChoiceAnswer,
    description: 'Only where the debtor was split before the date of the document.',
  })
  readonly successorChoice?: Readonly<SuccessorChoiceAnswer>;

  @ApiPropertyOptional({ example: 'facts-changed' })
  readonly creditReason?: string;

  @ApiProperty({ description: 'The sign-in id of who worked it out.', example: 'b0c4e1' })
  readonly preparedBy!: string;

  @ApiPropertyOptional({ description: 'The sign-in id of who released it.', example: 'a77f20' })
  readonly approvedBy?: string;

  @ApiPropertyOptional({ type: String, format: 'date', example: '2024-07-02' })
  readonly approvedOn?: PlainDate;

  @ApiPropertyOptional({
    type: ApprovalLapseAnswer,
    description: 'Only while the recharge has to be approved again before it is issued.',
  })
  readonly approvalLapse?: Readonly<ApprovalLapseAnswer>;

  @ApiPropertyOptional({
    type: CreditRequestAnswer,
    description: 'Only while a second person has to agree to a credit.',
  })
  readonly creditRequest?: Readonly<CreditRequestAnswer>;

  @ApiProperty(BASIS)
  readonly basis!: Basis;

  @ApiProperty({ type: [RechargeLineAnswer] })
  readonly lines!: readonly Readonly<RechargeLineAnswer>[];

  @ApiProperty({ type: [RechargePaymentAnswer] })
  readonly payments!: readonly Readonly<RechargePaymentAnswer>[];

  @Clocked()
  readonly clocks?: Readonly<ClocksAnswer>;
}

/** The recharges of one case. */
export class RechargesOfCaseAnswer {
  @ApiProperty({ example: 'TC-7F3K92QD1M' })
  readonly caseRef!: string;

  @ApiProperty({ type: [RechargeAnswer] })
  readonly items!: readonly Readonly<RechargeAnswer>[];

  @Clocked()
  readonly clocks?: Readonly<ClocksAnswer>;
}

export function summaryOf(row: RechargeRow): Readonly<RechargeSummary> {
  const { rechargeRef, caseRef, status, direction, document, creditor, debtor } = row;
  return {
    rechargeRef,
    caseRef,
    status,
    nextSteps: nextStepsOf(row),
    waitingOn: row.waitingOn,
    direction,
    document,
    creditor,
    debtor,
    total: moneyOf(row.totalPence),
    outstanding: moneyOf(row.outstandingPence),
    ...known({ payableBy: row.payableBy, paymentDueOn: row.paymentDueOn, queryDueOn: row.queryDueOn }),
  };
}

export function rechargeAnswer({ recharge: row, lines }: RechargeWithLines): Readonly<RechargeAnswer> {
  const { documentRoute, leavePendingFor, calculatedOn, preparedBy, basis } = row;
  const { agreementId, agreementVersion, supersedes, supersededBy } = row;
  const { documentDate, invoiceReference, purchaseOrder, creditReason, approvedBy } = row;
  return {
    ...summaryOf(row),
    documentRoute,
    accepted: moneyOf(row.acceptedPence),
    paid: moneyOf(row.paidPence),
    credited: moneyOf(row.creditedPence),
    refundToPerson: moneyOf(row.refundToPersonPence),
    contributionCancelled: moneyOf(row.contributionCancelledPence),
    leavePendingFor,
    calculatedOn,
    preparedBy,
    basis,
    ...known({ agreementId, agreementVersion, supersedes, supersededBy }),
    ...known({ successorChoice: row.successorChoice }),
    ...known({ approvedOn: row.approvedOn, approvalLapse: row.approvalLapse }),
    ...known({ creditRequest: row.creditRequest }),
    ...known({ documentDate, invoiceReference, purchaseOrder, creditReason, approvedBy }),
    lines: lines.map((line, index) => lineAnswer(line, runningTotal(lines, index))),
    payments: row.payments.map(({ amountPence, ...payment }) => ({
      ...payment,
      amount: moneyOf(amountPence),
    })),
  };
}

function runningTotal(lines: readonly RechargeLineRow[], index: number): Pence {
  return sumPence(lines.slice(0, index + 1).map(({ amountPence }) => amountPence));
}

function lineAnswer(row: RechargeLineRow, running: Pence): Readonly<RechargeLineAnswer> {
  const { number, kind, days, basis, bodyAtTime, evidence, outOfTime, answer, claimBefore, queryReason } =
    row;
  return {
    number,
    kind,
    ...daysAnswer({ from: row.fromDay, until: row.untilDay }),
    days,
    ...(row.weeklyPence !== null && { weekly: moneyOf(row.weeklyPence) }),
    amount: moneyOf(row.amountPence),
    runningTotal: moneyOf(running),
    basis,
    bodyAtTime,
    evidence,
    outOfTime,
    answer,
    ...known({ claimBefore, queryReason }),
  };
}

type Known<Row> = { readonly [Name in keyof Row]?: NonNullable<Row[Name]> };

/** The columns that hold something: what is not known is left out of an answer. */
function known<Row extends object>(columns: Row): Known<Row> {
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== null)) as Known<Row>;
}
