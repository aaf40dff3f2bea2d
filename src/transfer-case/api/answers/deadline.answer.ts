import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Basis } from '../../../kernel/basis.js';
import { daysBetween, type PlainDate } from '../../../kernel/plain-date.js';
import { Clocked, type ClocksAnswer } from '../../../platform/http/wire/clocks.js';
import { BASIS } from '../../../platform/http/wire/figure.answer.js';
import type { Deadline } from '../../projections/case-summary/case-summary.query.js';

/** Whom a passed deadline is put before. */
export class EscalationPostAnswer {
  @ApiProperty({ enum: ['council', 'nhs-body'], example: 'council' })
  readonly side!: 'council' | 'nhs-body';

  @ApiProperty({ description: 'As the local agreement names it.', example: 'Head of direct payments' })
  readonly post!: string;
}

/** A day by which something is due. */
export class DeadlineAnswer {
  @ApiProperty({ example: 'eligibility-decision' })
  readonly kind!: string;

  @ApiProperty({ type: String, format: 'date', example: '2024-01-31' })
  readonly startedOn!: PlainDate;

  @ApiProperty({ type: String, format: 'date', example: '2024-02-28' })
  readonly dueOn!: PlainDate;

  @ApiPropertyOptional({
    type: String,
    format: 'date',
    description: 'Absent while it is open.',
    example: '2024-02-20',
  })
  readonly metOn?: PlainDate;

  @ApiPropertyOptional({
    description: 'Days from today; below zero when overdue, absent when met.',
    example: 5,
  })
  readonly daysLeft?: number;

  @ApiPropertyOptional({
    type: [EscalationPostAnswer],
    description:
      'Whom it is put before once it has passed. Absent when it is met, or where the local agreement names nobody.',
  })
  readonly escalateTo?: readonly EscalationPostAnswer[];

  @ApiProperty(BASIS)
  readonly basis!: Basis;
}

/** What is due in a case. */
export class DeadlinesAnswer {
  @ApiProperty({ example: 'TC-7F3K92QD1M' })
  readonly caseRef!: string;

  @ApiProperty({ type: [DeadlineAnswer] })
  readonly items!: readonly Readonly<DeadlineAnswer>[];

  @Clocked()
  readonly clocks?: Readonly<ClocksAnswer>;
}

/** How many days are left depends on when somebody looks, so it is worked out here and never stored. */
export function deadlineAnswer(deadline: Deadline, today: PlainDate): Readonly<DeadlineAnswer> {
  return {
    ...deadline,
    ...(deadline.metOn === undefined && { daysLeft: daysBetween(today, deadline.dueOn) }),
  };
}
