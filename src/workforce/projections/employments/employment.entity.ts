import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { JsonColumn } from '../../../platform/persistence/json-column.js';
import { PlainDateColumn } from '../../../platform/persistence/plain-date-column.js';
import type { EmploymentRecord } from '../../domain/employment.js';

/** One PA's job, as lists and pages show it. The lists hold the event ids that a correction has to name. */
@Entity({ schema: 'read_model', name: 'employment' })
export class EmploymentRow {
  @PrimaryColumn('text') employmentId!: string;
  /** The case. */
  @Column('text') subject!: string;
  @Column('text') assistantRef!: string;
  @Column('text') status!: EmploymentRecord['status'];
  @Column('text') stage!: EmploymentRecord['stage'];
  @PlainDateColumn() startedOn!: PlainDate;
  @JsonColumn({ nullable: true }) end!: NonNullable<EmploymentRecord['end']> | null;
  @JsonColumn() terms!: EmploymentRecord['terms'];
  @JsonColumn() fundingPeriods!: EmploymentRecord['fundingPeriods'];
  @JsonColumn() leaveStatements!: EmploymentRecord['leaveStatements'];
  @JsonColumn({ nullable: true }) insuranceClaim!: NonNullable<EmploymentRecord['insuranceClaim']> | null;
  @JsonColumn({ nullable: true }) service!: NonNullable<EmploymentRecord['service']> | null;
  /** The revision of the employment's stream that the row shows. */
  @Column('integer') revision!: number;
}
