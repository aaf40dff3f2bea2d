import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, ValidateNested } from 'class-validator';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { Corrects, type CorrectsDto } from '../../../platform/http/wire/corrects.dto.js';
import { Code, Day, OptionalCode } from '../../../platform/http/wire/fields.js';
import { BUDGET_FORMS, COMPLETION_ITEMS } from '../../commands/vocabulary.js';

/** From when the personal health budget covers the person. */
export class PhbCoverDto {
  @Day('The first day that it covers, which is not the day of its first payment.', '2024-06-03')
  readonly startsOn!: PlainDate;

  @ApiPropertyOptional({
    description: 'True when cover began before the decision, without prejudice to it.',
    example: false,
  })
  @IsOptional()
  @IsBoolean()
  readonly withoutPrejudice?: boolean;

  @Corrects()
  readonly corrects?: CorrectsDto;
}

/** The end of the direct payment. */
export class DirectPaymentStopDto {
  @Day('The last day that it covers.', '2024-06-02')
  readonly lastDayCovered!: PlainDate;

  @Corrects()
  readonly corrects?: CorrectsDto;
}

/** One item of the completion list. */
export class CompletionItemDto {
  @ApiProperty({ enum: COMPLETION_ITEMS, example: 'phb-agreement-signed' })
  @IsIn(COMPLETION_ITEMS)
  readonly item!: (typeof COMPLETION_ITEMS)[number];

  @OptionalCode('Why you waive it, as a code; absent when it is true.', 'payroll-closed')
  readonly waivedFor?: string;
}

/** The move is done. */
export class CompletionDto {
  @Day('The day on which it was done.', '2024-06-10')
  readonly completedOn!: PlainDate;

  @ApiProperty({ type: [CompletionItemDto], description: 'Each of the ten items once.' })
  @IsArray()
  @ArrayMaxSize(COMPLETION_ITEMS.length)
  @ValidateNested({ each: true })
  @Type(() => CompletionItemDto)
  readonly items!: readonly CompletionItemDto[];
}

/** How the personal health budget is held. */
export class BudgetFormDto {
  @ApiProperty({
    enum: BUDGET_FORMS,
    description:
      'Paid to the person, spent for them by the NHS body, held by an organisation that they choose, or a service of an agency.',
    example: 'notional',
  })
  @IsIn(BUDGET_FORMS)
  readonly form!: (typeof BUDGET_FORMS)[number];

  @Day('The first day of the budget in that form.', '2024-06-03')
  readonly from!: PlainDate;

  @Code('The letter or plan in which the person chose it.', 'PLAN-2024-41')
  readonly documentReference!: string;

  @Corrects()
  readonly corrects?: CorrectsDto;
}

/** A closed case goes on. */
export class ReopeningDto {
  @Day('The day on which that was settled.', '2024-07-02')
  readonly reopenedOn!: PlainDate;

  @Code('Why, as a code.', 'decision-came-late')
  readonly reasonCode!: string;

  @Code('What shows the fact for which it is reopened.', 'LETTER-2024-77')
  readonly documentReference!: string;
}

/** The move will not happen. */
export class WithdrawalDto {
  @Day('The day on which that was settled.', '2024-05-01')
  readonly withdrawnOn!: PlainDate;

  @Code('Why, as a code.', 'person-stays-with-council')
  readonly reasonCode!: string;
}
