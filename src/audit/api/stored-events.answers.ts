import { ApiProperty } from '@nestjs/swagger';
import type { StoredEvent } from '../../platform/event-store/event-store.js';
import { formatPosition } from '../../platform/event-store/position.js';
import { eventHash, NO_HASH } from '../../platform/event-store/postgres/event-hash.js';

/** One event byte for byte as it is stored, with its place in the chain of its record. */
export class StoredEventAnswer {
  @ApiProperty({ description: 'The record that it belongs to.', example: 'transfer-case-TC-7F3K92QD1M' })
  readonly stream!: string;

  @ApiProperty({ description: 'The version that it made of the record, from 1.', example: 1 })
  readonly version!: number;

  @ApiProperty({ description: 'The place in the whole store.', example: '1042' })
  readonly position!: string;

  @ApiProperty({ example: '00000000-0000-8000-8000-000000000001' })
  readonly eventId!: string;

  @ApiProperty({ example: 'transfer-case.alert-raised' })
  readonly type!: string;

  @ApiProperty({ description: 'Which shape of the type it was stored in.', example: 1 })
  readonly schemaVersion!: number;

  @ApiProperty({ format: 'date-time', example: '2024-05-02T09:30:00.000000Z' })
  readonly recordedAt!: string;

  @ApiProperty({
    description: 'The fact, as its text is stored: canonical JSON in UTF-8.',
    example: '{"alertedOn":"2024-05-01"}',
  })
  readonly data!: string;

  @ApiProperty({
    description: 'Who recorded it and on what right, as its text is stored.',
    example: '{"occurredOn":"2024-05-01"}',
  })
  readonly metadata!: string;

  @ApiProperty({
    description: 'The hash of the event before it in the record; 64 zeros for the first.',
    example: '0'.repeat(64),
  })
  readonly previousHash!: string;

  @ApiProperty({
    description:
      'SHA-256 of the previous hash and of the SHA-256 of what is stored: a zero byte; position (8 bytes), version (4), microseconds from 1970 to recordedAt (8), event id (16) and schema version (4), each with its highest byte first; then stream, type, data and metadata, each after its length in 4 bytes.',
    example: '5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef',
  })
  readonly hash!: string;
}

/** Every event of a case as it is stored. */
export class StoredEventsAnswer {
  @ApiProperty({ example: 'TC-7F3K92QD1M' })
  readonly caseRef!: string;

  @ApiProperty({ type: [StoredEventAnswer] })
  readonly events!: readonly Readonly<StoredEventAnswer>[];
}

/** @param events whole records, those of each in their order */
export function storedEventsAnswer(
  caseRef: string,
  events: readonly StoredEvent[],
): Readonly<StoredEventsAnswer> {
  const last = new Map<string, Uint8Array>();
  return {
    caseRef,
    events: events.map((event) => {
      const previous = last.get(event.stream) ?? NO_HASH;
      const hash = eventHash(previous, event);
      last.set(event.stream, hash);
      const { stream, revision: version, position, eventId, type, schemaVersion, recordedAt } = event;
      return {
        ...{ stream, version, position: formatPosition(position), eventId, type, schemaVersion, recordedAt },
        data: textOf(event.data),
        metadata: textOf(event.metadata),
        previousHash: Buffer.from(previous).toString('hex'),
        hash: hash.toString('hex'),
      };
    }),
  };
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8');
}
