import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Basis } from '../../../kernel/basis.js';
import type { MissingFact } from '../../../kernel/figure.js';
import type { Pence } from '../../../kernel/pence.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { JsonColumn } from '../../../platform/persistence/json-column.js';
import { PenceColumn } from '../../../platform/persistence/pence-column.js';
import { PlainDateColumn } from '../../../platform/persistence/plain-date-column.js';
import type { InsuranceClaim, NoRightReason, RedundancyShared } from '../../domain/workforce.events.js';

/** What the redundancy of one PA costs, or what is missing to say so. */
@Entity({ schema: 'read_model', name: 'redundancy_cost' })
export class RedundancyCostRow {
  @PrimaryColumn('text') employmentId!: string;
  /** The case. */
  @Column('text') subject!: string;
  @Column('text') assistantRef!: string;
  @Column('text') status!: 'known' | 'pending';
  @JsonColumn() missing!: readonly MissingFact[];
  /** The last day that was assessed. */
  @PlainDateColumn({ nullable: true }) lastDay!: PlainDate | null;
  @JsonColumn() noRightReasons!: readonly NoRightReason[];
  @PenceColumn({ nullable: true }) statutoryPence!: Pence | null;
  @JsonColumn({ nullable: true }) statutoryBasis!: Basis | null;
  /** Payroll's own figure, to show a difference. */
  @PenceColumn({ nullable: true }) payrollFigurePence!: Pence | null;
  @PenceColumn({ nullable: true }) insurancePence!: Pence | null;
  @PenceColumn({ nullable: true }) reservesPence!: Pence | null;
  @PenceColumn({ nullable: true }) residualPence!: Pence | null;
  @Column('text', { nullable: true }) insuranceClaim!: InsuranceClaim['claim'] | null;
  /** True while the insurer may still pay. */
  @Column('boolean') interim!: boolean;
  /** The splits that the parties recorded, oldest first. */
  @JsonColumn() recorded!: readonly RedundancyShared[];
  @JsonColumn({ nullable: true }) basis!: Basis | null;
}
