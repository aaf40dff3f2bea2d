import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Basis } from '../../../kernel/basis.js';
import type { MissingFact } from '../../../kernel/figure.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { JsonColumn } from '../../../platform/persistence/json-column.js';
import { PlainDateColumn } from '../../../platform/persistence/plain-date-column.js';
import type { FundingKind } from '../../domain/rules/funding-rules.js';

/** Days of a case on which one body was liable and one paid. */
@Entity({ schema: 'read_model', name: 'funding_period' })
export class FundingPeriodRow {
  @PrimaryColumn('text') caseRef!: string;
  /** The place in date order, from 1. */
  @PrimaryColumn('integer') ordinal!: number;
  @Column('text') subject!: string;
  @PlainDateColumn() fromDay!: PlainDate;
  /** The first day that is not in it; nothing while it goes on. */
  @PlainDateColumn({ nullable: true }) untilDay!: PlainDate | null;
  @Column('text') kind!: FundingKind;
  @Column('text', { nullable: true }) liableBody!: string | null;
  @Column('text', { nullable: true }) payingBody!: string | null;
  @JsonColumn() missing!: readonly MissingFact[];
  @JsonColumn() basis!: Basis;
  /** The revision of the case's stream that the row shows. */
  @Column('integer') revision!: number;
}
