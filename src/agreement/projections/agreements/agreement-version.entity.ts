import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { JsonColumn } from '../../../platform/persistence/json-column.js';
import { PlainDateColumn } from '../../../platform/persistence/plain-date-column.js';
import type { Signature, VersionStatus } from '../../domain/agreement.js';
import type { AgreementOptions } from '../../domain/options.js';

/** One version of a local agreement, with its terms. */
@Entity({ schema: 'read_model', name: 'agreement_version' })
export class AgreementVersionRow {
  @PrimaryColumn('text') agreementId!: string;
  @PrimaryColumn('integer') version!: number;
  @Column('text') subject!: string;
  @Column('text') status!: VersionStatus;
  @Column('text') legalVehicle!: string;
  @JsonColumn() options!: AgreementOptions;
  @PlainDateColumn() inForceFrom!: PlainDate;
  @PlainDateColumn({ nullable: true }) inForceUntil!: PlainDate | null;
  @PlainDateColumn() draftedOn!: PlainDate;
  @JsonColumn() signatures!: readonly Signature[];
}
