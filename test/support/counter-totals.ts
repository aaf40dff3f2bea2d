import { Column, Entity, PrimaryColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { pence, sumPence, type Pence } from '../../src/kernel/pence.js';
import { PenceColumn } from '../../src/platform/persistence/pence-column.js';
import { eventsOf, type SubjectProjection } from '../../src/platform/projections/projection.js';
import type { CounterEvent } from './counter-aggregate.js';

/** A read model over the counters: what a subject has come to, over all its streams. */
@Entity('counter_total')
export class CounterTotal {
  @PrimaryColumn('text') subject!: string;
  @PenceColumn() totalPence!: Pence;
  /** The types of the events in the order in which they were folded. */
  @Column('text') story!: string;
}

export class CreateCounterTotal implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE counter_total (subject text PRIMARY KEY, total_pence bigint NOT NULL CHECK (total_pence < 1000),
       story text NOT NULL)`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE counter_total`);
  }
}

/** A total of 13 cannot be projected, for specs of what happens then. */
export const counterTotals: SubjectProjection = {
  name: 'counter-totals',
  tables: [CounterTotal],
  reads: ['sample.'],
  project: (history) => {
    const events = eventsOf<CounterEvent>(history, 'sample.').map(({ event }) => event);
    const totalPence = sumPence(events.map(amountOf));
    if (totalPence === 13) throw new Error('13 brings bad luck');
    const story = events.map(({ type }) => type.replace('sample.', '')).join(' ');
    return [{ table: CounterTotal, rows: [{ subject: history.subject, totalPence, story }] }];
  },
};

function amountOf(event: CounterEvent): Pence {
  switch (event.type) {
    case 'sample.opened':
      return pence(event.data.start);
    case 'sample.counted':
      return pence(event.data.by);
    case 'sample.closed':
      return pence(0);
  }
}
