import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { JsonColumn } from '../../../platform/persistence/json-column.js';
import { PlainDateColumn } from '../../../platform/persistence/plain-date-column.js';
import type { CaseSetting } from '../../domain/case-setting.js';
import type { ExposedJob } from '../../domain/rules/redundancy-exposure.js';

/** What a case gives to the figures of its employments, as far as it can be stored. */
export type StoredSetting = Omit<CaseSetting, 'bodies'>;

/**
 * The facts that the exposure of one employment follows from. The figure itself is worked out for the day that somebody
 * asks about.
 */
@Entity({ schema: 'read_model', name: 'exposed_employment' })
export class ExposedEmploymentRow {
  @PrimaryColumn('text') employmentId!: string;
  /** The case. */
  @Column('text') subject!: string;
  @Column('text') assistantRef!: string;
  @Column('text') council!: string;
  /** Every NHS body of the case, one after the other. */
  @Column('text', { array: true }) nhsBodies!: readonly string[];
  @PlainDateColumn() startedOn!: PlainDate;
  /** Absent while the job goes on. */
  @PlainDateColumn({ nullable: true }) lastDay!: PlainDate | null;
  @JsonColumn() job!: ExposedJob;
  @JsonColumn() setting!: StoredSetting;
}
