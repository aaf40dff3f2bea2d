import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { EXAMPLE_SECRET, WEB_CLIENT_ID } from '../../src/dev/issuer.js';
import { freePort } from '../../src/platform/embedded-postgres/free-port.js';
import { CALLBACK_PATH } from '../../src/platform/sign-in/identity-provider.js';
import { PageReader } from '../support/page-reader.js';
import { useProduct } from '../support/product.js';

// What forms are answered when they are sent as no browser sends them by itself, or more often than they should be.

const WORKER = 'herts-direct-payment-worker';

let address = '';
beforeAll(async () => {
  address = `http://127.0.0.1:${await freePort(0)}`;
});
const product = useProduct(
  () => ({
    PORT: new URL(address).port,
    PUBLIC_URL: address,
    OIDC_CLIENT_ID: WEB_CLIENT_ID,
    OIDC_CLIENT_SECRET: EXAMPLE_SECRET,
  }),
  () => [`${address}${CALLBACK_PATH}`],
);
let pages: PageReader;
beforeAll(() => {
  pages = new PageReader(product.current.address, [], []);
});

const inWords = (html: string) => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

/** What a page answered, in one line, and what stands in its fields. */
async function sent(user: string, path: string, form: Readonly<Record<string, string>>) {
  const response = await pages.sendForm(user, path, form);
  const html = await response.text();
  const values = [...html.matchAll(/<input[^>]* name="([^"]*)"[^>]* value="([^"]*)"/g)];
  return {
    status: response.status,
    location: response.headers.get('location') ?? '',
    text: inWords(html),
    values: Object.fromEntries(values.map(([, name, value]) => [name, value])) as Record<string, string>,
  };
}

describe('A text with a sign that is no character', () => {
  const NO_CHARACTER = 'has a sign in it that is no character';
  let draft = '';
  beforeAll(async () => {
    draft = (await sent(WORKER, '/cases/new', {})).location;
  });

  it.each([
    [
      'person',
      { personReference: 'HCC-3\0' },
      'Your reference of the person',
      { personReference: 'HCC-3\0' },
    ],
    ['person', { personReference: 'HCC-3', 'personReference.of': '\0' }, 'of', { personReference: 'HCC-3' }],
    [
      'person',
      { personReference: 'HCC-3', 'personReference.\0': '' },
      'A name',
      { personReference: 'HCC-3' },
    ],
    [
      'day',
      { 'alertedOn-day': '1', 'alertedOn-month': '3', 'alertedOn-year': '2024\0' },
      'Day of the alert',
      { 'alertedOn-day': '1' },
    ],
    ['pas/0', { 'assistants.0.assistantRef': 'PA-1\0' }, '', { 'assistants.0.assistantRef': 'PA-1\0' }],
  ])(
    'in the part %s of a draft is refused at its field, with what was typed still there: %j',
    async (part, form, named, kept) => {
      const answer = await sent(WORKER, `${draft}/${part}`, form);
      expect(answer.status).toBe(422);
      expect(answer.text).toContain(`${named} ${NO_CHARACTER}`.trim());
      expect(answer.values).toMatchObject(kept);
    },
  );

  it('in a row of PAs is refused at its row', async () => {
    const row = { 'rows.0.line': '2', 'rows.0.assistantRef': 'PA-1\0' };
    const answer = await sent(WORKER, `${draft}/pas/file/add`, row);
    expect(answer.text).toContain(NO_CHARACTER);
    expect(answer.status).toBe(422);
  });

  it('in a command is refused at its field, with what was typed still there', async () => {
    const answer = await sent(WORKER, '/people/new', { 'name.given': 'Ada\0', _key: 'a-person' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(NO_CHARACTER);
    expect(answer.values).toMatchObject({ 'name.given': 'Ada\0' });
  });
});

describe('A file that is tried', () => {
  const ALERT = { personReference: 'HCC-310001', nhsBody: 'QM7', alertedOn: '2024-01-15', assistants: [] };
  let caseRef = '';
  beforeAll(async () => {
    const body = { ...ALERT, wishesToKeepAssistants: true };
    const command = { as: WORKER, path: '/v1/transfer-cases', key: 'a-case-for-a-file', body };
    caseRef = (await product.current.api.command<{ caseRef: string }>(command)).body.caseRef;
  });

  const fileOfPas = () =>
    `case_reference,assistant_reference,status,started_on,weekly_hours,hourly_rate\n${caseRef},PA-OF-A-FILE,employed,2019-02-11,30,12.50\n`;
  const fileOfPayments = () =>
    `case_reference,payment_reference,paid_on,covers_from,covers_to,amount\n${caseRef},DP-OF-A-FILE,2024-05-13,2024-05-13,2024-06-02,1536.57\n`;

  /** Sends a file as the page of an import does. */
  async function upload(user: string, path: string, csv: string): Promise<string> {
    const browser = await pages.browserOf(user);
    const session = await browser.send(`${address}/session`);
    const { formToken } = (await session.json()) as { formToken: string };
    const form = new FormData();
    form.set('_form', formToken);
    form.set('file', new Blob([csv], { type: 'text/csv' }), 'file.csv');
    const cookie = [...browser.cookiesOf(address)].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { cookie, 'sec-fetch-site': 'same-origin', accept: 'text/html' };
    const response = await fetch(`${address}${path}`, { method: 'POST', headers, body: form });
    return inWords(await response.text());
  }

  it('is tried anew each time, since what would become of its rows may be another by then', async () => {
    expect(await upload(WORKER, '/imports/employments', fileOfPas())).toContain('1 would be imported');
    await upload(WORKER, '/imports/employments?dryRun=false', fileOfPas());
    const again = await upload(WORKER, '/imports/employments', fileOfPas());
    expect(again).toContain('0 would be imported');
  });

  it('leaves nothing of itself under its key', async () => {
    await upload('herts-council-finance', '/imports/payments', fileOfPayments());
    await upload(WORKER, '/imports/employments', fileOfPas());
    const kept = await product.current.app
      .get(DataSource)
      .query<{ route: string; rows: string }[]>(
        `select route, body::json ->> 'dryRun' as "dryRun" from idempotency_key where route like '%/v1/imports/%'`,
      );
    expect(kept).toEqual([{ route: 'POST /v1/imports/employments', dryRun: 'false' }]);
  });
});

describe('A form that is sent a second time while the first is still being carried out', () => {
  const RECORD = '/people/new';
  const formOf = (family: string) => ({
    'name.given': 'Ada',
    'name.family': family,
    _key: `person-${family}`,
  });

  /** Has commands about people wait, as they do when the database has much to do. */
  async function withPeopleHeld(work: () => Promise<void>): Promise<void> {
    const holder = new pg.Client({ connectionString: product.current.databaseUrl });
    await holder.connect();
    try {
      await holder.query('begin; lock table people_keys.person_key in access exclusive mode');
      await work();
    } finally {
      await holder.end();
    }
  }

  async function untilRunning(): Promise<void> {
    const running = `select 1 from idempotency_key where route = 'POST /v1/people' and state = 'running'`;
    while ((await product.current.app.get(DataSource).query<unknown[]>(running)).length === 0)
      await pause(20);
  }

  it('is answered as the first is', async () => {
    const form = formOf('Twice');
    const answers: ReturnType<typeof sent>[] = [];
    await withPeopleHeld(async () => {
      answers.push(sent(WORKER, RECORD, form));
      await untilRunning();
      answers.push(sent(WORKER, RECORD, form));
      await pause(500);
    });
    const [first, second] = await Promise.all(answers);
    expect(first).toMatchObject({ status: 303, location: expect.stringMatching(/^\/people\/./) });
    expect(second).toMatchObject({ status: 303, location: first?.location });
  });

  it('stays the same command, when that takes longer than its answer is waited for', async () => {
    const form = formOf('Thrice');
    const answers: ReturnType<typeof sent>[] = [];
    await withPeopleHeld(async () => {
      answers.push(sent(WORKER, RECORD, form));
      await untilRunning();
      const second = await sent(WORKER, RECORD, form);
      expect(second).toMatchObject({ status: 409, values: form });
      expect(second.text).toContain('still running');
    });
    const [first] = await Promise.all(answers);
    expect(first?.status).toBe(303);
    expect(await sent(WORKER, RECORD, form)).toMatchObject({ status: 303, location: first?.location });
  });
});
