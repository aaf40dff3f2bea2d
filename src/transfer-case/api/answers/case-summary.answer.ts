import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { daysBetween, type PlainDate } from '../../../kernel/plain-date.js';
import { daysAnswer, DaysAnswer } from '../../../platform/http/wire/days.answer.js';
import type { CaseSummaryRow, WaitingOn } from '../../projections/case-summary/case-summary.query.js';
import { personAnswer, PersonAnswer } from './shared-answers.js';

/** From when the NHS body is liable. */
export class LiabilitySummary {
  @ApiProperty({ type: String, format: 'date', example: '2024-04-10' })
  readonly startsOn!: PlainDate;

  @ApiProperty({ example: 'R1' })
  readonly rule!: string;

  @ApiPropertyOptional({ type: DaysAnswer, description: 'Days before it that wait for a fact.' })
  readonly held?: Readonly<DaysAnswer>;
}

/** What falls due next. */
export class NextDeadline {
  @ApiProperty({ example: 'bridging-review' })
  readonly kind!: string;

  @ApiProperty({ type: String, format: 'date', example: '2024-06-07' })
  readonly dueOn!: PlainDate;

  @ApiProperty({ description: 'Days from today; below zero when overdue.', example: 5 })
  readonly daysLeft!: number;
}

/** A case as work lists show it. */
export class CaseSummaryAnswer {
  @ApiProperty({ example: 'TC-7F3K92QD1M' })
  readonly caseRef!: string;

  @ApiPropertyOptional({
    description:
      'By which the council knows the person. Absent for finance, which goes by the reference of the case.',
    example: 'P-20417',
  })
  readonly personReference?: string;

  @ApiProperty({ example: 'E10000015' })
  readonly council!: string;

  @ApiProperty({ example: 'QM7' })
  readonly nhsBody!: string;

  @ApiProperty({ example: 'bridging' })
  readonly stage!: string;

  @ApiProperty({ type: String, format: 'date', example: '2024-01-15' })
  readonly alertedOn!: PlainDate;

  @ApiProperty({
    description:
      'The body on the other side from yours: the council, or the NHS body that is responsible now.',
    example: 'QM7',
  })
  readonly otherBody!: string;

  @ApiPropertyOptional({ type: PersonAnswer, description: 'Who works the case at the council.' })
  readonly caseworker?: Readonly<PersonAnswer>;

  @ApiPropertyOptional({ type: PersonAnswer, description: 'Who works the case at the NHS body.' })
  readonly counterpart?: Readonly<PersonAnswer>;

  @ApiProperty({ enum: ['council', 'nhs', 'both', 'none'], example: 'nhs' })
  readonly waitingOn!: WaitingOn;

  @ApiPropertyOptional({ type: LiabilitySummary, description: 'Absent while it is not known.' })
  readonly liability?: Readonly<LiabilitySummary>;

  @ApiPropertyOptional({ type: NextDeadline })
  readonly nextDeadline?: Readonly<NextDeadline>;

  @ApiProperty({ description: 'The version that the row shows.', example: 7 })
  readonly version!: number;
}

export function caseSummaryAnswer(
  row: CaseSummaryRow,
  otherBody: string,
  names: ReadonlyMap<string, string>,
  today: PlainDate,
): Readonly<CaseSummaryAnswer> {
  const { caseRef, personReference, council, nhsBody, stage, alertedOn, waitingOn, revision } = row;
  const { caseworker, counterpart } = row;
  const liability = liabilitySummary(row);
  const nextDeadline = next(row, today);
  return {
    caseRef,
    personReference,
    council,
    nhsBody,
    otherBody,
    stage,
    alertedOn,
    ...(caseworker !== null && { caseworker: personAnswer(caseworker, names) }),
    ...(counterpart !== null && { counterpart: personAnswer(counterpart, names) }),
    waitingOn,
    ...(liability && { liability }),
    ...(nextDeadline && { nextDeadline }),
    version: revision,
  };
}

function liabilitySummary({
  liabilityStartsOn,
  liabilityRule,
  heldFrom,
  heldUntil,
}: CaseSummaryRow): Readonly<LiabilitySummary> | undefined {
  if (liabilityStartsOn === null || liabilityRule === null) return undefined;
  const held =
    heldFrom === null || heldUntil === null ? {} : { held: daysAnswer({ from: heldFrom, until: heldUntil }) };
  return { startsOn: liabilityStartsOn, rule: liabilityRule, ...held };
}

function next(
  { nextDueOn, nextDueKind }: CaseSummaryRow,
  today: PlainDate,
): Readonly<NextDeadline> | undefined {
  return nextDueOn === null || nextDueKind === null
    ? undefined
    : { kind: nextDueKind, dueOn: nextDueOn, daysLeft: daysBetween(today, nextDueOn) };
}
