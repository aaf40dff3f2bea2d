import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsOptional, ValidateNested } from 'class-validator';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { Corrects, type CorrectsDto } from '../../../platform/http/wire/corrects.dto.js';
import { Code, Day, OptionalDay } from '../../../platform/http/wire/fields.js';
import { DELAY_JUDGES, type DelayJudge } from '../../commands/vocabulary.js';

const OUTCOMES = ['eligible', 'not-eligible'] as const;
const DELAYS = ['justified', 'unjustified', 'unknown'] as const;

/** The checklist reached the NHS body. */
export class ChecklistDto {
  @Day('The day on which it was completed.', '2024-01-29')
  readonly completedOn!: PlainDate;

  @Day('The day on which the NHS body received it: day 1 of the 28.', '2024-01-31')
  readonly receivedOn!: PlainDate;

  @Corrects()
  readonly corrects?: CorrectsDto;
}

/** The Fast Track tool reached the NHS body. */
export class FastTrackDto {
  @Day('The day on which the NHS body received it.', '2024-03-05')
  readonly receivedOn!: PlainDate;

  @Corrects()
  readonly corrects?: CorrectsDto;
}

/** Whether a decision later than 28 days was justified. */
export class DelayDto {
  @ApiProperty({ enum: DELAYS, example: 'justified' })
  @IsIn(DELAYS)
  readonly delay!: (typeof DELAYS)[number];

  @Code('Why, as a code.', 'evidence-late-from-third-party')
  readonly reasonCode!: string;

  @ApiProperty({ enum: DELAY_JUDGES, example: 'nhs-body' })
  @IsIn(DELAY_JUDGES)
  readonly decidedBy!: DelayJudge;
}

/** What the NHS body decided. */
export class EligibilityDecisionDto {
  @ApiProperty({ enum: OUTCOMES, example: 'eligible' })
  @IsIn(OUTCOMES)
  readonly outcome!: (typeof OUTCOMES)[number];

  @Day('The day of the decision.', '2024-04-10')
  readonly decidedOn!: PlainDate;

  @Day('The day on which the person was told.', '2024-04-12')
  readonly notifiedOn!: PlainDate;

  @OptionalDay('The earlier day from which the NHS body states eligibility.', '2024-03-20')
  readonly effectiveOn?: PlainDate;

  @ApiPropertyOptional({ type: DelayDto, description: 'Where the decision came later than 28 days.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => DelayDto)
  readonly delay?: DelayDto;

  @Corrects()
  readonly corrects?: CorrectsDto;
}

/** A decision of not eligible that was put right after a challenge. */
export class DecisionRevisionDto {
  @Day('The day of the decision that was challenged.', '2024-04-10')
  readonly originalDecidedOn!: PlainDate;

  @Day('The day of the new decision.', '2024-09-02')
  readonly revisedOn!: PlainDate;

  @Day('The day on which the person was told.', '2024-09-04')
  readonly notifiedOn!: PlainDate;

  @Corrects()
  readonly corrects?: CorrectsDto;
}

/** The day of liability that the parties agreed or a court found. */
export class LiabilityAgreementDto {
  @Day('The first day for which the NHS body is liable.', '2024-03-15')
  readonly startsOn!: PlainDate;

  @Code('The letter, agreement or judgment.', 'LETTER-2024-07')
  readonly documentReference!: string;

  @Day('The day of that document.', '2024-05-20')
  readonly agreedOn!: PlainDate;
}
