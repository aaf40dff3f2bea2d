import { describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { createTestDatabase } from '../../../test/support/postgres.js';
import { migrate } from './migrate.js';
import { OtherTextOrder, refuseOtherTextOrder } from './text-order.js';

/** Does something with an empty database that was made so. */
async function onDatabase<Result>(
  made: string,
  work: (database: DataSource, url: string) => Promise<Result>,
): Promise<Result> {
  const { url, drop } = await createTestDatabase(`TEMPLATE template0 ${made}`);
  const database = await new DataSource({ type: 'postgres', url }).initialize();
  try {
    return await work(database, url);
  } finally {
    await database.destroy();
    await drop();
  }
}

const ENGLISH = `ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'en-GB' LOCALE 'C'`;

describe('A database whose text', () => {
  it.each([
    ['is in the order of bytes', `ENCODING 'UTF8' LOCALE 'C'`],
    [
      'is in the order of code points, which is the same',
      `ENCODING 'UTF8' LOCALE_PROVIDER builtin LOCALE 'C.UTF-8'`,
    ],
  ])('%s fits', async (_, made) => {
    await onDatabase(made, (database) => refuseOtherTextOrder(database));
  });

  it.each([
    ['is in the order of a language', ENGLISH, 'orders text by the rules of a language (ICU)'],
    [
      'goes by a locale of the system',
      `ENCODING 'UTF8' LOCALE 'C.UTF-8'`,
      'orders text by the rules of C.UTF-8',
    ],
    ['is not UTF-8', `ENCODING 'LATIN1' LOCALE 'C'`, 'keeps text as LATIN1'],
    [
      'is neither',
      `ENCODING 'LATIN1' LOCALE_PROVIDER icu ICU_LOCALE 'en-GB' LOCALE 'C'`,
      'keeps text as LATIN1 and orders text by the rules of a language (ICU)',
    ],
  ])('%s is refused, with the statement that makes one that fits', async (_, made, said) => {
    const fault = await onDatabase(made, (database) => refuseOtherTextOrder(database)).catch(String);
    expect(fault).toMatch(/^OtherTextOrder: The database "test_\w+" /);
    expect(fault).toContain(
      ` ${said}, and it has to be UTF-8 in the order of its bytes: make one with CREATE DATABASE`,
    );
  });

  it('is in another order gets no tables', async () => {
    await onDatabase(ENGLISH, async (database, url) => {
      await expect(migrate(url)).rejects.toBeInstanceOf(OtherTextOrder);
      const made = await database.query<unknown[]>(
        `SELECT table_name FROM information_schema.tables WHERE table_schema NOT IN ('pg_catalog', 'information_schema')`,
      );
      expect(made).toEqual([]);
    });
  });
});
