import type { DataSource } from 'typeorm';

/** The database keeps or orders text in another way than the product needs. That is settled when a database is made. */
export class OtherTextOrder extends Error {
  override readonly name = 'OtherTextOrder';
}

/** How a database keeps text: its encoding, whose rules order it (`b` built in, `c` libc, `i` ICU), and which of libc. */
interface TextOrder {
  readonly name: string;
  readonly encoding: string;
  readonly provider: string;
  readonly collation: string;
}

/**
 * Text has to be UTF-8 and ordered by its bytes, as everything was tested. Where a language's rules order it, every look for a
 * stream compares by them, and an update of the operating system may change them under the indexes (decision 35).
 *
 * @throws OtherTextOrder with the statement that makes a database that fits
 */
export async function refuseOtherTextOrder(database: Pick<DataSource, 'query'>): Promise<void> {
  const [found] = await database.query<TextOrder[]>(
    `SELECT datname AS name, pg_encoding_to_char(encoding) AS encoding, datlocprovider AS provider, datcollate AS collation
     FROM pg_database WHERE datname = current_database()`,
  );
  if (found === undefined) throw new Error('The database does not know itself');
  const wrong = [
    ...(found.encoding === 'UTF8' ? [] : [`keeps text as ${found.encoding}`]),
    ...(isOrderedByBytes(found) ? [] : [`orders text by ${rulesOf(found)}`]),
  ];
  if (wrong.length === 0) return;
  throw new OtherTextOrder(
    `The database "${found.name}" ${wrong.join(' and ')}, and it has to be UTF-8 in the order of its bytes: make one with ` +
      `CREATE DATABASE … TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER libc LOCALE 'C', and name that`,
  );
}

/** All that is built in goes by code points, whose order is that of the bytes. */
const isOrderedByBytes = ({ provider, collation }: TextOrder): boolean =>
  provider === 'b' || (provider === 'c' && ['C', 'POSIX'].includes(collation));

const rulesOf = ({ provider, collation }: TextOrder): string =>
  provider === 'i' ? 'the rules of a language (ICU)' : `the rules of ${collation}`;
