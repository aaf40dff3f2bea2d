import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { PlainDate } from '../../kernel/plain-date.js';
import type { RecordedAccess } from '../../platform/access-log/access-entry.js';
import type { WrittenPerson } from '../commands/record-person.js';
import {
  nhsNumberInGroups,
  TRACE_STATUSES,
  type FieldClass,
  type TraceStatus,
} from '../commands/vocabulary.js';
import type { FoundPeople, ReadPerson } from '../records/read-people.js';

const STATES = ['held', 'removed'] as const;

/** Where a command left a person. */
export class PersonReference implements WrittenPerson {
  @ApiProperty({
    description: 'Random; it names nobody. A case takes it as its personReference.',
    example: 'PN-7F3K92QD1M',
  })
  readonly personId!: string;

  @ApiProperty({ example: 1 })
  readonly version!: number;

  @ApiProperty({
    type: [String],
    description: 'Those who may be the same person. A warning: the details were recorded.',
    example: ['PN-2B8XW0V4ZR'],
  })
  readonly probableDuplicates!: readonly string[];
}

/** In place of details that were removed. */
class Removable {
  @ApiPropertyOptional({
    type: String,
    format: 'date',
    description: 'There when this was removed for good, and then nothing else is.',
    example: '2034-06-01',
  })
  readonly removedOn?: PlainDate;
}

export class NameAnswer extends Removable {
  @ApiPropertyOptional({ example: 'Catherine' })
  readonly given?: string;

  @ApiPropertyOptional({ example: 'O’Brien' })
  readonly family?: string;
}

export class NhsNumberAnswer extends Removable {
  @ApiPropertyOptional({ example: '943 476 5919' })
  readonly number?: string;

  @ApiPropertyOptional({ enum: TRACE_STATUSES, example: 'traced' })
  readonly status?: TraceStatus;
}

export class BirthDateAnswer extends Removable {
  @ApiPropertyOptional({ type: String, format: 'date', example: '1961-02-28' })
  readonly date?: PlainDate;
}

export class ContactAnswer extends Removable {
  @ApiPropertyOptional({ type: [String], example: ['1 Rose Lane', 'Hertford'] })
  readonly addressLines?: readonly string[];

  @ApiPropertyOptional({ example: 'SG14 1AA' })
  readonly postcode?: string;

  @ApiPropertyOptional({ example: '01632 960001' })
  readonly telephone?: string;

  @ApiPropertyOptional({ example: 'catherine@example.org' })
  readonly email?: string;
}

/** A person. What was never recorded is absent; what was removed says since when. */
export class PersonDetailsAnswer {
  @ApiProperty({ example: 'PN-7F3K92QD1M' })
  readonly personId!: string;

  @ApiProperty({ example: 1 })
  readonly version!: number;

  @ApiProperty({ enum: STATES, example: 'held' })
  readonly state!: (typeof STATES)[number];

  @ApiPropertyOptional({ description: 'What the removal rests on.', example: 'end-of-retention' })
  readonly removalAuthority?: string;

  @ApiProperty({ type: NameAnswer })
  readonly name!: NameAnswer;

  @ApiPropertyOptional({ type: NhsNumberAnswer })
  readonly nhsNumber?: NhsNumberAnswer;

  @ApiPropertyOptional({ type: BirthDateAnswer })
  readonly birthDate?: BirthDateAnswer;

  @ApiPropertyOptional({ type: ContactAnswer })
  readonly contact?: ContactAnswer;
}

/** Somebody who was found. */
export class FoundPersonAnswer {
  @ApiProperty({ example: 'PN-7F3K92QD1M' })
  readonly personId!: string;

  @ApiProperty({ type: NameAnswer })
  readonly name!: NameAnswer;

  @ApiPropertyOptional({ type: BirthDateAnswer })
  readonly birthDate?: BirthDateAnswer;

  @ApiProperty({
    description: 'Whether everything that was looked for is there as it was typed.',
    example: false,
  })
  readonly exact!: boolean;
}

export class FoundPeopleAnswer {
  @ApiProperty({ type: [FoundPersonAnswer], description: 'The best first, 20 at most.' })
  readonly people!: readonly FoundPersonAnswer[];

  @ApiProperty({ description: 'There are more: look for something more particular.', example: false })
  readonly more!: boolean;
}

/** What somebody did with the details of people. */
export class AccessEntryAnswer implements Omit<RecordedAccess, 'organisation'> {
  @ApiProperty({ description: 'The place in the log of your organisation, without a gap.', example: 412 })
  readonly ordinal!: number;

  @ApiProperty({ format: 'date-time', example: '2026-04-01T09:30:00.000Z' })
  readonly at!: string;

  @ApiProperty({ description: 'The sign-in id.', example: 'b0c4e1' })
  readonly reader!: string;

  @ApiPropertyOptional({ description: 'Absent when the token never gave one.', example: 'Rosalind Ashdown' })
  readonly readerName?: string;

  @ApiProperty({ example: 'direct-payment-worker' })
  readonly role!: string;

  @ApiProperty({ description: 'read, searched, recorded, corrected, matched.', example: 'read' })
  readonly action!: string;

  @ApiProperty({ type: [String], example: ['PN-7F3K92QD1M'] })
  readonly people!: readonly string[];

  @ApiProperty({
    type: [String],
    description: 'Kinds of field, never values.',
    example: ['name', 'birth-date'],
  })
  readonly fieldClasses!: readonly string[];

  @ApiProperty({ example: 'case-work' })
  readonly purpose!: string;

  @ApiProperty({ format: 'uuid', example: '6b1f0d2e-8c4a-4f67-9b53-2d7e1a0c5f48' })
  readonly correlationId!: string;
}

export function personAnswer(person: ReadPerson): Readonly<PersonDetailsAnswer> {
  const { personId, version, state } = person;
  if (person.state === 'removed') {
    const { removedOn, authority: removalAuthority, fieldClasses } = person;
    const gone = (fieldClass: FieldClass) => fieldClasses.includes(fieldClass);
    return {
      personId,
      version,
      state,
      removalAuthority,
      name: { removedOn },
      ...(gone('nhs-number') && { nhsNumber: { removedOn } }),
      ...(gone('birth-date') && { birthDate: { removedOn } }),
      ...(gone('contact') && { contact: { removedOn } }),
    };
  }
  const { name, nhsNumber, nhsNumberStatus, birthDate: date, contact } = person.details;
  return {
    personId,
    version,
    state,
    name,
    ...(nhsNumber !== undefined && {
      nhsNumber: {
        number: nhsNumberInGroups(nhsNumber),
        ...(nhsNumberStatus !== undefined && { status: nhsNumberStatus }),
      },
    }),
    ...(date !== undefined && { birthDate: { date } }),
    ...(contact !== undefined && { contact }),
  };
}

export function foundAnswer({ people, more }: FoundPeople): Readonly<FoundPeopleAnswer> {
  return {
    people: people.map(({ personId, exact, details: { name, birthDate: date } }) => ({
      personId,
      name,
      ...(date !== undefined && { birthDate: { date } }),
      exact,
    })),
    more,
  };
}

/** @param names the names of readers by their sign-in ids */
export function accessAnswer(
  { organisation: _, ...entry }: RecordedAccess,
  names: ReadonlyMap<string, string>,
): Readonly<AccessEntryAnswer> {
  const readerName = names.get(entry.reader);
  return { ...entry, ...(readerName !== undefined && { readerName }) };
}
