import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Basis } from '../../../kernel/basis.js';
import type { MissingFact, Referral } from '../../../kernel/figure.js';
import type { Pence } from '../../../kernel/pence.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { JsonColumn } from '../../../platform/persistence/json-column.js';
import { PenceColumn } from '../../../platform/persistence/pence-column.js';
import { PlainDateColumn } from '../../../platform/persistence/plain-date-column.js';
import type { Adjustment } from '../../domain/rules/redundancy-adjustment.js';
import type { RedundancyCost } from '../../domain/rules/redundancy-cost.js';
import type {
  InsuranceClaim,
  NoRightReason,
  RedundancyAssessed,
  RedundancyShared,
} from '../../domain/workforce.events.js';

/** What the redundancy of one PA costs, or what is missing to say so. */
@Entity({ schema: 'read_model', name: 'redundancy_cost' })
export class RedundancyCostRow {
  @PrimaryColumn('text') employmentId!: string;
  /** The case. */
  @Column('text') subject!: string;
  @Column('text') assistantRef!: string;
  @Column('text') status!: 'known' | 'pending' | 'refer';
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
  /** What was assessed beside the statutory payment. */
  @JsonColumn({ nullable: true }) assessed!: AssessedBeside | null;
  /** The rest of a known split. */
  @JsonColumn({ nullable: true }) details!: SplitDetails | null;
  /** What an adviser has to settle, and the figure of each reading. */
  @JsonColumn({ nullable: true }) referred!: ReferredSplit | null;
  /** What each party still pays or gets back since the last recorded split. */
  @JsonColumn({ nullable: true }) adjustment!: Adjustment | null;
}

/** The facts and figures of an assessment that stand beside the statutory payment. */
export type AssessedBeside = Pick<
  RedundancyAssessed,
  'ending' | 'serviceFrom' | 'serviceTo' | 'govukPence' | 'noticePay' | 'exGratiaNoticePence' | 'ruling'
>;

export type SplitDetails = Pick<
  RedundancyCost,
  | 'aboveStatutoryPence'
  | 'insuranceUsedPence'
  | 'reservesUsedPence'
  | 'estatePence'
  | 'toSharePence'
  | 'settlement'
  | 'noticeAndLeave'
>;

/** One share as it is stored and shown: its weight as exact text. */
export interface ShareShown {
  readonly funder: string;
  readonly weight: string;
  readonly sharePence: Pence;
}

export interface ReferredSplit {
  readonly referrals: readonly Referral[];
  readonly candidates: readonly {
    readonly reading: string;
    readonly statutoryPence: Pence;
    readonly residualPence: Pence;
    readonly shares: readonly ShareShown[];
    readonly basis: Basis;
  }[];
}
