import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { startWeb } from '../../src/app/start-web.js';
import { followStore } from '../../src/app/start-worker.js';
import { ApiClient } from '../../src/dev/examples/api-client.js';
import { exampleCases } from '../../src/dev/examples/example-cases.js';
import { playExample, playExampleAgreement } from '../../src/dev/examples/make-examples.js';
import { exampleUsers } from '../../src/dev/example-users.js';
import { EXAMPLE_SECRET, WEB_CLIENT_ID } from '../../src/dev/issuer.js';
import { systemClock } from '../../src/kernel/clock.js';
import { Erasures } from '../../src/people/commands/erasures.js';
import { RouteWalk, type Route } from '../../src/platform/access/route-walk.js';
import { settingsFrom } from '../../src/platform/config/settings.js';
import { EmbeddedPostgres } from '../../src/platform/embedded-postgres/embedded-postgres.js';
import { freePort } from '../../src/platform/embedded-postgres/free-port.js';
import { loginsBeside, makeLogins } from '../../src/platform/persistence/database-logins.js';
import { migrate } from '../../src/platform/persistence/migrate.js';
import { CALLBACK_PATH } from '../../src/platform/sign-in/identity-provider.js';
import { TEST_AUDIENCE, useTestIssuer } from '../support/issuer.js';
import { Needles } from '../support/needles.js';
import { PageReader, pathOf, type ReadPage, type References } from '../support/page-reader.js';
import { plantedPerson, type PlantedPerson } from '../support/planted-people.js';
import { playStaff } from '../support/play-staff.js';

// Fifty people are recorded with texts that stand nowhere else, and their cases come to hold money. Ten of them are removed by
// two people and a wait. Then every text of the ten is looked for in everything that is left, and every figure is compared.

const PEOPLE = 50;
const REMOVED = 10;
const DAY_MS = 86_400_000;
/** A day on which every example is past. The time goes on from there, so that London's day is the same all along. */
const START = Date.parse('2026-04-01T06:00:00.000Z');
const [WORKER, FINANCE, ADMINISTRATOR, APPROVER] = [
  'herts-direct-payment-worker',
  'herts-council-finance',
  'herts-administrator',
  'herts-council-approver',
];

interface Recorded extends PlantedPerson {
  readonly personId: string;
  readonly caseRef: string;
  readonly rechargeRef?: string;
}

let address = '';
beforeAll(async () => {
  address = `http://127.0.0.1:${await freePort(0)}`;
});
const issuer = useTestIssuer(() => [`${address}${CALLBACK_PATH}`]);
const people: Recorded[] = [];
const log: string[] = [];
let postgres: EmbeddedPostgres;
let folder = '';
let app: NestFastifyApplication;
let worker: INestApplicationContext;
let api: ApiClient;
let pages: PageReader;
/** Those of a member of staff, to which lists lead an administrator alone. */
let staffPages: readonly string[] = [];
let laterMs = 0;
let figuresBefore: ReadonlyMap<string, string>;
/** What the pages showed of two of the ten before they were removed. */
let pagesBefore: readonly ReadPage[];

let everybody: Needles;
const removed = () => people.slice(0, REMOVED);
const needlesOf = (whose: readonly Recorded[]) => {
  const needles = new Needles();
  whose.forEach(({ personId, texts }) =>
    texts.forEach((text) => needles.add(text, `${text} of ${personId}`)),
  );
  return needles;
};
const post = async <Body = Record<string, unknown>>(
  as: string,
  path: string,
  body: object,
  version?: number,
) => api.command<Body>({ as, path, body, version, key: randomUUID() });

beforeAll(async () => {
  const realNow = Date.now();
  jest.spyOn(systemClock, 'now').mockImplementation(() => new Date(START + (Date.now() - realNow) + laterMs));
  folder = await mkdtemp(join(tmpdir(), 'handover-erasure-'));
  postgres = await EmbeddedPostgres.start({ folder, port: 0, durable: false });
  await onServer('postgres', async (client) => {
    await client.query('create database people_keys');
    await client.query('alter system set checkpoint_timeout to 3600');
  });
  await migrate(postgres.databaseUrl());
  await migrate(postgres.databaseUrl('people_keys'));
  const logins = loginsBeside(postgres.databaseUrl());
  const keys = loginsBeside(postgres.databaseUrl('people_keys'));
  await makeLogins(postgres.databaseUrl(), logins);
  const settingsOf = (process: 'web' | 'worker') =>
    settingsFrom({
      NODE_ENV: 'test',
      DATABASE_URL: logins[process],
      PEOPLE_KEYS_DATABASE_URL: keys[process],
      HOST: '127.0.0.1',
      PORT: new URL(address).port,
      PUBLIC_URL: address,
      OIDC_CLIENT_ID: WEB_CLIENT_ID,
      OIDC_CLIENT_SECRET: EXAMPLE_SECRET,
      OIDC_ISSUER: issuer.current.issuer,
      OIDC_AUDIENCE: TEST_AUDIENCE,
      STAFF_RIGHTS: 'token',
      LOG_LEVEL: 'trace',
      RATE_LIMIT_PRINCIPAL: '1000000',
      RATE_LIMIT_SEARCH: '1000000',
      RATE_LIMIT_ADDRESS: '1000000',
    });
  const logTo = { write: (line: string) => void log.push(line) };
  ({ app } = await startWeb(settingsOf('web'), { documentation: false, logTo }));
  worker = await followStore(settingsOf('worker'), logTo);
  api = new ApiClient(address, (user) => issuer.current.tokenFor(user));
  pages = new PageReader(address, getRoutes().filter(isPage), [WORKER, FINANCE]);
  await playExampleAgreement(api);
  const [{ staff, grant } = { staff: '', grant: '' }] = await playStaff(api, issuer.current.issuer);
  staffPages = ['', '/do/rights', `/rights/${grant}/do/ends`].map((end) => `/staff/${staff}${end}`);
  for (let index = 0; index < exampleCases.length; index += 1) people.push(await recorded(index));
  const others = Array.from({ length: PEOPLE - people.length }, (_, at) =>
    recorded(exampleCases.length + at),
  );
  people.push(...(await Promise.all(others)));
  await Promise.all(people.slice(0, 2 * REMOVED).map(lookedFor));
  await draftAbout(people[0]!);
  pagesBefore = await pagesAbout(people.slice(0, 2));
  figuresBefore = await figures();
  for (const { personId } of removed()) await requested(personId);
  laterMs = 8 * DAY_MS;
  everybody = needlesOf(people);
  await worker.get(Erasures, { strict: false }).carryOutDue();
  laterMs = 0;
}, 600_000);

afterAll(async () => {
  await app?.close();
  await worker?.close();
  await postgres?.stop();
  await rm(folder, { recursive: true, force: true });
  jest.restoreAllMocks();
});

/** Records a person, corrects a third of them, and plays a case that comes to hold money; for some to the paid recharge. */
async function recorded(index: number): Promise<Recorded> {
  const planted = plantedPerson(index);
  const key = `record-${planted.details.name.family.normalize('NFD').replace(/[^a-z]/giu, '')}`;
  const { body } = await api.command<{ personId: string }>({
    as: WORKER,
    path: '/v1/people',
    body: planted.details,
    key,
  });
  const { personId } = body;
  if (index % 3 === 0) {
    const correction = { ...planted.corrected, reason: 'has-changed' };
    await post(WORKER, `/v1/people/${personId}/details`, correction, 1);
  }
  if (index < exampleCases.length) {
    const example = exampleCases[index]!;
    const assistants = example.assistants.map((assistant) => ({
      ...assistant,
      ...(assistant.redundancy && {
        redundancy: { ...assistant.redundancy, dateOfBirth: planted.details.birthDate },
      }),
    }));
    return {
      ...planted,
      personId,
      ...(await playExample(api, { ...example, personReference: personId, assistants })),
    };
  }
  return { ...planted, personId, caseRef: await caseWithPayment(personId) };
}

async function caseWithPayment(personReference: string): Promise<string> {
  const alert = {
    personReference,
    nhsBody: 'QM7',
    alertedOn: '2024-03-11',
    wishesToKeepAssistants: false,
    assistants: [],
  };
  const { body, version } = await post<{ caseRef: string }>(WORKER, '/v1/transfer-cases', alert);
  const payment = {
    paymentReference: `DP-${body.caseRef}`,
    paidOn: '2024-04-01',
    from: '2024-04-01',
    lastDay: '2024-04-28',
    amount: { amount: '2970.00', currency: 'GBP' },
  };
  await post(FINANCE, `/v1/transfer-cases/${body.caseRef}/payments`, payment, version);
  return body.caseRef;
}

/** What an office does with details besides, right and wrong: none of it may leave a trace. */
async function lookedFor({ details, personId, caseRef }: Recorded): Promise<void> {
  const { name, nhsNumber } = details;
  const send = async (method: string, path: string, body?: object) =>
    fetch(`${address}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await issuer.current.tokenFor(WORKER)}`,
        'content-type': 'application/json',
        'idempotency-key': `again-${nhsNumber.replaceAll(' ', '-')}`,
        'x-correlation-id': name.given,
        'user-agent': `browser of ${name.family.normalize('NFD').replace(/[^ -~]/gu, '')}`,
      },
      ...(body && { body: JSON.stringify(body) }),
    });
  const purpose = 'case-work';
  await send('POST', '/v1/people/search', { purpose, name: `${name.given} ${name.family}` });
  await send('POST', '/v1/people/search', { purpose, nhsNumber });
  await send('GET', `/v1/people/${personId}?purpose=${purpose}`);
  await send('GET', `/v1/people/${encodeURIComponent(name.family)}?purpose=${purpose}`);
  await send('GET', `/v1/people?name=${encodeURIComponent(name.family)}`);
  await send('GET', `/v1/${encodeURIComponent(name.given)}`);
  // The number is taken; a field is unknown; a reference names somebody; the JSON breaks off.
  await send('POST', '/v1/people', details);
  await send('POST', '/v1/people', { ...details, nickname: name.given });
  await send('POST', `/v1/transfer-cases/${caseRef}/payments`, {
    paymentReference: `${name.given} ${nhsNumber}`,
  });
  await send('POST', '/v1/transfer-cases', { personReference: nhsNumber.replaceAll(' ', '') });
  await fetch(`${address}/v1/people`, { method: 'POST', body: `{"name":{"given":"${name.given}"` });
}

/** Begins another alert about somebody, and leaves it lying. */
async function draftAbout({ personId }: Recorded): Promise<void> {
  const begun = await pages.sendForm(WORKER, '/cases/new', {});
  const draft = begun.headers.get('location') ?? '';
  await pages.sendForm(WORKER, `${draft}/person`, { personReference: personId });
  await pages.sendForm(WORKER, `${draft}/pas/0`, { 'assistants.0.assistantRef': 'PA-1' });
}

async function requested(personId: string): Promise<void> {
  const grounds = { authority: 'court-order', reason: 'order-of-the-court' };
  const { body } = await post<{ requestId: string }>(
    ADMINISTRATOR,
    `/v1/people/${personId}/erasure-requests`,
    grounds,
  );
  await post(APPROVER, `/v1/people/${personId}/erasure-requests/${body.requestId}/approvals`, {});
}

/** What a route asks for besides its path. */
const QUERIES: Readonly<Record<string, string>> = {
  '/v1/people/:personId': 'purpose=case-work',
  '/v1/people/:personId/erasure-preview': 'authority=court-order',
  '/v1/access-log': 'person=:personId',
  '/v1/statements/:partnerOds': 'from=2024-04-01&to=2026-03-31',
  '/v1/statements/:partnerOds/document.pdf': 'from=2024-04-01&to=2026-03-31',
};
/** Statements, and whatever can be taken away of them, are of a body and a period. */
const STATEMENT = 'partnerOds=QM7&from-day=1&from-month=4&from-year=2024&to-day=31&to-month=3&to-year=2026';
const pagesByQuery = (): readonly string[] =>
  getRoutes()
    .filter((route) => isPage(route) && route.path.startsWith('/statements'))
    .map(({ path }) => `${path}?${STATEMENT}`);
/** Where the answers change with every look, or tell of the removal itself. */
const NO_FIGURES =
  /^\/(v1\/people|v1\/access-log|v1\/colleagues|health|openapi|problems|sign-in|sessions?$)|restricted-schedule$/;

const getRoutes = (): readonly Route[] =>
  app
    .get(RouteWalk)
    .routes()
    .filter(({ method }) => method === 'GET');
const isPage = ({ rule }: Route) => rule?.public === false && rule.bySession === true;

async function firstJobOf({ caseRef }: Recorded): Promise<string | undefined> {
  const jobs = await answerOf(WORKER, `/v1/transfer-cases/${caseRef}/employments`);
  const { items: [job] = [] } = JSON.parse(jobs.text) as { items?: { employmentId: string }[] };
  return job?.employmentId;
}

/** Every page about people and their cases, and every file that can be taken away from one. */
async function pagesAbout(whose: readonly Recorded[]): Promise<readonly ReadPage[]> {
  const read = new Set<string>();
  const all: ReadPage[] = [];
  for (const [index, person] of whose.entries()) {
    const { personId, caseRef, rechargeRef } = person;
    // Who is on either side of the money sees the same words of a case; of some both are read.
    const readers = index < 2 ? [WORKER, FINANCE] : [FINANCE];
    const references: References = { personId, caseRef, rechargeRef, employmentId: await firstJobOf(person) };
    // No link leads to a line that was answered.
    const line = rechargeRef === undefined ? [] : [`/recharges/${rechargeRef}/lines/1`];
    const seeds = [`/people/${personId}?purpose=case-work`, ...line, ...staffPages, ...pagesByQuery()];
    all.push(...(await pages.readAbout(references, seeds, read, readers)));
  }
  return all;
}

/** Where the search page leads for a name: to each of those whom it finds. */
async function foundByName({ details: { name } }: Recorded): Promise<readonly string[]> {
  const form = { purpose: 'case-work', name: `${name.given} ${name.family}` };
  const html = await (await pages.sendForm(WORKER, '/people', form)).text();
  return [...html.matchAll(/href="\/people\/([^"?]+)\?purpose/g)].map(([, personId = '']) => personId);
}

/**
 * Every answer to a GET about a person and their case, for somebody who may have it.
 *
 * @param already the addresses that need not be asked again, to which those of this person are added
 */
async function answersAbout(
  person: Recorded,
  routes = getRoutes(),
  already = new Set<string>(),
): Promise<ReadonlyMap<string, string>> {
  const answers = new Map<string, string>();
  const employmentId = await firstJobOf(person);
  const agreements = await answerOf(WORKER, '/v1/agreements');
  const { items: [agreement] = [] } = JSON.parse(agreements.text) as { items?: { agreementId: string }[] };
  const values: Readonly<Record<string, string | undefined>> = {
    ...person,
    employmentId,
    agreementId: agreement?.agreementId,
    partnerOds: 'QM7',
    code: 'QM7',
    texts: undefined,
    details: undefined,
    corrected: undefined,
  };
  for (const { path, rule } of routes.filter((route) => !isPage(route))) {
    const roles = rule?.public === false ? rule.roles : [];
    const reader = exampleUsers.find(
      ({ id, roles: held }) => id.startsWith('herts-') && held.some((role) => roles.includes(role)),
    );
    const query = QUERIES[path];
    const full = `${path}${query ? `?${query}` : ''}`;
    if ([...full.matchAll(/:(\w+)/g)].some(([, name]) => values[name ?? ''] === undefined)) continue;
    const asked = full.replace(/:(\w+)/g, (_, name: string) => values[name] ?? '');
    if (already.has(asked)) continue;
    already.add(asked);
    const { status, text } = await answerOf(reader?.id ?? WORKER, asked);
    answers.set(`${path} ${asked} ${status}`, text);
  }
  return answers;
}

async function answerOf(
  user: string,
  path: string,
): Promise<{ readonly status: number; readonly text: string }> {
  const authorization = `Bearer ${await issuer.current.tokenFor(user)}`;
  for (;;) {
    const answer = await fetch(`${address}${path}`, { headers: { authorization }, redirect: 'manual' });
    if (answer.status !== 503) return { status: answer.status, text: await answer.text() };
  }
}

/** Every success that holds figures, of every case. */
async function figures(): Promise<ReadonlyMap<string, string>> {
  const routes = getRoutes().filter(({ path }) => !NO_FIGURES.test(path));
  const already = new Set<string>();
  const all = await Promise.all(people.map((person) => answersAbout(person, routes, already)));
  return new Map(all.flatMap((answers) => [...answers].filter(([asked]) => asked.endsWith(' 200'))));
}

async function onServer<Result>(
  database: string | undefined,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: postgres.databaseUrl(database) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Every row of every table of a database, as text, those of PostgreSQL itself included. */
async function dumpOf(
  database: string | undefined,
): Promise<{ readonly tables: number; readonly dump: Buffer }> {
  return onServer(database, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables order by 1`,
    );
    const parts: string[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`select t::text as row from ${name} t`);
      parts.push(name, ...rows.map(({ row }) => row));
    }
    return { tables: tables.length, dump: Buffer.from(parts.join('\n')) };
  });
}

describe('ten people of fifty are removed', () => {
  it('and reads say since when, of each of them and of nobody else', async () => {
    for (const [index, { personId }] of people.entries()) {
      const { text } = await answerOf(WORKER, `/v1/people/${personId}?purpose=case-work`);
      const { state, name } = JSON.parse(text) as { state: string; name: object };
      expect([index, state]).toEqual([index, index < REMOVED ? 'removed' : 'held']);
      if (index < REMOVED) expect(name).toEqual({ removedOn: '2026-04-09' });
    }
  });

  it('and no answer to any GET holds a text of theirs, where those of the others do', async () => {
    const [gone, there] = [needlesOf(removed()), needlesOf(people.slice(REMOVED))];
    // What is the same for all, such as the lists and the statement of a body, is asked once.
    const already = new Set<string>();
    const successes: string[] = [];
    for (const person of [...removed(), people[REMOVED]!]) {
      const answers = await answersAbout(person, getRoutes(), already);
      successes.push(...[...answers.keys()].filter((asked) => asked.endsWith(' 200')));
      const text = Buffer.from([...answers.values()].join('\n'));
      expect([...gone.find(text)]).toEqual([]);
      expect(there.find(text).size > 0).toBe(person === people[REMOVED]);
    }
    // Nearly every route answers: for each of them, or once for all.
    const ofEach = successes.filter((asked) => /:(?:personId|caseRef)/.test(asked));
    expect(ofEach.length).toBeGreaterThan(REMOVED * 15);
    expect(successes.length - ofEach.length).toBeGreaterThan(30);
  }, 600_000);

  it('and no page and no file that is taken away from one does, which showed them before', async () => {
    const [gone, there] = [needlesOf(removed()), needlesOf(people.slice(REMOVED))];
    const textOf = (read: readonly ReadPage[]) => Buffer.concat(read.map(({ content }) => content));
    const [first, second] = [people[0]!, people[1]!];
    for (const { personId, details } of [first, second])
      expect([...gone.find(textOf(pagesBefore))]).toContain(`${details.nhsNumber} of ${personId}`);

    const after = await pagesAbout([...removed(), people[REMOVED]!]);
    const leaking = after.filter(({ content }) => gone.find(content).size > 0);
    expect(leaking.map(({ path }) => path)).toEqual([]);
    expect(there.find(textOf(after)).size).toBeGreaterThan(0);
    // Of what is packed in files the words are read, and not the bytes alone.
    const wordsOf = (kind: string) =>
      textOf(after.filter(({ path }) => pathOf(path).endsWith(kind))).toString();
    expect(wordsOf('.pdf')).toContain('Hertfordshire County Council');
    expect(wordsOf('.xlsx')).toContain(removed()[0]?.caseRef);

    const shown = new Set(after.filter(({ status }) => status < 400).map(({ route }) => route));
    const unread = getRoutes().filter((route) => isPage(route) && !shown.has(route.path));
    expect(unread.map(({ path }) => path)).toEqual([]);
  }, 600_000);

  it('and the search page leads to them no more', async () => {
    for (const person of removed()) expect(await foundByName(person)).not.toContain(person.personId);
    const other = people[REMOVED]!;
    expect(await foundByName(other)).toContain(other.personId);
  });

  it('and every figure of every case is as it was, to the penny', async () => {
    expect([...figuresBefore.values()].join().match(/"amount":"\d+\.\d\d"/g)?.length).toBeGreaterThan(500);
    const after = await figures();
    expect([...after.keys()].sort()).toEqual([...figuresBefore.keys()].sort());
    for (const [asked, text] of figuresBefore) expect([asked, after.get(asked)]).toEqual([asked, text]);
  }, 600_000);

  it('and no column of any table of either database holds a text of anybody', async () => {
    for (const database of [undefined, 'people_keys']) {
      const { tables, dump } = await dumpOf(database);
      expect(tables).toBeGreaterThan(60);
      expect([...everybody.find(dump)]).toEqual([]);
    }
    // What is looked for would be found: the people are there by their ids.
    const ids = new Needles();
    people.forEach(({ personId }) => ids.add(personId));
    const found = ids.find((await dumpOf(undefined)).dump);
    expect(people.filter(({ personId }) => !found.has(personId))).toEqual([]);
  }, 600_000);

  it('and no file of the database server does: tables, indexes, the write-ahead log and the server’s own log', async () => {
    await onServer(undefined, (client) => client.query('checkpoint'));
    const { files, found } = await everybody.findInFolder(folder);
    expect(files).toBeGreaterThan(500);
    expect(found).toEqual([]);
  }, 600_000);

  it('and no line of the log ever held a text of anybody', async () => {
    expect(log.length).toBeGreaterThan(PEOPLE * 10);
    expect([...everybody.find(Buffer.from(log.join('\n')))]).toEqual([]);
    expect(await readFile(join(folder, 'postgres.log'), 'utf8')).toContain('database system is ready');
  });
});
