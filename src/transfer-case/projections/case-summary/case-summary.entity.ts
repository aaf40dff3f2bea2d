import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { JsonColumn } from '../../../platform/persistence/json-column.js';
import { PlainDateColumn } from '../../../platform/persistence/plain-date-column.js';
import type { LiabilityRule, Stage } from '../../domain/case-record.js';
import type { Deadline } from '../../domain/rules/deadlines.js';
import type { DeadlineKind } from '../../domain/rules/deadline-rules.js';
import type { WaitingOn } from '../../domain/waiting-on.js';

/** A case as the work lists show it. */
@Entity({ schema: 'read_model', name: 'case_summary' })
export class CaseSummaryRow {
  @PrimaryColumn('text') caseRef!: string;
  @Column('text') subject!: string;
  @Column('text') personReference!: string;
  @Column('text') council!: string;
  @Column('text') nhsBody!: string;
  /** The NHS bodies that followed it. */
  @Column('text', { array: true }) laterNhsBodies!: readonly string[];
  @Column('text') stage!: Stage;
  @PlainDateColumn() alertedOn!: PlainDate;
  /** The sign-in ids of who works it: at the council, and at the NHS body. */
  @Column('text', { nullable: true }) caseworker!: string | null;
  @Column('text', { nullable: true }) counterpart!: string | null;
  @Column('text') waitingOn!: WaitingOn;
  @PlainDateColumn({ nullable: true }) liabilityStartsOn!: PlainDate | null;
  @Column('text', { nullable: true }) liabilityRule!: LiabilityRule | null;
  @PlainDateColumn({ nullable: true }) heldFrom!: PlainDate | null;
  @PlainDateColumn({ nullable: true }) heldUntil!: PlainDate | null;
  /** The open deadline that falls due first. How many days are left is worked out when somebody looks. */
  @PlainDateColumn({ nullable: true }) nextDueOn!: PlainDate | null;
  @Column('text', { nullable: true }) nextDueKind!: DeadlineKind | null;
  @JsonColumn() deadlines!: readonly Deadline[];
  /** The revision of the case's stream that the row shows. */
  @Column('integer') revision!: number;
}
