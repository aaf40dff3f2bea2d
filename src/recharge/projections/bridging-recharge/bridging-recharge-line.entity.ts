import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Basis } from '../../../kernel/basis.js';
import type { Pence } from '../../../kernel/pence.js';
import type { Period } from '../../../kernel/period.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { JsonColumn } from '../../../platform/persistence/json-column.js';
import { PenceColumn } from '../../../platform/persistence/pence-column.js';
import type { JointFigures } from '../../domain/rules/joint-package.js';
import type { SuspensionNote } from '../../domain/rules/suspension.js';
import { PlainDateColumn } from '../../../platform/persistence/plain-date-column.js';

/** Days of bridging with one rate, contribution, share and liable body. */
@Entity({ schema: 'read_model', name: 'bridging_recharge_line' })
export class BridgingRechargeLineRow {
  @PrimaryColumn('text') caseRef!: string;
  @PrimaryColumn('integer') number!: number;
  @Column('text') subject!: string;
  @PlainDateColumn() fromDay!: PlainDate;
  /** The first day that is not in the line. */
  @PlainDateColumn() untilDay!: PlainDate;
  @Column('integer') days!: number;
  @PenceColumn() weeklyGrossPence!: Pence;
  @PenceColumn() weeklyContributionPence!: Pence;
  @PenceColumn() netPence!: Pence;
  @PenceColumn() contributionPence!: Pence;
  @PenceColumn() contributionReceivedPence!: Pence;
  @PenceColumn() amountPence!: Pence;
  @Column('text') liableBody!: string;
  /** References of the payments that cover the days. */
  @JsonColumn() evidence!: readonly string[];
  @JsonColumn() daysWithoutPayment!: readonly Period[];
  /** The first day on which a claim for the oldest payment is out of time. */
  @PlainDateColumn({ nullable: true }) claimBefore!: PlainDate | null;
  /** The body that the case names for the days, and that the document goes to. */
  @Column('text') debtor!: string;
  /** Only under a joint package. */
  @JsonColumn({ nullable: true }) joint!: JointFigures | null;
  /** Only while care at home was interrupted. */
  @JsonColumn({ nullable: true }) suspension!: SuspensionNote | null;
  @JsonColumn() basis!: Basis;
}
