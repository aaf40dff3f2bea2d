import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, isString, ValidateBy } from 'class-validator';
import { instantOrEndOfDay, type Instant } from '../../../kernel/instant.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { todayOf, type KnownHistory } from '../../past/known-history.js';
import { OptionalDay } from './fields.js';

/** A moment that may be left out; a bare day is its end in London. */
export function OptionalMoment(description: string, example: string): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({
      type: String,
      description: `${description} A bare day, such as 2024-06-15, is the end of that day in London.`,
      example,
    }),
    IsOptional(),
    IsMomentOrDay(),
  );
}

/** A moment that has to be given; a bare day is its end in London. */
export function Moment(description: string, example: string): PropertyDecorator {
  return applyDecorators(
    ApiProperty({
      type: String,
      description: `${description} A bare day, such as 2024-06-15, is the end of that day in London.`,
      example,
    }),
    IsMomentOrDay(),
  );
}

function IsMomentOrDay(): PropertyDecorator {
  return ValidateBy({
    name: 'isMomentOrDay',
    validator: {
      validate: (value: unknown) => isString(value) && isMomentOrDay(value),
      defaultMessage: (context) =>
        `${context?.property ?? 'The value'} must be a moment written like "2024-06-15T09:00:00Z", or a day written like "2024-06-15"`,
    },
  });
}

function isMomentOrDay(text: string): boolean {
  try {
    instantOrEndOfDay(text);
    return true;
  } catch {
    return false;
  }
}

/** Of a read that takes both clocks. */
export const THEN =
  'With knownAt or asAt it is worked out from the events that were recorded by then, and names the clocks that it was asked at. An answer for a knownAt never changes again.';

/** At which clocks an answer is wanted. Neither: as it stands now. */
export class ClocksQuery {
  @OptionalDay(
    'Only what was true by this day, by what was known at knownAt. A fact that was put right counts as it was put right.',
    '2024-06-01',
  )
  readonly asAt?: PlainDate;

  @OptionalMoment(
    'Only what was recorded by this moment. It must have passed; the answer never changes again.',
    '2024-06-15T09:00:00Z',
  )
  readonly knownAt?: string;
}

/** The clocks that an answer was asked at. It reads no other. */
export class ClocksAnswer {
  @ApiProperty({
    type: String,
    format: 'date-time',
    description: 'Only what was recorded by this moment, which is included.',
    example: '2024-06-15T09:00:00.000000Z',
  })
  readonly knownAt!: Instant;

  @ApiPropertyOptional({
    type: String,
    format: 'date',
    description: 'Only what was true by this day. Absent: all that was known, also what begins later.',
    example: '2024-06-01',
  })
  readonly asAt?: PlainDate;

  @ApiProperty({
    type: String,
    format: 'date',
    description:
      'The day by which days left, claims out of time and successors are told: asAt, or the day of knownAt in London.',
    example: '2024-06-01',
  })
  readonly today!: PlainDate;
}

/** Marks the member `clocks` of an answer. */
export function Clocked(): PropertyDecorator {
  return ApiPropertyOptional({
    type: ClocksAnswer,
    description: 'The clocks that were asked at. Absent where it was asked how things stand now.',
  });
}

/** How an answer says at which clocks it was asked. */
export function clocksAnswer({ clocks }: Pick<KnownHistory, 'clocks'>): Readonly<ClocksAnswer> {
  return { ...clocks, today: todayOf(clocks) };
}
