import { ApiProperty, ApiPropertyOptional, PickType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsDefined,
  IsIn,
  IsOptional,
  IsString,
  Matches,
  ValidateNested,
} from 'class-validator';
import { AgreementOptionsDto } from '../../../agreement/index.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import {
  Code,
  Day,
  MoneyField,
  OptionalCode,
  OptionalDay,
  OptionalMoneyField,
} from '../../../platform/http/wire/fields.js';
import { OptionalList, OptionalPart } from './optional-parts.js';
import type { MoneyDto } from '../../../platform/http/wire/money.dto.js';

const OUTCOMES = ['eligible', 'not-eligible'] as const;
const DELAYS = ['justified', 'unjustified', 'unknown'] as const;
const PARTS = ['council-own', 'bridged', 'nhs-own'] as const;
const SUSPENDED_FOR = ['hospital', 'respite', 'other'] as const;
const SUSPENDED_PAY = ['in-full', 'reduced', 'nothing'] as const;
const ONE_OFF_KINDS = [
  'for-later-use',
  'annual',
  'before-liability',
  'back-pay',
  'respite-or-emergency',
] as const;
const SHARE = /^(?:\d{1,15}(?:\.\d{1,12})?|\d{1,15}\/[1-9]\d{0,14})$/;

/** What the NHS body decided first. */
export class CalculatedDecisionDto {
  @ApiProperty({ enum: OUTCOMES, example: 'eligible' })
  @IsIn(OUTCOMES)
  readonly outcome!: (typeof OUTCOMES)[number];

  @Day('The day of the decision.', '2024-04-10')
  readonly decidedOn!: PlainDate;

  @OptionalDay('The earlier day from which the NHS body states eligibility.', '2024-03-20')
  readonly effectiveOn?: PlainDate;
}

/** The day of liability that the parties agreed or a court found. */
export class CalculatedAgreedDayDto {
  @Day('The first day for which the NHS body is liable.', '2024-03-15')
  readonly startsOn!: PlainDate;

  @Code('The letter, agreement or judgment.', 'LETTER-2024-07')
  readonly documentReference!: string;
}

/** The facts that the day of liability follows from. */
export class CalculatedLiabilityDto {
  @OptionalDay(
    'The day of liability itself, where it is known; then nothing else here is given.',
    '2024-05-01',
  )
  readonly startsOn?: PlainDate;

  @OptionalDay('The day on which the NHS body received the checklist: day 1 of the 28.', '2024-01-31')
  readonly checklistReceivedOn?: PlainDate;

  @OptionalDay('The day on which the NHS body received the Fast Track tool.', '2024-03-05')
  readonly fastTrackReceivedOn?: PlainDate;

  @OptionalPart(CalculatedDecisionDto, 'The first decision.')
  readonly decision?: CalculatedDecisionDto;

  @OptionalDay('The day on which a decision of not eligible was put right.', '2024-09-02')
  readonly revisedOn?: PlainDate;

  @ApiPropertyOptional({
    enum: DELAYS,
    description: 'Whether a decision later than 28 days was justified; left out, it is unknown.',
    example: 'justified',
  })
  @IsOptional()
  @IsIn(DELAYS)
  readonly delay?: (typeof DELAYS)[number];

  @OptionalPart(CalculatedAgreedDayDto, 'The day that the parties agreed or a court found.')
  readonly agreed?: CalculatedAgreedDayDto;
}

/** A weekly sum from a day until the next one. */
export class CalculatedWeeklySumDto {
  @Day('The first day of this sum.', '2024-04-08')
  readonly from!: PlainDate;

  @MoneyField('Pounds a week.')
  readonly weekly!: MoneyDto;
}

/** Money that was paid for some days. */
export class CalculatedPaymentDto {
  @Code('The reference of the payment.', 'DP-0001')
  readonly reference!: string;

  @Day('The day of the payment.', '2024-05-01')
  readonly paidOn!: PlainDate;

  @Day('The first day that it covers.', '2024-05-01')
  readonly from!: PlainDate;

  @Day('The last day that it covers.', '2024-05-28')
  readonly lastDay!: PlainDate;

  @MoneyField('The sum; below zero for a reversal only.')
  readonly amount!: MoneyDto;

  @OptionalCode('The earlier payment in the list that this one takes back in full.', 'DP-0000')
  readonly reverses?: string;
}

/** A contribution that the person really paid. */
export class CalculatedReceiptDto {
  @Code('The reference of the receipt.', 'CR-0001')
  readonly reference!: string;

  @Day('The day on which it was received.', '2024-05-10')
  readonly receivedOn!: PlainDate;

  @Day('The first day that it is for.', '2024-05-01')
  readonly from!: PlainDate;

  @Day('The last day that it is for.', '2024-05-28')
  readonly lastDay!: PlainDate;

  @MoneyField('The sum.')
  readonly amount!: MoneyDto;
}

/** What was said of the approval of a one-off payment. */
export class CalculatedApprovalDto {
  @ApiProperty({ enum: ['approved', 'not-approved'], example: 'approved' })
  @IsIn(['approved', 'not-approved'])
  readonly outcome!: 'approved' | 'not-approved';

  @OptionalDay('The day of the approval.', '2024-05-02')
  readonly on?: PlainDate;
}

/** A payment for one thing. */
export class CalculatedOneOffDto {
  @Code('The reference of the receipt.', 'REC-118')
  readonly receiptReference!: string;

  @ApiProperty({ enum: ONE_OFF_KINDS, example: 'for-later-use' })
  @IsIn(ONE_OFF_KINDS)
  readonly kind!: (typeof ONE_OFF_KINDS)[number];

  @Day('The day on which it was bought or paid.', '2024-05-07')
  readonly incurredOn!: PlainDate;

  @MoneyField('What was paid.')
  readonly amount!: MoneyDto;

  @OptionalDay('The first day that it is good for; with lastDay.', '2024-06-03')
  readonly from?: PlainDate;

  @OptionalDay('The last day that it is good for; with from.', '2025-06-02')
  readonly lastDay?: PlainDate;

  @OptionalPart(CalculatedApprovalDto, 'Left out while nobody can say.')
  readonly approval?: CalculatedApprovalDto;
}

/** What the account of the direct payment held on a day. */
export class CalculatedBalanceDto {
  @Day('The day of the balance.', '2024-06-28')
  readonly on!: PlainDate;

  @MoneyField('What was in the account; below zero when it was overdrawn.')
  readonly balance!: MoneyDto;

  @Code('The statement that shows it.', 'STATEMENT-2024-06')
  readonly statementReference!: string;
}

/** Money that the council took back from the account. */
export class CalculatedReclaimDto {
  @Day('The day on which it came back.', '2024-07-12')
  readonly on!: PlainDate;

  @MoneyField('What came back.')
  readonly amount!: MoneyDto;

  @Code('The reference of the reclaim.', 'RECLAIM-31')
  readonly reclaimReference!: string;
}

/** What the account held as liability began and at its close, and what came back of it. */
export class CalculatedAccountDto {
  @OptionalPart(CalculatedBalanceDto, 'At the start of the day of liability.')
  readonly opening?: CalculatedBalanceDto;

  @OptionalPart(CalculatedBalanceDto, 'At its close.')
  readonly closed?: CalculatedBalanceDto;

  @OptionalPart(CalculatedReclaimDto, 'What the council took back.')
  readonly reclaimed?: CalculatedReclaimDto;
}

/** A part of each day under a joint package, as a share or as a weekly sum. */
export class CalculatedPartDto {
  @ApiProperty({ enum: PARTS, description: 'Who is liable and pays.', example: 'council-own' })
  @IsIn(PARTS)
  readonly part!: (typeof PARTS)[number];

  @ApiPropertyOptional({
    description: 'Its share of the cost, from 0 to 1, as exact text; or give a weekly sum.',
    example: '0.4',
  })
  @IsOptional()
  @IsString()
  @Matches(SHARE, { message: 'is not a share such as "0.4" or "1/3"' })
  readonly share?: string;

  @OptionalMoneyField('Its fixed sum a week, in place of a share.')
  readonly weekly?: MoneyDto;
}

/** How the cost of each day falls on the two bodies, from a day until the next such fact. */
export class CalculatedJointPackageDto {
  @Day('The first day of these shares.', '2024-05-13')
  readonly from!: PlainDate;

  @ApiProperty({ type: [CalculatedPartDto], description: 'The parts that are stated; none ends it.' })
  @IsArray()
  @ArrayMaxSize(PARTS.length)
  @ValidateNested({ each: true })
  @Type(() => CalculatedPartDto)
  readonly parts!: readonly CalculatedPartDto[];

  @ApiProperty({ enum: PARTS, description: 'Which part gets whatever the others leave.', example: 'bridged' })
  @IsIn(PARTS)
  readonly remainder!: (typeof PARTS)[number];
}

/** Days on which care at home was interrupted. */
export class CalculatedSuspensionDto {
  @Day('The first day of it.', '2024-05-20')
  readonly from!: PlainDate;

  @Day('The last day of it.', '2024-06-02')
  readonly lastDay!: PlainDate;

  @ApiProperty({ enum: SUSPENDED_FOR, example: 'hospital' })
  @IsIn(SUSPENDED_FOR)
  readonly reason!: (typeof SUSPENDED_FOR)[number];

  @ApiProperty({
    enum: SUSPENDED_PAY,
    description: 'What the council paid for the days.',
    example: 'reduced',
  })
  @IsIn(SUSPENDED_PAY)
  readonly paid!: (typeof SUSPENDED_PAY)[number];

  @OptionalMoneyField('Gross pounds a week, where the payment was reduced.')
  readonly weekly?: MoneyDto;
}

/** Another NHS body is responsible from a day on. */
export class CalculatedAreaChangeDto {
  @Day('The first day of the new body.', '2024-05-24')
  readonly from!: PlainDate;

  @Code('Its ODS code.', 'QNC')
  readonly nhsBody!: string;
}

/** A decision of eligibility that was overturned. */
export class CalculatedOverturnedDto {
  @Day('The day on which it was overturned.', '2024-05-20')
  readonly decidedOn!: PlainDate;

  @Day('The last day that the NHS body is liable for.', '2024-05-19')
  readonly lastDayLiable!: PlainDate;

  @Code('The decision or settlement that says so.', 'PANEL-2024-17')
  readonly documentReference!: string;
}

/** The choices of an agreement that bridging is worked out by; each that is left out has its default. */
export class CalculatedOptionsDto extends PickType(AgreementOptionsDto, [
  'grossBasis',
  'creditMethod',
  'costBasis',
  'oneOffForLaterUse',
  'oneOffAnnual',
  'oneOffBeforeLiability',
  'oneOffBackPay',
  'oneOffRespite',
  'oneOffRespiteCapPence',
  'limitationWarningYears',
  'transferBackNoticeDays',
  'transferBackRate',
] as const) {}

/** What is known of the bridging of a case that nobody has recorded. What is not known is left out. */
export class BridgingCalculationDto {
  @Code('The GSS code of the council that pays.', 'E10000015')
  readonly council!: string;

  @Code('The ODS code of the NHS body that is liable.', 'QM7')
  readonly nhsBody!: string;

  @OptionalList(CalculatedAreaChangeDto, 'The NHS bodies that followed it.')
  readonly areaChanges?: readonly CalculatedAreaChangeDto[];

  @ApiProperty({ type: CalculatedLiabilityDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => CalculatedLiabilityDto)
  readonly liability!: CalculatedLiabilityDto;

  @OptionalDay('The first day that the personal health budget covers.', '2024-06-26')
  readonly phbCoverStartsOn?: PlainDate;

  @OptionalDay('The last day that the direct payment covered.', '2024-06-25')
  readonly lastDayCovered?: PlainDate;

  @OptionalDay('The day of death, which is still paid for.', '2024-05-07')
  readonly diedOn?: PlainDate;

  @OptionalDay('The first day for which the person does not want NHS Continuing Healthcare.', '2024-05-13')
  readonly declinedFrom?: PlainDate;

  @OptionalDay('The day on which it was decided that the person is not eligible any more.', '2025-02-03')
  readonly eligibilityLostOn?: PlainDate;

  @OptionalPart(CalculatedOverturnedDto, 'Where the decision of eligibility was overturned.')
  readonly eligibilityOverturned?: CalculatedOverturnedDto;

  @OptionalDay('The first day that the council’s own direct payment covers after that.', '2025-03-31')
  readonly councilCoverStartsOn?: PlainDate;

  @OptionalList(CalculatedWeeklySumDto, 'What the council assesses the budget at after that, for a week.')
  readonly councilBudgets?: readonly CalculatedWeeklySumDto[];

  @OptionalList(CalculatedWeeklySumDto, 'What the personal health budget really pays, for a week.')
  readonly phbRates?: readonly CalculatedWeeklySumDto[];

  @OptionalList(CalculatedWeeklySumDto, 'The whole package for a week, the contribution included.')
  readonly awardRates?: readonly CalculatedWeeklySumDto[];

  @OptionalList(CalculatedWeeklySumDto, 'What the person was assessed to pay for a week.')
  readonly contributions?: readonly CalculatedWeeklySumDto[];

  @OptionalList(CalculatedReceiptDto, 'What the person really paid.')
  readonly contributionReceipts?: readonly CalculatedReceiptDto[];

  @OptionalList(CalculatedJointPackageDto, 'Where both bodies fund the package.')
  readonly jointPackages?: readonly CalculatedJointPackageDto[];

  @OptionalList(CalculatedSuspensionDto, 'Where care at home was interrupted.')
  readonly suspensions?: readonly CalculatedSuspensionDto[];

  @OptionalList(CalculatedPaymentDto, 'What the council paid.')
  readonly payments?: readonly CalculatedPaymentDto[];

  @OptionalList(CalculatedOneOffDto, 'Payments for one thing.')
  readonly oneOffs?: readonly CalculatedOneOffDto[];

  @OptionalPart(CalculatedAccountDto, 'What the account held.')
  readonly account?: CalculatedAccountDto;

  @OptionalPart(CalculatedOptionsDto, 'The choices of the local agreement.')
  readonly options?: CalculatedOptionsDto;
}
