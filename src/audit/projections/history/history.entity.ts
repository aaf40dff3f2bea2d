import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Correction } from '../../../kernel/event.js';
import type { Pence } from '../../../kernel/pence.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { JsonColumn } from '../../../platform/persistence/json-column.js';
import { PenceColumn } from '../../../platform/persistence/pence-column.js';
import { PlainDateColumn } from '../../../platform/persistence/plain-date-column.js';

/** One event of a case, as its history shows it. */
@Entity({ schema: 'read_model', name: 'history' })
export class HistoryRow {
  @PrimaryColumn('text') subject!: string;
  /** The place in the history of the case, from 1, over all of its streams. */
  @PrimaryColumn('integer') ordinal!: number;
  @Column('text') eventId!: string;
  @Column('text') position!: string;
  /** What kind of stream it stands in: `transfer-case`, `employment`, `recharge`. */
  @Column('text') streamKind!: string;
  /** The reference of what that stream is of; null on rows that no event has touched since it is kept. */
  @Column('text', { nullable: true }) recordRef!: string | null;
  @Column('integer') revision!: number;
  @Column('text') type!: string;
  @Column('text') sentence!: string;
  @JsonColumn() data!: object;
  /** Why its command put something right, and what shows it; null where it put nothing right, or did not say why. */
  @JsonColumn({ nullable: true }) correction!: Correction | null;
  @PlainDateColumn() occurredOn!: PlainDate;
  /** The instant in UTC, to the microsecond. */
  @Column('text') recordedAt!: string;
  /** The day in London on which it was recorded. */
  @PlainDateColumn() recordedOn!: PlainDate;
  @Column('text') actorId!: string;
  @Column('text') organisation!: string;
  @Column('text') role!: string;
  /** The right that gave the role that day; null for what no person did, and before rights were recorded. */
  @Column('text', { nullable: true }) grantRef!: string | null;
  /** Up to how much that right let an approver approve at once; null without a limit. */
  @PenceColumn({ nullable: true }) limitPence!: Pence | null;
}
