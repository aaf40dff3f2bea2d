import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Basis } from '../../../kernel/basis.js';
import type { Answer, MissingFact, Referral } from '../../../kernel/figure.js';
import type { Pence } from '../../../kernel/pence.js';
import { JsonColumn } from '../../../platform/persistence/json-column.js';
import { PenceColumn } from '../../../platform/persistence/pence-column.js';
import type { SharingTerms } from '../../domain/case-setting.js';
import type { LeaveDifference } from '../../domain/rules/leave-difference.js';
import type { LeaveSettlement } from '../../domain/rules/leave-settlement.js';
import type { LeaveUplift } from '../../domain/rules/leave-uplift.js';
import type { OpeningLeave } from '../../domain/rules/opening-leave.js';

/** One of the figures that leave may come to, until an adviser has said which. Hours are exact text. */
export interface LeaveCandidate {
  readonly reading: string;
  readonly accruedHours: string;
  readonly outstandingHours: string;
  readonly owedPence: Pence;
  readonly basis: Basis;
}

/** The opening balance with its hours as exact text. */
export type OpeningLeaveInText = Omit<OpeningLeave, 'hours'> & { readonly hours: string };

/** The leave of one PA at the day of liability, or what is missing to say so. Hours are exact text. */
@Entity({ schema: 'read_model', name: 'accrued_leave' })
export class AccruedLeaveRow {
  @PrimaryColumn('text') employmentId!: string;
  /** The case. */
  @Column('text') subject!: string;
  @Column('text') assistantRef!: string;
  @Column('text') status!: Answer<unknown>['status'];
  @JsonColumn() missing!: readonly MissingFact[];
  @Column('text', { nullable: true }) accruedHours!: string | null;
  @Column('text', { nullable: true }) takenHours!: string | null;
  @Column('text', { nullable: true }) outstandingHours!: string | null;
  @Column('text') owedBy!: string;
  @Column('text') owedTo!: string;
  /** Below zero when more leave was taken than had accrued. */
  @PenceColumn({ nullable: true }) owedPence!: Pence | null;
  /** What the wrong cut-off, the start of the budget, would have come to. */
  @PenceColumn({ nullable: true }) owedIfCutAtCoverStartPence!: Pence | null;
  /** How the agreement settles it. */
  @Column('text') settlement!: SharingTerms['leaveSettlement'];
  @JsonColumn({ nullable: true }) basis!: Basis | null;
  /** What an adviser has to settle, and the figures to choose from. */
  @JsonColumn() referrals!: readonly Referral[];
  @JsonColumn() candidates!: readonly LeaveCandidate[];
  /** Where payroll and the rules, or two records, say different things. */
  @JsonColumn() differences!: readonly LeaveDifference[];
  /** What follows by the agreement's method; absent in rows from before it was worked out. */
  @JsonColumn({ nullable: true }) consequence!: Answer<LeaveSettlement> | null;
  /** What the hours cost at a later rate; nothing where the rate did not change. */
  @JsonColumn({ nullable: true }) uplift!: Answer<LeaveUplift> | null;
  /** The balance of leave on the first day of the budget. */
  @JsonColumn({ nullable: true }) opening!: Answer<OpeningLeaveInText> | null;
}
