import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, ValidateNested } from 'class-validator';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { PageQuery } from '../../../platform/http/paging/page-query.dto.js';
import { Code, Day, MoneyField, OptionalCode } from '../../../platform/http/wire/fields.js';
import { IsExactNumber } from '../../../platform/http/wire/is-exact-number.js';
import { IsPlainDate } from '../../../platform/http/wire/is-plain-date.js';
import type { MoneyDto } from '../../../platform/http/wire/money.dto.js';
import { nextSteps, type CaseRecord } from '../../commands/vocabulary.js';
import {
  CASE_ORDERS,
  MOVES,
  WAITING_ON,
  type CaseOrder,
  type Move,
  type WaitingOn,
} from '../../projections/case-summary/case-summary.query.js';

/** More assistants than one person has; it bounds the size of an event. */
export const MOST_ASSISTANTS = 50;
const STATUSES = ['employed', 'self-employed'] as const;
/** Every stage but that of a case without an alert. */
export const STAGES = Object.keys(nextSteps).filter((stage) => stage !== 'none') as CaseRecord['stage'][];

/** A PA who may come along. */
export class AssistantDto {
  @Code('Your own reference of the PA, which names nobody.', 'PA-1')
  readonly assistantRef!: string;

  @ApiProperty({ enum: STATUSES, example: 'employed' })
  @IsIn(STATUSES)
  readonly status!: (typeof STATUSES)[number];

  @Day('The first day of the work for this person.', '2019-02-11')
  readonly startedOn!: PlainDate;

  @ApiProperty({ description: 'Exact hours a week.', example: '30.5' })
  @IsExactNumber()
  readonly weeklyHours!: string;

  @MoneyField('The hourly rate.')
  readonly hourlyRate!: MoneyDto;
}

/** An alert that a person may move. */
export class AlertDto {
  @Code(
    'Your own reference of the person, which names nobody: that of your own system, or the personId of /v1/people.',
    'P-20417',
  )
  readonly personReference!: string;

  @Code('ODS code of the NHS body.', 'QM7')
  readonly nhsBody!: string;

  @Day('The day of the alert.', '2024-01-15')
  readonly alertedOn!: PlainDate;

  @ApiProperty({ type: [AssistantDto], description: 'May be empty while they are not known.' })
  @IsArray()
  @ArrayMaxSize(MOST_ASSISTANTS)
  @ValidateNested({ each: true })
  @Type(() => AssistantDto)
  readonly assistants!: readonly AssistantDto[];

  @ApiProperty({ example: true })
  @IsBoolean()
  readonly wishesToKeepAssistants!: boolean;
}

/** The NHS body has the alert. */
export class AcknowledgementDto {
  @Day('The day of the acknowledgement.', '2024-01-18')
  readonly acknowledgedOn!: PlainDate;

  @OptionalCode('The sign-in id of the person for this case; yourself when absent.', 'b0c4e1')
  readonly counterpart?: string;
}

/** Which cases are meant. */
export class CaseFilterDto {
  @ApiPropertyOptional({ enum: STAGES, example: 'bridging' })
  @IsOptional()
  @IsIn(STAGES)
  readonly stage?: CaseRecord['stage'];

  @ApiPropertyOptional({
    type: String,
    format: 'date',
    description: 'Only cases with something due before this day.',
    example: '2024-06-01',
  })
  @IsOptional()
  @IsPlainDate()
  readonly dueBefore?: PlainDate;

  @ApiPropertyOptional({
    enum: MOVES,
    description:
      'Whose move it is, seen from your organisation: ours where it has to act, perhaps with the other side; theirs where only the other side has.',
  })
  @IsOptional()
  @IsIn(MOVES)
  readonly move?: Move;

  @OptionalCode('Only cases with this body on the other side, by its ODS or GSS code.', 'QM7')
  readonly otherBody?: string;

  @OptionalCode(
    'Who works the case for your organisation: me for yourself, nobody for those that nobody works, or a sign-in id.',
    'nobody',
  )
  readonly worker?: string;
}

/** Which cases to list, and in which order. */
export class CasesQueryDto extends IntersectionType(CaseFilterDto, PageQuery) {
  @ApiPropertyOptional({ enum: WAITING_ON })
  @IsOptional()
  @IsIn(WAITING_ON)
  readonly waitingOn?: WaitingOn;

  @OptionalCode('Only cases of the person with this reference. For roles that see it.', 'PN-7F3K92QD1M')
  readonly personReference?: string;

  @ApiPropertyOptional({
    enum: CASE_ORDERS,
    default: 'dueOn',
    description: 'With a minus the other way round. A case with nothing due stands behind all others.',
  })
  @IsOptional()
  @IsIn(CASE_ORDERS)
  readonly sort: CaseOrder = 'dueOn';
}
