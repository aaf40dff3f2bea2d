import { ApiProperty } from '@nestjs/swagger';
import { IsInt, Max, Min } from 'class-validator';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { Corrects, type CorrectsDto } from '../../../platform/http/wire/corrects.dto.js';
import { Code, Day, MoneyField, OptionalCode, OptionalDay } from '../../../platform/http/wire/fields.js';
import type { MoneyDto } from '../../../platform/http/wire/money.dto.js';

/** The council goes on paying for the NHS body. */
export class BridgingDto {
  @Day('The day from which it does so.', '2024-04-15')
  readonly openedOn!: PlainDate;
}

/** The next bridging review. You are its approver. */
export class BridgingExtensionDto {
  @OptionalDay(
    'The day of the next review; without one, the step of the agreement after the last.',
    '2024-06-21',
  )
  readonly until?: PlainDate;

  @Code('Why, as a code.', 'plan-not-signed')
  readonly reasonCode!: string;

  @Day('The day of the approval.', '2024-06-05')
  readonly approvedOn!: PlainDate;
}

/** The version of the agreement that the case is to keep. Your signature is one of the two that it takes. */
export class AgreementChangeDto {
  @Code('The agreement of the two bodies of the case.', 'AG-7F3K92QD1M')
  readonly agreementId!: string;

  @ApiProperty({ description: 'A version that both bodies have signed.', example: 2 })
  @IsInt()
  @Min(1)
  @Max(10_000)
  readonly version!: number;

  @Code('Why, as a code.', 'rate-basis-agreed')
  readonly reasonCode!: string;
}

/** The direct payment from a day on. */
export class AwardRateDto {
  @Day('The first day of this rate.', '2024-04-08')
  readonly from!: PlainDate;

  @MoneyField('Gross pounds a week.')
  readonly weeklyGross!: MoneyDto;

  @Corrects()
  readonly corrects?: CorrectsDto;
}

/** What the person pays from a day on. */
export class ContributionDto {
  @Day('The first day of this contribution.', '2024-04-08')
  readonly from!: PlainDate;

  @MoneyField('Pounds a week; 0.00 ends it.')
  readonly weekly!: MoneyDto;

  @Corrects()
  readonly corrects?: CorrectsDto;
}

/** A payment of your own body. */
export class PaymentDto {
  @Code('Your reference of the payment.', 'DP-0001')
  readonly paymentReference!: string;

  @Day('The day of the payment.', '2024-04-15')
  readonly paidOn!: PlainDate;

  @Day('The first day that it covers.', '2024-04-15')
  readonly from!: PlainDate;

  @Day('The last day that it covers.', '2024-05-12')
  readonly lastDay!: PlainDate;

  @MoneyField('The sum; below zero for a reversal only.')
  readonly amount!: MoneyDto;

  @OptionalCode('The payment that this one takes back in full.', 'DP-0000')
  readonly reverses?: string;
}

/** A contribution that the person really paid. */
export class ContributionReceiptDto {
  @Code('Your reference of the receipt.', 'CR-0001')
  readonly receiptReference!: string;

  @Day('The day on which it was received.', '2024-05-10')
  readonly receivedOn!: PlainDate;

  @Day('The first day that it is for.', '2024-04-15')
  readonly from!: PlainDate;

  @Day('The last day that it is for.', '2024-05-12')
  readonly lastDay!: PlainDate;

  @MoneyField('The sum.')
  readonly amount!: MoneyDto;
}
