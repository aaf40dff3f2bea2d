import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Basis } from '../../kernel/basis.js';
import type { Figure, MissingFact, Referral } from '../../kernel/figure.js';
import { ZERO_PENCE, type Pence } from '../../kernel/pence.js';
import { Clocked, type ClocksAnswer } from '../../platform/http/wire/clocks.js';
import { ANSWER_STATUS, BASIS, MISSING, REFERRALS } from '../../platform/http/wire/figure.answer.js';
import { MoneyDto, moneyOf } from '../../platform/http/wire/money.dto.js';
import {
  NoticeAndLeaveAnswer,
  NoticePayAnswer,
  noticePayAnswer,
  PartyAdjustmentAnswer,
  SettlementAnswer,
  SplitAdjustmentAnswer,
} from './settlement-answers.js';
import { StatutoryPaymentAnswer, statutoryAnswer } from './statutory-payment-answer.js';
import { exactText, type RedundancyCost } from '../commands/calculate-redundancy.js';
import { INSURANCE_CLAIMS, type RedundancyShared } from '../commands/vocabulary.js';
import type {
  RedundancyCostRow,
  RedundancyWithShares,
  ShareShown,
  SplitDetails,
} from '../projections/redundancy-cost-split/redundancies.query.js';

/** Who pays a share today. */
export type PayableToday =
  | { readonly status: 'known'; readonly code: string; readonly name: string }
  | { readonly status: 'pending'; readonly missing: MissingFact };

/** One funder's share. */
export class FunderShareAnswer {
  @ApiProperty({
    description: 'The body that answers for the days it or a predecessor funded, or "employer".',
    example: '06N',
  })
  readonly funder!: string;

  @ApiProperty({ description: 'Its time in the unit of the agreement, exact.', example: '1826' })
  readonly weight!: string;

  @ApiProperty({ type: MoneyDto })
  readonly share!: Readonly<MoneyDto>;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: 'The body that pays today, or what has to be settled first. Absent for the employer.',
    example: { status: 'known', code: 'QM7', name: 'NHS Hertfordshire and West Essex ICB' },
  })
  readonly payableBy?: PayableToday;
}

/** The split of one reading, where an adviser has to choose between several. */
export class SplitCandidateAnswer {
  @ApiProperty({ example: 'unserved notice not added to service' })
  readonly reading!: string;

  @ApiProperty({ type: MoneyDto })
  readonly statutory!: Readonly<MoneyDto>;

  @ApiProperty({ type: MoneyDto })
  readonly residual!: Readonly<MoneyDto>;

  @ApiProperty({ type: [FunderShareAnswer] })
  readonly shares!: readonly Readonly<FunderShareAnswer>[];

  @ApiProperty(BASIS)
  readonly basis!: Basis;
}

/** What is shared and by whom. */
export class SplitAnswer {
  @ApiProperty(ANSWER_STATUS)
  readonly status!: 'known' | 'pending' | 'refer';

  @ApiPropertyOptional({ type: MoneyDto, description: 'What is paid above the statutory sum and shared.' })
  readonly aboveStatutory?: Readonly<MoneyDto>;

  @ApiPropertyOptional({ type: MoneyDto, description: 'What the insurer paid.' })
  readonly insurance?: Readonly<MoneyDto>;

  @ApiPropertyOptional({ type: MoneyDto, description: 'What of it the payment needed.' })
  readonly insuranceUsed?: Readonly<MoneyDto>;

  @ApiPropertyOptional({ type: MoneyDto, description: 'Money that was set aside.' })
  readonly reserves?: Readonly<MoneyDto>;

  @ApiPropertyOptional({ type: MoneyDto, description: 'What of it the payment needed.' })
  readonly reservesUsed?: Readonly<MoneyDto>;

  @ApiPropertyOptional({ type: MoneyDto, description: 'What insurance and reserves leave.' })
  readonly residual?: Readonly<MoneyDto>;

  @ApiPropertyOptional({ type: MoneyDto, description: 'What the estate contributes of the residual.' })
  readonly estate?: Readonly<MoneyDto>;

  @ApiPropertyOptional({
    type: [FunderShareAnswer],
    description: 'They sum to the residual less the estate.',
  })
  readonly shares?: readonly Readonly<FunderShareAnswer>[];

  @ApiPropertyOptional({ type: SettlementAnswer })
  readonly settlement?: Readonly<SettlementAnswer>;

  @ApiPropertyOptional({ type: NoticeAndLeaveAnswer })
  readonly noticeAndLeave?: Readonly<NoticeAndLeaveAnswer>;

  @ApiPropertyOptional(BASIS)
  readonly basis?: Basis;

  @ApiPropertyOptional(MISSING)
  readonly missing?: readonly MissingFact[];

  @ApiPropertyOptional(REFERRALS)
  readonly referrals?: readonly Referral[];

  @ApiPropertyOptional({ type: [SplitCandidateAnswer] })
  readonly candidates?: readonly Readonly<SplitCandidateAnswer>[];
}

/** A split that the parties recorded. */
export class RecordedSplitAnswer {
  @ApiProperty({ enum: ['interim', 'final'] })
  readonly kind!: string;

  @ApiProperty({ example: 'PANEL-2024-07' })
  readonly reference!: string;

  @ApiProperty({ type: MoneyDto })
  readonly residual!: Readonly<MoneyDto>;

  @ApiProperty({ type: [FunderShareAnswer] })
  readonly shares!: readonly Readonly<FunderShareAnswer>[];

  @ApiPropertyOptional({ type: MoneyDto })
  readonly estate?: Readonly<MoneyDto>;

  @ApiPropertyOptional({
    description: 'The recorded split that this one puts right.',
    example: 'PANEL-2024-06',
  })
  readonly adjusts?: string;

  @ApiPropertyOptional({ type: [PartyAdjustmentAnswer] })
  readonly adjustments?: readonly Readonly<PartyAdjustmentAnswer>[];

  @ApiPropertyOptional(BASIS)
  readonly adjustmentBasis?: Basis;
}

/** What the redundancy of one PA costs. */
export class RedundancyAnswer {
  @ApiProperty({ example: 'EM-7F3K92QD1M' })
  readonly employmentId!: string;

  @ApiProperty({ example: 'PA-4471' })
  readonly assistantRef!: string;

  @ApiPropertyOptional({ type: StatutoryPaymentAnswer, description: 'Absent until it is assessed.' })
  readonly statutory?: Readonly<StatutoryPaymentAnswer>;

  @ApiPropertyOptional({
    type: NoticePayAnswer,
    description: 'Absent until it is assessed and known whether notice was given.',
  })
  readonly noticePay?: Readonly<NoticePayAnswer>;

  @ApiPropertyOptional({
    type: MoneyDto,
    description: 'Paid instead of notice where none was due. Never shared.',
  })
  readonly exGratiaNotice?: Readonly<MoneyDto>;

  @ApiPropertyOptional({ enum: INSURANCE_CLAIMS, description: 'Absent until it is recorded.' })
  readonly insuranceClaim?: string;

  @ApiProperty({ description: 'True while the insurer may still pay, so that no split is final.' })
  readonly interim!: boolean;

  @ApiProperty({ type: SplitAnswer })
  readonly split!: Readonly<SplitAnswer>;

  @ApiProperty({ type: [RecordedSplitAnswer], description: 'Oldest first.' })
  readonly recorded!: readonly Readonly<RecordedSplitAnswer>[];

  @ApiPropertyOptional({
    type: SplitAdjustmentAnswer,
    description: 'Where today’s split differs from the last recorded one.',
  })
  readonly adjustment?: Readonly<SplitAdjustmentAnswer>;
}

/** The redundancies of a case: a person has few PAs, so there is one page. */
export class RedundanciesAnswer {
  @ApiProperty({ type: [RedundancyAnswer] })
  readonly items!: readonly Readonly<RedundancyAnswer>[];

  @Clocked()
  readonly clocks?: Readonly<ClocksAnswer>;
}

type PayableTodayOf = (funder: string) => PayableToday | undefined;

/** @param payableToday who pays what the body incurred; nothing for a payer that is no organisation */
export function redundancyAnswer(
  { cost, shares }: RedundancyWithShares,
  payableToday: PayableTodayOf,
): Readonly<RedundancyAnswer> {
  const share = (each: ShareShown) => shareAnswer(each, payableToday(each.funder));
  const statutory = statutoryAnswer(cost);
  const { noticePay, exGratiaNoticePence } = cost.assessed ?? {};
  return {
    employmentId: cost.employmentId,
    assistantRef: cost.assistantRef,
    ...(statutory !== undefined && { statutory }),
    ...(noticePay !== undefined && { noticePay: noticePayAnswer(noticePay) }),
    ...(exGratiaNoticePence !== undefined && { exGratiaNotice: moneyOf(exGratiaNoticePence) }),
    ...(cost.insuranceClaim !== null && { insuranceClaim: cost.insuranceClaim }),
    interim: cost.interim,
    split: splitAnswer(cost, shares.map(share), share),
    recorded: cost.recorded.map((each) => recordedAnswer(each, share)),
    ...(cost.adjustment !== null && {
      adjustment: {
        adjusts: cost.adjustment.adjusts,
        parties: partiesAnswer(cost.adjustment.parties),
        basis: cost.adjustment.basis,
      },
    }),
  };
}

function recordedAnswer(
  { kind, reference, residualPence, shares, estatePence, ...adjustment }: RedundancyShared,
  share: (each: ShareShown) => Readonly<FunderShareAnswer>,
): Readonly<RecordedSplitAnswer> {
  const { adjusts, adjustments, adjustmentBasis } = adjustment;
  return {
    kind,
    reference,
    residual: moneyOf(residualPence),
    shares: shares.map(share),
    ...(estatePence !== undefined && { estate: moneyOf(estatePence) }),
    ...(adjusts !== undefined && { adjusts }),
    ...(adjustmentBasis !== undefined && { adjustmentBasis }),
    ...(adjustments !== undefined && { adjustments: partiesAnswer(adjustments) }),
  };
}

function partiesAnswer(
  parties: readonly { readonly party: string; readonly amountPence: Pence }[],
): readonly Readonly<PartyAdjustmentAnswer>[] {
  return parties.map(({ party, amountPence }) => ({ party, amount: moneyOf(amountPence) }));
}

function splitAnswer(
  {
    status,
    missing,
    insurancePence,
    reservesPence,
    residualPence,
    basis,
    details,
    referred,
  }: RedundancyCostRow,
  shares: readonly Readonly<FunderShareAnswer>[],
  share: (each: ShareShown) => Readonly<FunderShareAnswer>,
): Readonly<SplitAnswer> {
  if (referred !== null) {
    return {
      status,
      referrals: referred.referrals,
      candidates: referred.candidates.map((each) => ({
        reading: each.reading,
        statutory: moneyOf(each.statutoryPence),
        residual: moneyOf(each.residualPence),
        shares: each.shares.map(share),
        basis: each.basis,
      })),
    };
  }
  if (basis === null) return { status, missing };
  const money = (amount: Pence | null) => moneyOf(amount ?? ZERO_PENCE);
  return {
    status,
    insurance: money(insurancePence),
    reserves: money(reservesPence),
    residual: money(residualPence),
    shares,
    ...(details !== null && detailsAnswer(details)),
    basis,
  };
}

/** A split that is not stored, by the bodies that answer for the days. */
export function splitCostAnswer(cost: Figure<RedundancyCost>): Readonly<SplitAnswer> {
  if (cost.status === 'pending') return cost;
  const { value, basis } = cost;
  return {
    status: 'known',
    insurance: moneyOf(value.insurancePence),
    reserves: moneyOf(value.reservesPence),
    residual: moneyOf(value.residualPence),
    shares: value.shares.map((each) => shareAnswer({ ...each, weight: exactText(each.weight) }, undefined)),
    ...detailsAnswer(value),
    basis,
  };
}

function detailsAnswer(details: SplitDetails): Partial<SplitAnswer> {
  const { settlement, noticeAndLeave } = details;
  const { noticePence, leavePence } = noticeAndLeave;
  return {
    aboveStatutory: moneyOf(details.aboveStatutoryPence),
    insuranceUsed: moneyOf(details.insuranceUsedPence),
    reservesUsed: moneyOf(details.reservesUsedPence),
    estate: moneyOf(details.estatePence),
    settlement: {
      payments: settlement.payments.map(({ from, to, amountPence }) => ({
        from,
        to,
        amount: moneyOf(amountPence),
      })),
      leftToEmployer: moneyOf(settlement.leftToEmployerPence),
      basis: settlement.basis,
    },
    noticeAndLeave: {
      ...(noticePence !== undefined && { notice: moneyOf(noticePence) }),
      leave: moneyOf(leavePence),
      shares: noticeAndLeave.shares.map(({ funder, sharePence }) => ({ funder, share: moneyOf(sharePence) })),
      basis: noticeAndLeave.basis,
    },
  };
}

function shareAnswer(
  { funder, weight, sharePence }: ShareShown,
  payableBy: PayableToday | undefined,
): Readonly<FunderShareAnswer> {
  return { funder, weight, share: moneyOf(sharePence), ...(payableBy !== undefined && { payableBy }) };
}
