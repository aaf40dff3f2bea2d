import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AgreementRecord } from '../../domain/agreement.js';

/** A local agreement, as lists show it. */
@Entity({ schema: 'read_model', name: 'agreement' })
export class AgreementRow {
  @PrimaryColumn('text') agreementId!: string;
  @Column('text') subject!: string;
  @Column('text') council!: string;
  @Column('text') nhsBody!: string;
  @Column('text') stage!: AgreementRecord['stage'];
  /** The revision of the agreement's stream that the row shows. */
  @Column('integer') revision!: number;
}
