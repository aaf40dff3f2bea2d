import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { PlainDate } from '../../kernel/plain-date.js';
import { MoneyDto, moneyOf, type Money } from '../../platform/http/wire/money.dto.js';
import type { HistoryRow } from '../projections/history/history.query.js';

/** Who recorded an event. */
export class HistoryActorAnswer {
  @ApiProperty({ description: 'The sign-in id.', example: 'herts-council-finance' })
  readonly id!: string;

  @ApiPropertyOptional({ description: 'Absent where the name is not known, or not known any more.' })
  readonly name?: string;

  @ApiProperty({ example: 'E10000015' })
  readonly organisation!: string;

  @ApiProperty({ example: 'council-finance' })
  readonly role!: string;

  @ApiPropertyOptional({
    description: 'The right that gave the role on that day, whatever became of it.',
    example: 'SM-7F3K92QD1M-2',
  })
  readonly grant?: string;

  @ApiPropertyOptional({
    type: MoneyDto,
    description:
      'Up to how much that right let an approver approve at once; absent where it stated no limit.',
  })
  readonly approvalLimit?: Money;
}

/** Why something that was recorded was put right, and what shows it. */
export class CorrectionAnswer {
  @ApiProperty({ example: 'typing-error' })
  readonly reasonCode!: string;

  @ApiProperty({ example: 'HCC-DOC-7781' })
  readonly documentReference!: string;
}

/** One event of a case. */
export class HistoryEventAnswer {
  @ApiProperty({ description: 'The place in the history of the case, from 1.', example: 1 })
  readonly ordinal!: number;

  @ApiProperty({ example: 'transfer-case.alert-raised' })
  readonly type!: string;

  @ApiProperty({ description: 'What happened, in a sentence.' })
  readonly sentence!: string;

  @ApiProperty({
    description: 'The day on which it was true.',
    type: String,
    format: 'date',
    example: '2024-05-01',
  })
  readonly occurredOn!: PlainDate;

  @ApiProperty({
    description: 'When it became known.',
    format: 'date-time',
    example: '2024-05-02T09:30:00.000000Z',
  })
  readonly recordedAt!: string;

  @ApiProperty({ type: HistoryActorAnswer })
  readonly actor!: Readonly<HistoryActorAnswer>;

  @ApiProperty({ description: 'What kind of record it belongs to.', example: 'transfer-case' })
  readonly record!: string;

  @ApiPropertyOptional({
    description: 'The reference of that record: of the case itself, of a job, or of a recharge.',
    example: 'TC-7F3K92QD1M',
  })
  readonly recordRef?: string;

  @ApiProperty({ description: 'The version that it made of that record.', example: 1 })
  readonly version!: number;

  @ApiProperty({ example: '00000000-0000-8000-8000-000000000001' })
  readonly eventId!: string;

  @ApiProperty({ description: 'The place in the whole store.', example: '1042' })
  readonly position!: string;

  @ApiProperty({
    description: 'The fact itself, as it was recorded: dates, codes, and money in whole pence.',
  })
  readonly data!: object;

  @ApiPropertyOptional({
    type: CorrectionAnswer,
    description: 'Only where its command put something right: why, and the document that shows it.',
  })
  readonly correction?: Readonly<CorrectionAnswer>;
}

/** @param names the display names that are known, by sign-in id */
export function historyEventAnswer(
  row: HistoryRow,
  names: ReadonlyMap<string, string>,
): Readonly<HistoryEventAnswer> {
  const { ordinal, type, sentence, occurredOn, recordedAt, eventId, position, data, correction } = row;
  const { actorId: id, organisation, role, streamKind: record, revision: version } = row;
  const name = names.get(id);
  const actor = {
    id,
    ...(name !== undefined && { name }),
    organisation,
    role,
    ...(row.grantRef !== null && { grant: row.grantRef }),
    ...(row.limitPence !== null && { approvalLimit: moneyOf(row.limitPence) }),
  };
  return {
    ordinal,
    type,
    sentence,
    occurredOn,
    recordedAt,
    actor,
    record,
    ...(row.recordRef !== null && { recordRef: row.recordRef }),
    version,
    eventId,
    position,
    data,
    ...(correction !== null && { correction }),
  };
}
