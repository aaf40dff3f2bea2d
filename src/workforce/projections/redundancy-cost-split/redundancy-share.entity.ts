import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Pence } from '../../../kernel/pence.js';
import { PenceColumn } from '../../../platform/persistence/pence-column.js';

/** One funder's share of the redundancy of one PA, by the body as it was at the time. */
@Entity({ schema: 'read_model', name: 'redundancy_share' })
export class RedundancyShareRow {
  @PrimaryColumn('text') employmentId!: string;
  /** From 1, in the order of the funders' first days. */
  @PrimaryColumn('integer') place!: number;
  @Column('text') subject!: string;
  @Column('text') funder!: string;
  /** Exact text, in the unit of the agreement. */
  @Column('text') weight!: string;
  @PenceColumn() sharePence!: Pence;
}
