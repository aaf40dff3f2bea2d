import { expect, it } from '@jest/globals';
import { exampleCases } from '../../src/dev/examples/example-cases.js';
import {
  playExample,
  playExampleAgreement,
  type PlayedExample,
} from '../../src/dev/examples/make-examples.js';
import { journeyReads } from '../support/journey-reads.js';
import { useProduct } from '../support/product.js';

const product = useProduct();

it('gives byte-identical answers after its read tables were dropped and rebuilt from the store', async () => {
  const { api, operator } = product.current;
  await playExampleAgreement(api);
  const played: PlayedExample[] = [];
  for (const example of exampleCases) played.push(await playExample(api, example));
  // The last command is visible everywhere before the first answers are taken.
  await api.get('herts-auditor', '/v1/transfer-cases');

  const before = await journeyReads(product.current, played, 'herts-auditor');
  expect(before.filter(({ status }) => status !== 200)).toEqual([]);

  const { database, projections } = operator;
  const tables = await database.query<{ name: string }[]>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = 'read_model'`,
  );
  expect(tables.length).toBeGreaterThan(5);
  for (const { name } of tables) await database.query(`DROP TABLE ${name} CASCADE`);
  const gone = await journeyReads(product.current, played, 'herts-auditor');
  // A case itself is read from its events; every view of it says that it is being rebuilt.
  expect(gone.filter(({ path }) => path.endsWith('/liabilities')).map(({ status }) => status)).toEqual(
    played.map(() => 503),
  );

  for (const { projection } of projections.runners) await projections.rebuild(projection.name);
  expect(await journeyReads(product.current, played, 'herts-auditor')).toEqual(before);
}, 180_000);
