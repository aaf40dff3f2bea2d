import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DataSource, Entity, PrimaryColumn } from 'typeorm';
import { useTestDatabase } from '../../../test/support/postgres.js';
import { pence, type Pence } from '../../kernel/pence.js';
import { plainDate, type PlainDate } from '../../kernel/plain-date.js';
import { createDataSource } from './data-source.js';
import { JsonColumn } from './json-column.js';
import { PenceColumn } from './pence-column.js';
import { PlainDateColumn } from './plain-date-column.js';

@Entity('sample')
class Sample {
  @PrimaryColumn('text') id!: string;
  @PenceColumn() weeklyPence!: Pence;
  @PenceColumn({ nullable: true }) lateFeePence!: Pence | null;
  @PlainDateColumn() startsOn!: PlainDate;
  @JsonColumn() basis!: object;
}

describe('columns of read models', () => {
  const database = useTestDatabase();
  let dataSource: DataSource;

  beforeAll(async () => {
    dataSource = createDataSource({ databaseUrl: database.url, poolSize: 2 }, [Sample]);
    await dataSource.initialize();
    await dataSource.query(
      `CREATE TABLE sample (id text PRIMARY KEY, weekly_pence bigint NOT NULL, late_fee_pence bigint,
       starts_on date NOT NULL, basis json NOT NULL)`,
    );
  });

  afterAll(() => dataSource.destroy());

  const written: Sample = {
    id: 'one',
    weeklyPence: pence(-61_250),
    lateFeePence: null,
    startsOn: plainDate('2026-03-29'),
    basis: { rule: 'R', inputs: { zulu: 1, alpha: 2 } },
  };

  it('give back money, days and JSON as they were written', async () => {
    await dataSource.manager.insert(Sample, written);
    const read = await dataSource.manager.findOneByOrFail(Sample, { id: 'one' });
    expect({ ...read }).toEqual(written);
    expect(JSON.stringify(read.basis)).toBe(JSON.stringify(written.basis));
  });

  it('keep a day as text in a raw query, whatever the time zone of the server', async () => {
    expect(await dataSource.query(`SELECT starts_on FROM sample`)).toEqual([{ starts_on: '2026-03-29' }]);
  });

  it('refuse money that is too large to be exact', async () => {
    await dataSource.query(`UPDATE sample SET weekly_pence = 9007199254740993`);
    await expect(dataSource.manager.find(Sample)).rejects.toThrow(
      '9007199254740993 is not a whole number of pence',
    );
  });
});
