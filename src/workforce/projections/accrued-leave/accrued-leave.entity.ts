import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Basis } from '../../../kernel/basis.js';
import type { MissingFact } from '../../../kernel/figure.js';
import type { Pence } from '../../../kernel/pence.js';
import { JsonColumn } from '../../../platform/persistence/json-column.js';
import { PenceColumn } from '../../../platform/persistence/pence-column.js';
import type { SharingTerms } from '../../domain/case-setting.js';

/** The leave of one PA at the day of liability, or what is missing to say so. Hours are exact text. */
@Entity({ schema: 'read_model', name: 'accrued_leave' })
export class AccruedLeaveRow {
  @PrimaryColumn('text') employmentId!: string;
  /** The case. */
  @Column('text') subject!: string;
  @Column('text') assistantRef!: string;
  @Column('text') status!: 'known' | 'pending';
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
}
