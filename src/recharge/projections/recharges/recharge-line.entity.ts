import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Basis } from '../../../kernel/basis.js';
import type { Pence } from '../../../kernel/pence.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { JsonColumn } from '../../../platform/persistence/json-column.js';
import { PenceColumn } from '../../../platform/persistence/pence-column.js';
import { PlainDateColumn } from '../../../platform/persistence/plain-date-column.js';
import type { LineAnswer } from '../../domain/recharge.js';
import type { RechargeLine } from '../../domain/recharge.events.js';

/** One line of a recharge with what the debtor said of it. */
@Entity({ schema: 'read_model', name: 'recharge_line' })
export class RechargeLineRow {
  @PrimaryColumn('text') rechargeRef!: string;
  @PrimaryColumn('integer') number!: number;
  @Column('text') subject!: string;
  @Column('text') kind!: RechargeLine['kind'];
  @PlainDateColumn() fromDay!: PlainDate;
  /** The first day that is not in the line. */
  @PlainDateColumn() untilDay!: PlainDate;
  @Column('integer') days!: number;
  @PenceColumn({ nullable: true }) weeklyPence!: Pence | null;
  @PenceColumn() amountPence!: Pence;
  @Column('text') bodyAtTime!: string;
  @JsonColumn() evidence!: readonly string[];
  @PlainDateColumn({ nullable: true }) claimBefore!: PlainDate | null;
  /** True when the oldest payment was six years old on the date of the document. It warns and blocks nothing. */
  @Column('boolean') outOfTime!: boolean;
  @Column('text') answer!: LineAnswer['status'];
  @Column('text', { nullable: true }) queryReason!: string | null;
  @JsonColumn() basis!: Basis;
}
