import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Pence } from '../../../kernel/pence.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { PenceColumn } from '../../../platform/persistence/pence-column.js';
import { PlainDateColumn } from '../../../platform/persistence/plain-date-column.js';
import type { RightStage } from '../../domain/staff-member.js';

/** A right of an account in an organisation, however far it has come. */
@Entity({ schema: 'read_model', name: 'staff_right' })
export class StaffRightRow {
  @PrimaryColumn('text') grantRef!: string;
  @Column('text') subject!: string;
  @Column('text') organisation!: string;
  @Column('text') staff!: string;
  /** The place among the rights of the account, from 1. */
  @Column('integer') ordinal!: number;
  @Column('text') role!: string;
  @Column('text') stage!: RightStage;
  @PlainDateColumn() validFrom!: PlainDate;
  /** The first day without it. */
  @PlainDateColumn({ nullable: true }) validUntil!: PlainDate | null;
  /** Whether there is a limit; null for who approves nothing. */
  @Column('boolean', { nullable: true }) limitStated!: boolean | null;
  @PenceColumn({ nullable: true }) limitPence!: Pence | null;
  @Column('text') reasonCode!: string;
  @Column('text') requestedBy!: string;
  @PlainDateColumn() requestedOn!: PlainDate;
  @Column('text', { nullable: true }) decidedBy!: string | null;
  @PlainDateColumn({ nullable: true }) decidedOn!: PlainDate | null;
  @Column('text', { nullable: true }) endedBy!: string | null;
}
