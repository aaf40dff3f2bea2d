import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { ApiRefusal, type ApiAnswer } from '../../src/dev/examples/api-client.js';
import { exampleCases } from '../../src/dev/examples/example-cases.js';
import { playExampleAgreement } from '../../src/dev/examples/make-examples.js';
import { playAssistants } from '../../src/dev/examples/play-assistants.js';
import { playBridging } from '../../src/dev/examples/play-bridging.js';
import { useProduct } from '../support/product.js';

// What goes from one body to the other carries the reference of the case and names nobody; who the person is goes apart.

const [WORKER, FINANCE, APPROVER, NHS] = [
  'herts-direct-payment-worker',
  'herts-council-finance',
  'herts-council-approver',
  'herts-nhs-finance',
];
const NHS_NUMBER = '943 476 5919';
const person = {
  name: { given: 'Catherine', family: 'O’Brien-Łuczak' },
  nhsNumber: NHS_NUMBER,
  nhsNumberStatus: 'traced',
  birthDate: '1961-02-28',
  contact: { postcode: 'SG14 1AA', telephone: '01632 960001' },
};
const assistant = { name: { given: 'Tomasz', family: 'Wiśniewski' }, birthDate: '1980-11-03' };
/** Begins to work for the person after the alert. */
const laterAssistant = { name: { given: 'Ngozi', family: 'Adeyemi' } };
const document = { documentDate: '2024-07-08', invoiceReference: 'INV-1001', purchaseOrder: 'PO-77' };

interface Problem {
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly { readonly pointer: string; readonly code: string }[];
}

const product = useProduct();
let personId = '';
let assistantId = '';
let caseRef = '';
let recharge: ApiAnswer<{ rechargeRef: string }>;

const post = async <Body = Record<string, unknown>>(
  as: string,
  path: string,
  body: unknown,
  version?: number,
) => product.current.api.command<Body>({ as, path, body, version, key: randomUUID() });
const refused = async (sending: Promise<unknown>): Promise<Problem> => {
  const refusal = await sending.then(
    () => undefined,
    (fault: unknown) => fault,
  );
  if (!(refusal instanceof ApiRefusal)) throw new Error('It was not refused', { cause: refusal });
  expect(refusal.status).toBe(422);
  return refusal.problem as Problem;
};
const path = () => `/v1/recharges/${recharge.body.rechargeRef}`;
const issue = async (changes: object) => post(FINANCE, `${path()}/issues`, { ...document, ...changes }, 2);
const lastAccess = async (id: string) => {
  const { body } = await product.current.api.get<{ items: readonly Record<string, unknown>[] }>(
    'herts-auditor',
    `/v1/access-log?person=${id}&limit=1`,
  );
  return body.items[0];
};

beforeAll(async () => {
  const { api } = product.current;
  await playExampleAgreement(api);
  personId = (await post<{ personId: string }>(WORKER, '/v1/people', person)).body.personId;
  assistantId = (await post<{ personId: string }>(WORKER, '/v1/people', assistant)).body.personId;
  const [first] = exampleCases as [(typeof exampleCases)[number]];
  const assistants = first.assistants.map((each) => ({ ...each, assistantRef: assistantId }));
  const example = { ...first, personReference: personId, assistants };
  caseRef = await playBridging(api, 'herts', example);
  await playAssistants(api, 'herts', caseRef, example);
  const later = await post<{ personId: string }>(WORKER, '/v1/people', laterAssistant);
  await post(WORKER, `/v1/transfer-cases/${caseRef}/employments`, {
    assistantRef: later.body.personId,
    status: 'employed',
    startedOn: '2024-05-06',
    weeklyHours: '10',
    hourlyRate: { amount: '12.40', currency: 'GBP' },
  });
  await api.get(WORKER, `/v1/transfer-cases/${caseRef}/employments`);
  recharge = await post(FINANCE, '/v1/recharges', { caseRef });
  await post(APPROVER, `${path()}/approvals`, {}, 1);
}, 120_000);

describe('a document is not issued while a text on it tells who somebody is', () => {
  it.each([
    ['purchaseOrder', 'PO 943 476 5919', 'nhs-number'],
    ['purchaseOrder', 'PO-943-476-5919', 'nhs-number'],
    ['invoiceReference', 'INV-AB123456C', 'national-insurance-number'],
    ['invoiceReference', 'Catherine O’Brien', 'name'],
    ['invoiceReference', 'inv c. obrien', 'name'],
    ['invoiceReference', 'INV-COBRIEN', 'name'],
    ['purchaseOrder', 'PO LUCZAK', 'name'],
    ['purchaseOrder', 'WISNIEWSKI/7', 'name'],
    ['purchaseOrder', 'b. 28.2.61', 'birth-date'],
    ['purchaseOrder', 'PO 3 November 1980', 'birth-date'],
    ['purchaseOrder', 'PO for Ngozi', 'name'],
  ])('%s %j', async (field, text, kind) => {
    const problem = await refused(issue({ [field]: text }));
    expect(problem.code).toBe('identity-on-document');
    expect(problem.errors).toMatchObject([{ pointer: `/${field}`, code: kind }]);
    expect(JSON.stringify(problem)).not.toContain(text);
  });

  it('nor does somebody learn by it who names another version than the one that is there', async () => {
    const before = await lastAccess(personId);
    for (const purchaseOrder of ['OBRIEN', 'SMITH', 'b. 28.2.61'])
      await expect(
        post(FINANCE, `${path()}/issues`, { ...document, purchaseOrder }, 1),
      ).rejects.toMatchObject({ status: 412, problem: { code: 'stale-version' } });
    expect(await lastAccess(personId)).toEqual(before);
  });

  it('nor does somebody learn by it who may not issue it', async () => {
    const sending = post(NHS, `${path()}/issues`, { ...document, purchaseOrder: 'OBRIEN' }, 2);
    await expect(sending).rejects.toMatchObject({ status: 403, problem: { code: 'not-your-side' } });
  });

  it('with every text named at once, and the finding in the access log', async () => {
    const problem = await refused(issue({ invoiceReference: 'OBRIEN', purchaseOrder: '28021961 OBRIEN' }));
    expect(problem.errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/invoiceReference name',
      '/purchaseOrder birth-date',
      '/purchaseOrder name',
    ]);
    expect(await lastAccess(personId)).toMatchObject({
      reader: FINANCE,
      action: 'matched',
      fieldClasses: ['name', 'birth-date'],
      purpose: 'identity-check',
    });
  });

  it('nor is the reference of a payment taken that holds a number of somebody', async () => {
    const payment = {
      paymentReference: 'DP-9434765919',
      paidOn: '2024-06-26',
      from: '2024-06-26',
      lastDay: '2024-06-26',
      amount: { amount: '1.00', currency: 'GBP' },
    };
    const { version } = await product.current.api.get(FINANCE, `/v1/transfer-cases/${caseRef}`);
    const problem = await refused(post(FINANCE, `/v1/transfer-cases/${caseRef}/payments`, payment, version));
    expect(problem).toMatchObject({ code: 'number-of-a-person', errors: [{ pointer: '/paymentReference' }] });
  });
});

describe('once nothing on it tells who somebody is', () => {
  beforeAll(async () => {
    await issue({});
    const { body } = await product.current.api.get<{ lines: { number: number }[] }>(NHS, path());
    let version = 3;
    for (const { number } of body.lines) {
      await post(NHS, `${path()}/lines/${number}/acceptances`, {}, version);
      version += 1;
    }
    const payment = { paidOn: '2024-07-20', amount: { amount: '1.00', currency: 'GBP' } };
    const named = { ...payment, paymentReference: 'BACS-OBRIEN-1' };
    const before = await lastAccess(personId);
    for (const paymentReference of ['BACS-OBRIEN-1', 'BACS-SMITH-1'])
      await expect(post(NHS, `${path()}/payments`, { ...named, paymentReference }, 0)).rejects.toMatchObject({
        status: 412,
      });
    expect(await lastAccess(personId)).toEqual(before);
    const problem = await refused(post(NHS, `${path()}/payments`, named, version));
    expect(problem.errors).toMatchObject([{ pointer: '/paymentReference', code: 'name' }]);
    await post(NHS, `${path()}/payments`, { ...payment, paymentReference: 'BACS-1' }, version);
  });

  const everything = [...Object.values(person.name), ...Object.values(person.contact), '1961-02-28'];
  const identities = [...everything, NHS_NUMBER, NHS_NUMBER.replaceAll(' ', '')];

  it('the document and the statement carry the reference of the case and no detail of the person', async () => {
    const read = async (address: string) =>
      JSON.stringify((await product.current.api.get(NHS, address)).body);
    const texts = await Promise.all(
      [path(), '/v1/recharges', `/v1/transfer-cases/${caseRef}/recharges`].map(read),
    );
    const statement = await read('/v1/statements/E10000015?from=2024-04-01&to=2025-03-31');
    for (const text of [...texts, statement]) {
      expect(text).toContain(caseRef);
      for (const identity of identities) expect(text).not.toContain(identity);
    }
  });

  it('and the body that recorded the person sees in its access log that the other one found a name', async () => {
    const { body } = await product.current.api.get<{ items: readonly Record<string, unknown>[] }>(
      'herts-auditor',
      `/v1/access-log?person=${personId}&reader=${NHS}`,
    );
    expect(body.items).toMatchObject([
      {
        reader: NHS,
        role: 'nhs-finance',
        action: 'matched',
        fieldClasses: ['name'],
        purpose: 'identity-check',
      },
    ]);
  });

  it('who the person is goes apart, to those who work the case, after the access log has it', async () => {
    const { body } = await product.current.api.get(WORKER, `${path()}/restricted-schedule`);
    expect(body).toMatchObject({
      rechargeRef: recharge.body.rechargeRef,
      caseRef,
      personReference: personId,
      invoiceReference: 'INV-1001',
      person: {
        state: 'held',
        name: person.name,
        nhsNumber: { number: NHS_NUMBER, status: 'traced' },
        birthDate: { date: '1961-02-28' },
      },
    });
    expect(JSON.stringify(body)).not.toContain('SG14');
    expect(await lastAccess(personId)).toMatchObject({
      reader: WORKER,
      action: 'read',
      fieldClasses: ['name', 'nhs-number', 'birth-date'],
      purpose: 'invoice-validation',
    });
  });

  it('and another body is shown what it has recorded itself, which is pending here', async () => {
    const { body } = await product.current.api.get('herts-phb-worker', `${path()}/restricted-schedule`);
    expect(body).toMatchObject({
      person: { state: 'pending', missing: { fact: 'person-details', suppliedBy: expect.any(String) } },
    });
    expect(JSON.stringify(body)).not.toContain('Catherine');
  });

  it.each([FINANCE, NHS, 'herts-auditor', 'staffs-direct-payment-worker'])(
    '%s has no part in it',
    async (as) => {
      const reading = product.current.api.get(as, `${path()}/restricted-schedule`);
      await expect(reading).rejects.toMatchObject({ status: as.startsWith('staffs') ? 404 : 403 });
    },
  );
});
