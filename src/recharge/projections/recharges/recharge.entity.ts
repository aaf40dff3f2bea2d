import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Basis } from '../../../kernel/basis.js';
import type { Pence } from '../../../kernel/pence.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { JsonColumn } from '../../../platform/persistence/json-column.js';
import { PenceColumn } from '../../../platform/persistence/pence-column.js';
import { PlainDateColumn } from '../../../platform/persistence/plain-date-column.js';
import type { RechargePayment, RechargeRecord } from '../../domain/recharge.js';
import type { Direction } from '../../domain/rules/joint-package.js';
import type { RechargeSide } from '../../domain/waiting-on.js';
import type { ApprovalLapse } from './approval-lapse.js';
import type { RechargeStatus } from '../../domain/stages.js';

/** A credit that waits for its second person. */
export interface CreditRequest {
  readonly reasonCode: string;
  readonly requestedOn: PlainDate;
  /** The sign-in id. */
  readonly requestedBy: string;
}

/** One version of a recharge, as lists and finance teams see it. */
@Entity({ schema: 'read_model', name: 'recharge' })
export class RechargeRow {
  @PrimaryColumn('text') rechargeRef!: string;
  @Column('text') subject!: string;
  @Column('text') caseRef!: string;
  @Column('text') status!: RechargeStatus;
  /** Who has to do something next. */
  @Column('text', { array: true }) waitingOn!: readonly RechargeSide[];
  @Column('text') direction!: Direction;
  @Column('text') document!: RechargeRecord['document'];
  @Column('text') documentRoute!: RechargeRecord['documentRoute'];
  /** Who paid, and is owed. */
  @Column('text') creditor!: string;
  /** Who was liable, and owes. */
  @Column('text') debtor!: string;
  @Column('text', { nullable: true }) agreementId!: string | null;
  @Column('integer', { nullable: true }) agreementVersion!: number | null;
  @PenceColumn() totalPence!: Pence;
  @PenceColumn() acceptedPence!: Pence;
  /** Over this version and those before it. */
  @PenceColumn() paidPence!: Pence;
  /** Zero or below: what was taken back. */
  @PenceColumn() creditedPence!: Pence;
  /** Below zero when money is to be returned. */
  @PenceColumn() outstandingPence!: Pence;
  @PenceColumn() refundToPersonPence!: Pence;
  @PenceColumn() contributionCancelledPence!: Pence;
  @JsonColumn() leavePendingFor!: readonly string[];
  @Column('text', { nullable: true }) supersedes!: string | null;
  @Column('text', { nullable: true }) supersededBy!: string | null;
  @PlainDateColumn() calculatedOn!: PlainDate;
  @PlainDateColumn({ nullable: true }) documentDate!: PlainDate | null;
  @Column('text', { nullable: true }) invoiceReference!: string | null;
  @Column('text', { nullable: true }) purchaseOrder!: string | null;
  @Column('text', { nullable: true }) payableBy!: string | null;
  /** Why that one of several successors pays; null where there was nothing to choose. */
  @JsonColumn({ nullable: true }) successorChoice!: NonNullable<RechargeRecord['successorChoice']> | null;
  @PlainDateColumn({ nullable: true }) paymentDueOn!: PlainDate | null;
  @PlainDateColumn({ nullable: true }) queryDueOn!: PlainDate | null;
  @JsonColumn() payments!: readonly RechargePayment[];
  @Column('text', { nullable: true }) creditReason!: string | null;
  @Column('text') preparedBy!: string;
  @Column('text', { nullable: true }) approvedBy!: string | null;
  @PlainDateColumn({ nullable: true }) approvedOn!: PlainDate | null;
  /** Why the approval holds no more; null while it does. */
  @JsonColumn({ nullable: true }) approvalLapse!: ApprovalLapse | null;
  /** A credit that one person asked for, while no second one has agreed. */
  @JsonColumn({ nullable: true }) creditRequest!: CreditRequest | null;
  @JsonColumn() basis!: Basis;
  /** The revision of the recharge's stream that the row shows. */
  @Column('integer') revision!: number;
}
