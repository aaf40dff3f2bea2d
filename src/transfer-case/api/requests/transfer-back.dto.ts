import type { PlainDate } from '../../../kernel/plain-date.js';
import { Corrects, type CorrectsDto } from '../../../platform/http/wire/corrects.dto.js';
import { Code, Day, MoneyField } from '../../../platform/http/wire/fields.js';
import type { MoneyDto } from '../../../platform/http/wire/money.dto.js';

/** The person is not eligible any more. */
export class EligibilityLossDto {
  @Day('The day of the decision, which is the first day of notice.', '2025-02-03')
  readonly decidedOn!: PlainDate;

  @Day('The day on which the person was told.', '2025-02-05')
  readonly notifiedOn!: PlainDate;

  @Corrects()
  readonly corrects?: CorrectsDto;
}

/** The decision of eligibility was overturned. */
export class EligibilityOverturnedDto {
  @Day('The day on which it was overturned.', '2024-05-20')
  readonly decidedOn!: PlainDate;

  @Day('The last day that the NHS body is liable for.', '2024-05-19')
  readonly lastDayLiable!: PlainDate;

  @Code('The decision or settlement that says so.', 'PANEL-2024-17')
  readonly documentReference!: string;

  @Corrects()
  readonly corrects?: CorrectsDto;
}

/** What the council assesses the person's budget at from a day on. */
export class CouncilBudgetDto {
  @Day('The first day of this budget.', '2025-03-03')
  readonly from!: PlainDate;

  @MoneyField('Pounds a week.')
  readonly weekly!: MoneyDto;

  @Corrects()
  readonly corrects?: CorrectsDto;
}

/** What the personal health budget pays from a day on. */
export class PhbRateDto {
  @Day('The first day of this rate.', '2024-06-03')
  readonly from!: PlainDate;

  @MoneyField('Pounds a week.')
  readonly weekly!: MoneyDto;

  @Corrects()
  readonly corrects?: CorrectsDto;
}

/** From when the council's direct payment covers the person again. */
export class CouncilCoverDto {
  @Day('The first day that it covers.', '2025-03-31')
  readonly startsOn!: PlainDate;

  @Corrects()
  readonly corrects?: CorrectsDto;
}
