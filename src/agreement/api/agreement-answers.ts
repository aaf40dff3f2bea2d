import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { addDays, type PlainDate } from '../../kernel/plain-date.js';
import type { AgreementOptions } from '../commands/vocabulary.js';
import {
  agreementIn,
  versionOn,
  type AgreementRow,
  type AgreementVersionRow,
  type AgreementWithVersions,
} from '../projections/agreements/agreements.query.js';
import { Clocked, clocksAnswer, type ClocksAnswer } from '../../platform/http/wire/clocks.js';
import { todayOf, type KnownHistory } from '../../platform/past/known-history.js';
import { AgreementOptionsDto } from './agreement-options.dto.js';

/** One signature under a version. */
export class SignatureAnswer {
  @ApiProperty({ enum: ['council', 'nhs-body'] })
  readonly side!: string;

  @ApiProperty({ description: 'The sign-in id of who signed.', example: 'b0c4e1' })
  readonly by!: string;

  @ApiProperty({ type: String, format: 'date', example: '2024-03-11' })
  readonly signedOn!: PlainDate;
}

/** The days on which a version holds. */
export class InForceAnswer {
  @ApiProperty({ type: String, format: 'date', example: '2024-04-01' })
  readonly from!: PlainDate;

  @ApiPropertyOptional({
    type: String,
    format: 'date',
    description: 'The last day; absent while no later version is agreed.',
    example: '2025-03-31',
  })
  readonly lastDay?: PlainDate;
}

/** One version of an agreement. */
export class VersionAnswer {
  @ApiProperty({ example: 1 })
  readonly version!: number;

  @ApiProperty({ enum: ['draft', 'partly-signed', 'in-force', 'superseded', 'replaced'] })
  readonly status!: string;

  @ApiProperty({ example: 'nhs-act-section-256' })
  readonly legalVehicle!: string;

  @ApiProperty({ type: InForceAnswer })
  readonly inForce!: Readonly<InForceAnswer>;

  @ApiProperty({ type: String, format: 'date', example: '2024-03-04' })
  readonly draftedOn!: PlainDate;

  @ApiProperty({ type: [SignatureAnswer] })
  readonly signatures!: readonly Readonly<SignatureAnswer>[];

  @ApiProperty({ type: AgreementOptionsDto })
  readonly options!: AgreementOptions;
}

/** A local agreement, as lists show it. */
export class AgreementSummary {
  @ApiProperty({ example: 'AG-7F3K92QD1M' })
  readonly agreementId!: string;

  @ApiProperty({ description: 'GSS code.', example: 'E10000015' })
  readonly council!: string;

  @ApiProperty({ description: 'ODS code.', example: 'QM7' })
  readonly nhsBody!: string;

  @ApiProperty({
    description: 'Where the newest version stands.',
    enum: ['draft', 'partly-signed', 'in-force'],
  })
  readonly stage!: string;
}

/** A local agreement with its versions. */
export class AgreementAnswer extends AgreementSummary {
  @ApiProperty({ type: [VersionAnswer] })
  readonly versions!: readonly Readonly<VersionAnswer>[];

  @ApiPropertyOptional({
    description:
      'The version in force on the day that was asked about. Absent when none was, or when no clock was named.',
    example: 1,
  })
  readonly inForceThen?: number;

  @Clocked()
  readonly clocks?: Readonly<ClocksAnswer>;
}

/** The answer to a command: which agreement it was about. */
export class AgreementReference {
  @ApiProperty({ example: 'AG-7F3K92QD1M' })
  readonly agreementId!: string;

  @ApiProperty({ description: 'The newest version.', example: 1 })
  readonly version!: number;

  @ApiProperty({
    description: 'Where the newest version stands.',
    enum: ['draft', 'partly-signed', 'in-force'],
  })
  readonly stage!: string;
}

export function summaryOf({
  agreementId,
  council,
  nhsBody,
  stage,
}: AgreementRow): Readonly<AgreementSummary> {
  return { agreementId, council, nhsBody, stage };
}

export function versionAnswer(row: AgreementVersionRow): Readonly<VersionAnswer> {
  const { version, status, legalVehicle, inForceFrom, inForceUntil, draftedOn, signatures, options } = row;
  const lastDay = inForceUntil === null ? {} : { lastDay: addDays(inForceUntil, -1) };
  return {
    version,
    status,
    legalVehicle,
    inForce: { from: inForceFrom, ...lastDay },
    draftedOn,
    signatures: signatures.map(({ side, by, signedOn }) => ({ side, by, signedOn })),
    options,
  };
}

export function agreementAnswer({ agreement, versions }: AgreementWithVersions): Readonly<AgreementAnswer> {
  const { agreementId, council, nhsBody, stage } = agreement;
  return { agreementId, council, nhsBody, stage, versions: versions.map(versionAnswer) };
}

/**
 * The agreement as it was known, and which of its versions was in force on the day that is asked about. A version may be signed
 * after the day from which it holds, so the day leaves nothing out.
 */
export function agreementThen(known: KnownHistory): Readonly<AgreementAnswer> {
  const found = agreementIn(known);
  if (found === undefined) throw new TypeError(`${known.subject} has a history and was not drafted`);
  const inForce = versionOn(found.versions, todayOf(known.clocks));
  return {
    ...agreementAnswer(found),
    ...(inForce !== undefined && { inForceThen: inForce.version }),
    clocks: clocksAnswer(known),
  };
}
