import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Basis } from '../../kernel/basis.js';
import type { Figure, MissingFact } from '../../kernel/figure.js';
import { negatePence, type Pence } from '../../kernel/pence.js';
import { addDays, dateInWords, type PlainDate } from '../../kernel/plain-date.js';
import { Clocked, type ClocksAnswer } from '../../platform/http/wire/clocks.js';
import { DaysAnswer, daysAnswer } from '../../platform/http/wire/days.answer.js';
import { MISSING } from '../../platform/http/wire/figure.answer.js';
import { MoneyDto, moneyOf } from '../../platform/http/wire/money.dto.js';
import { LiabilityLineAnswer, lineAnswer } from './liability-line.answer.js';
import { transferBackAnswer, TransferBackAnswer } from './transfer-back.answer.js';
import type {
  BridgingRechargeLineRow,
  BridgingRechargeRow,
  BridgingRechargeWithLines,
} from '../projections/bridging-recharge/bridging-recharge.query.js';
import { figureOf, MoneyFigureAnswer } from '../../platform/http/wire/money-figure.answer.js';

/** Days that wait for a fact and are in no total. */
export class HeldDaysAnswer extends DaysAnswer {
  @ApiProperty({ enum: ['pending'] })
  readonly status!: 'pending';

  @ApiProperty(MISSING)
  readonly missing!: readonly MissingFact[];
}

/** The part of a payment that was for days on which the direct payment was not owed any more. */
export class ReclaimedPaymentAnswer extends DaysAnswer {
  @ApiProperty({ example: 'DP-0002' })
  readonly reference!: string;

  @ApiProperty({ type: MoneyDto, description: 'Its part for those days; below zero for a reversal.' })
  readonly amount!: Readonly<MoneyDto>;
}

/** What the council takes back from the account of the direct payment. */
export class ReclaimAnswer extends MoneyFigureAnswer {
  @ApiPropertyOptional({ type: [ReclaimedPaymentAnswer], description: 'Only while the figure is known.' })
  readonly payments?: readonly Readonly<ReclaimedPaymentAnswer>[];
}

/** What somebody should look into. It changes no figure and stops no payment. */
export class WarningAnswer {
  @ApiProperty({ example: 'funding-gap' })
  readonly code!: string;

  @ApiProperty({ example: 'Nobody paid for these days, so no body owes another for them' })
  readonly reason!: string;

  @ApiPropertyOptional({ type: String, format: 'date', example: '2024-05-29' })
  readonly from?: PlainDate;

  @ApiPropertyOptional({
    type: String,
    format: 'date',
    description: 'Absent while it goes on.',
    example: '2024-06-02',
  })
  readonly lastDay?: PlainDate;
}

/** What of a one-off payment is charged, and why. */
export class OneOffChargeAnswer {
  @ApiProperty({ example: 'REC-118' })
  readonly receiptReference!: string;

  @ApiProperty({ example: 'for-later-use' })
  readonly kind!: string;

  @ApiProperty({ type: String, format: 'date', example: '2024-05-07' })
  readonly incurredOn!: PlainDate;

  @ApiProperty({ type: MoneyDto, description: 'What was paid.' })
  readonly paid!: Readonly<MoneyDto>;

  @ApiProperty({ type: MoneyFigureAnswer, description: 'What of it falls on the liable body.' })
  readonly charged!: Readonly<MoneyFigureAnswer>;

  @ApiPropertyOptional({ description: 'Why, as a code; absent while it waits.', example: 'approved-before' })
  readonly treatment?: string;
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

  @ApiProperty({
    type: [OneOffChargeAnswer],
    description:
      'Each makes a line where any of it is charged. One of held or parked days waits with them and is in no total.',
  })
  readonly oneOffs!: readonly Readonly<OneOffChargeAnswer>[];

  @ApiPropertyOptional({
    type: MoneyFigureAnswer,
    description:
      'What is taken off for bridging money left unspent, below zero; absent where nothing is. While days are parked it waits with them and is in no total.',
  })
  readonly accountCredit?: Readonly<MoneyFigureAnswer>;

  @ApiPropertyOptional({
    type: ReclaimAnswer,
    description:
      'What was paid for days after the last one owed: the council takes it back from the account. It is in no recharge.',
  })
  readonly reclaim?: Readonly<ReclaimAnswer>;

  @ApiPropertyOptional({
    type: MoneyFigureAnswer,
    description:
      'What has to stay in the account for leave when the council takes money back; absent where the agreement settles leave in another way.',
  })
  readonly heldBackForLeave?: Readonly<MoneyFigureAnswer>;

  @ApiPropertyOptional({
    type: [TransferBackAnswer],
    description:
      'What the council owes each NHS body for days after eligibility ended, until its own cover starts. It is in no total above.',
  })
  readonly transferBack?: readonly Readonly<TransferBackAnswer>[];

  @ApiProperty({ type: [WarningAnswer], description: 'What is odd, a gap in funding for one.' })
  readonly warnings!: readonly Readonly<WarningAnswer>[];

  @ApiPropertyOptional({ type: HeldDaysAnswer })
  readonly held?: Readonly<HeldDaysAnswer>;

  @ApiPropertyOptional({
    type: HeldDaysAnswer,
    description: 'Days for which NHS bodies dispute which of them is responsible. They are in no total.',
  })
  readonly parked?: Readonly<HeldDaysAnswer>;

  @Clocked()
  readonly clocks?: Readonly<ClocksAnswer>;
}

/** @param today the day that a claim is measured by, since some may be out of time by now */
export function liabilitiesAnswer(
  { head, lines }: BridgingRechargeWithLines,
  today: PlainDate,
): Readonly<LiabilitiesAnswer> {
  const { caseRef, creditor, debtor, grossBasis, held, parked, reclaim, warnings } = head;
  return {
    caseRef,
    creditor,
    debtor,
    grossBasis,
    ...periodOf(head),
    ...figuresOf(head),
    lines: lines.map(lineAnswer),
    oneOffs: (head.oneOffs ?? []).map(oneOffAnswer),
    ...(head.credit && { accountCredit: creditAnswer(head.credit) }),
    ...(reclaim && { reclaim: reclaimAnswer(reclaim) }),
    ...(head.leaveHeldBack && { heldBackForLeave: sumAnswer(head.leaveHeldBack) }),
    ...(head.transferBack && { transferBack: head.transferBack.map(transferBackAnswer) }),
    warnings: [...warnings.map(warningAnswer), ...lines.flatMap((line) => outOfTime(line, today))],
    ...(held && { held: { ...daysAnswer(held), status: 'pending', missing: [held.missing] } }),
    ...(parked && { parked: { ...daysAnswer(parked), status: 'pending', missing: [parked.missing] } }),
  };
}

function oneOffAnswer(
  oneOff: NonNullable<BridgingRechargeRow['oneOffs']>[number],
): Readonly<OneOffChargeAnswer> {
  const { receiptReference, kind, incurredOn, amountPence, charge } = oneOff;
  const about = { receiptReference, kind, incurredOn, paid: moneyOf(amountPence) };
  if (charge.status === 'pending') return { ...about, charged: charge };
  const { chargedPence, treatment } = charge.value;
  return { ...about, charged: figureOf(chargedPence, charge.basis), treatment };
}

function creditAnswer(credit: NonNullable<BridgingRechargeRow['credit']>): Readonly<MoneyFigureAnswer> {
  return credit.status === 'pending' ? credit : figureOf(negatePence(credit.value.creditPence), credit.basis);
}

function sumAnswer(figure: Figure<Pence>): Readonly<MoneyFigureAnswer> {
  return figure.status === 'pending' ? figure : figureOf(figure.value, figure.basis);
}

function reclaimAnswer(reclaim: NonNullable<BridgingRechargeRow['reclaim']>): Readonly<ReclaimAnswer> {
  if (reclaim.status === 'pending') return reclaim;
  const { totalPence, payments } = reclaim.value;
  return {
    ...figureOf(totalPence, reclaim.basis),
    payments: payments.map((payment) => ({
      reference: payment.reference,
      ...daysAnswer(payment),
      amount: moneyOf(payment.amountPence),
    })),
  };
}

/** A line whose oldest payment is so old that a claim for it may fail. It is charged all the same. */
function outOfTime(
  { fromDay, untilDay, claimBefore }: BridgingRechargeLineRow,
  today: PlainDate,
): readonly Readonly<WarningAnswer>[] {
  if (claimBefore === null || today < claimBefore) return [];
  const reason = `A claim for the oldest payment of these days has been out of time since ${dateInWords(claimBefore)}; it can still be sent`;
  return [{ code: 'claim-out-of-time', reason, ...daysAnswer({ from: fromDay, until: untilDay }) }];
}

function warningAnswer({
  code,
  reason,
  days,
}: BridgingRechargeRow['warnings'][number]): Readonly<WarningAnswer> {
  return {
    code,
    reason,
    ...(days && { from: days.from, ...(days.until && { lastDay: addDays(days.until, -1) }) }),
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
  const waiting: Readonly<MoneyFigureAnswer> = { status: 'pending', missing: head.missing };
  const shown = (value: Pence | null, explained: Basis | null) =>
    value === null || explained === null ? waiting : figureOf(value, explained);
  return {
    total: shown(totalPence, basis),
    refundToPerson: shown(refundToPersonPence, refundBasis),
    contributionCancelled: shown(contributionCancelledPence, refundBasis),
  };
}
