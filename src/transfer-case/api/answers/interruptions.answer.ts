import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { DaysAnswer, daysAnswer } from '../../../platform/http/wire/days.answer.js';
import { MoneyDto, moneyOf, type Money } from '../../../platform/http/wire/money.dto.js';
import {
  JOINT_PARTS,
  SUSPENSION_PAYMENTS,
  SUSPENSION_REASONS,
  type JointPackage,
  type Suspension,
} from '../../commands/vocabulary.js';

/** A part of each day under a joint package. */
export class JointPartAnswer {
  @ApiProperty({ enum: JOINT_PARTS, example: 'council-own' })
  readonly part!: string;

  @ApiPropertyOptional({ description: 'Absent where it is a weekly sum.', example: '0.4' })
  readonly share?: string;

  @ApiPropertyOptional({ type: MoneyDto, description: 'Absent where it is a share.' })
  readonly weekly?: Money;
}

/** How the cost of each day falls on the two bodies from a day on. */
export class JointPackageAnswer {
  @ApiProperty({ type: String, format: 'date', example: '2024-05-13' })
  readonly from!: PlainDate;

  @ApiProperty({ type: [JointPartAnswer] })
  readonly parts!: readonly Readonly<JointPartAnswer>[];

  @ApiProperty({ enum: JOINT_PARTS, description: 'What the others leave.', example: 'bridged' })
  readonly remainder!: string;

  @ApiProperty({ description: 'What a correction has to name.', format: 'uuid' })
  readonly eventId!: string;
}

/** Days on which care at home was interrupted. */
export class SuspensionAnswer extends DaysAnswer {
  @ApiProperty({ enum: SUSPENSION_REASONS, example: 'hospital' })
  readonly reason!: string;

  @ApiProperty({ enum: SUSPENSION_PAYMENTS, example: 'reduced' })
  readonly paid!: string;

  @ApiPropertyOptional({ type: MoneyDto, description: 'Gross a week, where it was reduced.' })
  readonly weekly?: Money;

  @ApiProperty({ description: 'What a correction has to name.', format: 'uuid' })
  readonly eventId!: string;
}

export function jointPackageAnswer({ parts, ...shares }: JointPackage): Readonly<JointPackageAnswer> {
  return {
    ...shares,
    parts: parts.map(({ weeklyPence, ...part }) => ({
      ...part,
      ...(weeklyPence !== undefined && { weekly: moneyOf(weeklyPence) }),
    })),
  };
}

export function suspensionAnswer(suspension: Suspension): Readonly<SuspensionAnswer> {
  const { reason, paid, weeklyPence, eventId } = suspension;
  return {
    ...daysAnswer(suspension),
    reason,
    paid,
    ...(weeklyPence !== undefined && { weekly: moneyOf(weeklyPence) }),
    eventId,
  };
}
