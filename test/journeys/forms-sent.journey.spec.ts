import { beforeAll, describe, expect, it } from '@jest/globals';
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

/** What a page answered, in one line, and what stands in its fields. */
async function sent(user: string, path: string, form: Readonly<Record<string, string>>) {
  const response = await pages.sendForm(user, path, form);
  const html = await response.text();
  const text = html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
  const values = [...html.matchAll(/<input[^>]* name="([^"]*)"[^>]* value="([^"]*)"/g)];
  return {
    status: response.status,
    location: response.headers.get('location') ?? '',
    text,
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
