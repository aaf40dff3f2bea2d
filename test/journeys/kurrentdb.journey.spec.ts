import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { exampleCases } from '../../src/dev/examples/example-cases.js';
import {
  playExample,
  playExampleAgreement,
  type PlayedExample,
} from '../../src/dev/examples/make-examples.js';
import { Projections } from '../../src/platform/projections/projections.js';
import { journeyReads } from '../support/journey-reads.js';
import { KurrentDbDouble } from '../support/kurrentdb-double/kurrentdb-double.js';
import { useProduct } from '../support/product.js';

// The same product on both stores. The KurrentDB is a double of its server, whose positions have gaps and two parts.
let double: KurrentDbDouble;
beforeAll(async () => {
  double = await KurrentDbDouble.start();
});
const onPostgres = useProduct();
const onKurrentDb = useProduct(() => ({ EVENT_STORE: 'kurrentdb', KURRENTDB_URL: double.url }));
afterAll(() => double.close());

const examples = exampleCases.slice(0, 2);

it('gives the same answers whichever store keeps the events, and again when the views are rebuilt from it', async () => {
  const plain = await played(onPostgres);
  const other = await played(onKurrentDb);
  expect(other.cases).toEqual(plain.cases);
  expect(other.answers.map(withoutTheStore)).toEqual(plain.answers.map(withoutTheStore));

  const { app } = onKurrentDb.current;
  const [{ events }] = await app
    .get(DataSource)
    .query<[{ events: string }]>('SELECT count(*) AS events FROM event_store.events');
  expect(events).toBe('0');

  const { projections } = onKurrentDb.current.operator;
  for (const { name } of projections.runners) await projections.rebuild(name);
  expect(await journeyReads(onKurrentDb.current, other.cases, 'herts-auditor')).toEqual(other.answers);
}, 240_000);

it('carries out a command once that is sent twice, and says how far the views have to come', async () => {
  const { api } = onKurrentDb.current;
  // Played with the keys that it was played with: every command of it is a repeat.
  const before = double.eventCount;
  await playExampleAgreement(api);
  for (const example of examples) await playExample(api, example);
  expect(double.eventCount).toBe(before);

  const status = await onKurrentDb.current.app.get(Projections).status();
  expect(status.map(({ lagEvents, parked }) => [lagEvents, parked])).toEqual(status.map(() => [0, []]));
}, 240_000);

async function played({ current }: typeof onPostgres) {
  const { api } = current;
  await playExampleAgreement(api);
  const cases: PlayedExample[] = [];
  for (const example of examples) cases.push(await playExample(api, example));
  // The last command is visible everywhere before the answers are taken.
  await api.get('herts-auditor', '/v1/transfer-cases');
  return { cases, answers: await journeyReads(current, cases, 'herts-auditor') };
}

/** Positions and times of recording are the store's own, and so is which of two streams was appended to first. */
function withoutTheStore({ path, status, etag, body }: Awaited<ReturnType<typeof journeyReads>>[number]) {
  const said = body
    .replace(/"position":"[\d/]+"/g, '"position":"…"')
    .replace(/"recordedAt":"[^"]+"/g, '"recordedAt":"…"');
  return { path, status, etag, body: path.endsWith('/events') ? eventsByStream(said) : said };
}

/** A reactor works beside the commands: its event may come before or after the next of them. Each stream keeps its order. */
function eventsByStream(body: string): string {
  const { items } = JSON.parse(body) as { items: { ordinal: number; record: string; version: number }[] };
  return JSON.stringify(
    items
      .map(({ ordinal: _, ...event }) => event)
      .sort((one, other) => one.record.localeCompare(other.record) || one.version - other.version),
  );
}
