import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Basis } from '../../../kernel/basis.js';
import type { Figure, MissingFact } from '../../../kernel/figure.js';
import type { Pence } from '../../../kernel/pence.js';
import type { Period } from '../../../kernel/period.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import type { AccountCredit } from '../../domain/rules/account-credit.js';
import type { ChargedOneOff } from '../../domain/rules/one-off-charge.js';
import { JsonColumn } from '../../../platform/persistence/json-column.js';
import { PenceColumn } from '../../../platform/persistence/pence-column.js';
import type { BridgingRechargeLineRow } from './bridging-recharge-line.entity.js';
import type { AccountReclaim } from '../../domain/rules/account-reclaim.js';
import type { BridgingWarning } from '../../domain/rules/bridging-warnings.js';
import { PlainDateColumn } from '../../../platform/persistence/plain-date-column.js';

/** What the council owes one NHS body after a loss of eligibility, with its lines once they are known. */
export interface TransferBackRow {
  readonly creditor: string;
  readonly debtor: string;
  readonly rate: string;
  readonly total: Figure<Pence>;
  readonly lines: readonly Readonly<BridgingRechargeLineRow>[];
}

/** What today's facts of a case give as its bridging recharge, or what the figure waits for. */
@Entity({ schema: 'read_model', name: 'bridging_recharge' })
export class BridgingRechargeRow {
  @PrimaryColumn('text') caseRef!: string;
  @Column('text') subject!: string;
  @Column('text') status!: 'known' | 'pending';
  /** Empty when the figure is known. */
  @JsonColumn() missing!: readonly MissingFact[];
  /** Who paid. */
  @Column('text') creditor!: string;
  /** Who was liable: of several NHS bodies the first. Each line names its own. */
  @Column('text') debtor!: string;
  @Column('text') grossBasis!: string;
  @PlainDateColumn({ nullable: true }) fromDay!: PlainDate | null;
  /** The first day that is not charged. */
  @PlainDateColumn({ nullable: true }) untilDay!: PlainDate | null;
  @PenceColumn({ nullable: true }) totalPence!: Pence | null;
  @PenceColumn({ nullable: true }) refundToPersonPence!: Pence | null;
  @PenceColumn({ nullable: true }) contributionCancelledPence!: Pence | null;
  /** Days that wait for a fact and are in no total. */
  @JsonColumn({ nullable: true }) held!: (Period & { readonly missing: MissingFact }) | null;
  /** Days that wait for NHS bodies to settle which of them is responsible, and are in no total. */
  @JsonColumn({ nullable: true }) parked!: (Period & { readonly missing: MissingFact }) | null;
  @JsonColumn({ nullable: true }) basis!: Basis | null;
  @JsonColumn({ nullable: true }) refundBasis!: Basis | null;
  /** What the council takes back from the account; null until the row is written anew. */
  @JsonColumn({ nullable: true }) reclaim!: Figure<AccountReclaim> | null;
  /** What stays in the account for leave; null where the agreement settles leave in another way. */
  @JsonColumn({ nullable: true }) leaveHeldBack!: Figure<Pence> | null;
  @JsonColumn() warnings!: readonly BridgingWarning[];
  /** What is charged of each one-off payment; null until the row is written anew. */
  @JsonColumn({ nullable: true }) oneOffs!: readonly ChargedOneOff[] | null;
  /** What is credited of the account; null where nothing is. */
  @JsonColumn({ nullable: true }) credit!: Figure<AccountCredit> | null;
  /** What the council owes each NHS body after a loss of eligibility; null where nothing is. */
  @JsonColumn({ nullable: true }) transferBack!: readonly TransferBackRow[] | null;
  /** The revision of the case that the row shows. */
  @Column('integer') revision!: number;
}
