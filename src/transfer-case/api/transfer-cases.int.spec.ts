import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { useCasesOverHttp } from '../../../test/support/cases-over-http.js';
import { missingExamples } from '../../platform/http/openapi/missing-examples.js';
import { OpenApiHolder } from '../../platform/http/openapi/openapi-holder.js';

const WORKER = 'herts-direct-payment-worker';
const FINANCE = 'herts-council-finance';
const PHB = 'herts-phb-worker';
const AUDITOR = 'herts-auditor';
const money = (amount: string) => ({ amount, currency: 'GBP' });

const alert = {
  personReference: 'P-20417',
  nhsBody: 'QM7',
  alertedOn: '2024-01-15',
  assistants: [
    {
      assistantRef: 'PA-1',
      status: 'employed',
      startedOn: '2019-02-11',
      weeklyHours: '30.5',
      hourlyRate: money('12.50'),
    },
  ],
  wishesToKeepAssistants: true,
};

describe('a transfer case over HTTP', () => {
  const cases = useCasesOverHttp();
  let path = '';
  let etag = '';
  let position = '';

  const get = (user: string, address: string) => cases.current.get(user, address);
  const post = (user: string, address: string, body: object, ifMatch?: string) =>
    cases.current.post(user, address, body, ifMatch);
  /** The next step of the case, which has to succeed. */
  const step = async (user: string, what: string, body: object) => {
    const answer = await post(user, `${path}/${what}`, body, etag);
    expect([what, answer.status, answer.body.detail]).toEqual([what, 200, undefined]);
    etag = answer.headers['etag'] as string;
    position = answer.headers['handover-position'] as string;
    return answer.body as { stage: string };
  };
  const importFile = async (name: string, query: string, caseRef: string) => {
    const file = await readFile(new URL(`../../../test/fixtures/${name}.csv`, import.meta.url), 'utf8');
    const { request } = await cases.current.command(FINANCE, `/v1/imports/payments${query}`);
    return request.type('text/csv').send(file.replaceAll('TC-7F3K92QD1M', caseRef));
  };

  it('begins with an alert, once', async () => {
    const raised = await post(WORKER, '/v1/transfer-cases', alert);
    expect(raised.status).toBe(201);
    expect(raised.body).toMatchObject({ stage: 'alerted' });
    path = raised.headers['location'] as string;
    etag = raised.headers['etag'] as string;
    const second = await post(WORKER, '/v1/transfer-cases', alert);
    expect(second.status).toBe(409);
    expect(second.body).toMatchObject({ code: 'duplicate-case', caseRef: raised.body.caseRef });
  });

  it('goes through assessment to a decision, whose late days are held', async () => {
    await step(PHB, 'acknowledgements', { acknowledgedOn: '2024-01-18' });
    await step(PHB, 'checklists', { completedOn: '2024-01-29', receivedOn: '2024-01-31' });
    await step(FINANCE, 'award-rates', { from: '2023-04-03', weeklyGross: money('512.19') });
    await step(FINANCE, 'contributions', { from: '2023-04-03', weekly: money('87.43') });
    const decision = { outcome: 'eligible', decidedOn: '2024-04-10', notifiedOn: '2024-04-12' };
    expect(await step(PHB, 'eligibility-decisions', decision)).toMatchObject({ stage: 'eligible' });
    const shown = await get(AUDITOR, path);
    expect(shown.headers['etag']).toBe(etag);
    expect(shown.body).toMatchObject({
      stage: 'eligible',
      waitingOn: 'both',
      counterpart: { id: PHB },
      liability: {
        status: 'known',
        value: {
          startsOn: '2024-04-10',
          rule: 'R1',
          held: { from: '2024-02-28', lastDay: '2024-04-09' },
        },
        basis: { rule: 'LIABILITY-R1' },
        missing: [{ fact: 'delay-justified' }],
      },
      awardRates: [{ from: '2023-04-03', weekly: money('512.19') }],
    });
  });

  it('opens bridging only under an agreement in force', async () => {
    const refused = await post(WORKER, `${path}/bridging`, { openedOn: '2024-04-15' }, etag);
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ code: 'agreement-not-in-force', day: '2024-04-10' });
    const terms = { legalVehicle: 'nhs-act-section-256', inForceFrom: '2024-01-01' };
    const draft = { council: 'E10000015', nhsBody: 'QM7', ...terms };
    const drafted = await post(FINANCE, '/v1/agreements', draft);
    const signatures = `${drafted.headers['location'] as string}/signatures`;
    const first = await post('herts-council-approver', signatures, { version: 1 }, drafted.headers['etag']);
    await post('herts-nhs-approver', signatures, { version: 1 }, first.headers['etag']);
    expect(await step(WORKER, 'bridging', { openedOn: '2024-04-15' })).toMatchObject({ stage: 'bridging' });
  });

  it('takes payments, receipts, a longer bridging and the judgement of the delay', async () => {
    const days = { from: '2024-04-15', lastDay: '2024-05-12' };
    await step(FINANCE, 'payments', {
      paymentReference: 'DP-0001',
      paidOn: '2024-04-15',
      ...days,
      amount: money('2048.76'),
    });
    await step(FINANCE, 'contribution-receipts', {
      receiptReference: 'CR-0001',
      receivedOn: '2024-05-10',
      ...days,
      amount: money('349.72'),
    });
    const approval = { until: '2024-06-21', reasonCode: 'plan-not-signed', approvedOn: '2024-06-05' };
    await step('herts-council-approver', 'bridging-extensions', approval);
    const delay = { delay: 'unjustified', reasonCode: 'assessor-shortage', decidedBy: 'nhs-body' };
    await step(PHB, 'delay-classifications', delay);
    const { body } = await get(PHB, path);
    expect(body.liability).toMatchObject({ value: { startsOn: '2024-02-28', rule: 'R3' } });
    expect(body.payments).toEqual([
      { reference: 'DP-0001', payer: 'E10000015', paidOn: '2024-04-15', ...days, amount: money('2048.76') },
    ]);
  });

  it('ends with the budget, the last covered day and the completion list', async () => {
    await step(PHB, 'phb-cover', { startsOn: '2024-06-03' });
    const missing = await post(WORKER, `${path}/completion`, { completedOn: '2024-06-10', items: [] }, etag);
    expect(missing.status).toBe(409);
    expect(missing.body.missing).toHaveLength(10);
    await step(WORKER, 'direct-payment-stop', { lastDayCovered: '2024-06-02' });
    const items = (missing.body.missing as { item: string }[]).map(({ item }) =>
      item === 'leave-statement-received' ? { item, waivedFor: 'payroll-closed' } : { item },
    );
    const completed = await step(WORKER, 'completion', { completedOn: '2024-06-10', items });
    expect(completed).toMatchObject({ stage: 'complete' });
  });

  it('is shown in lists, with deadlines and a timeline, once the views have come so far', async () => {
    const list = await get(
      PHB,
      `/v1/transfer-cases?stage=complete&dueBefore=2024-08-01&minPosition=${position}`,
    );
    expect(list.body.items).toMatchObject([
      {
        stage: 'complete',
        waitingOn: 'council',
        liability: { startsOn: '2024-02-28', rule: 'R3' },
        nextDeadline: { kind: 'recharge-issue', dueOn: '2024-07-10' },
      },
    ]);
    expect(list.body.items[0].nextDeadline.daysLeft).toBeLessThan(0);
    const deadlines = await get(WORKER, `${path}/deadlines?minVersion=${/\d+/.exec(etag)?.[0] ?? ''}`);
    expect(
      deadlines.body.items.map(({ kind, dueOn }: Record<string, string>) => `${kind} ${dueOn}`),
    ).toContain('eligibility-decision 2024-02-28');
    const timeline = await get(AUDITOR, `${path}/funding-timeline`);
    expect(
      timeline.body.periods.map(({ from, lastDay, kind, liableBody }: Record<string, string>) =>
        [from, lastDay, kind, liableBody].join(' '),
      ),
    ).toEqual([
      '2023-04-03 2024-02-27 council E10000015',
      '2024-02-28 2024-06-02 bridging QM7',
      '2024-06-03 2026-03-31 nhs QM7',
      '2026-04-01  nhs ',
    ]);
  });

  it('takes a file of payments, all or nothing', async () => {
    const caseRef = path.split('/').at(-1) ?? '';
    const tried = await importFile('payments-good', '?dryRun=true', caseRef);
    expect(tried.body).toMatchObject({ dryRun: true, totals: { wouldImport: 2, amount: money('2048.76') } });
    const refused = await importFile('payments-with-errors', '', caseRef);
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({ code: 'import-refused', totals: { refused: 5 } });
    const imported = await importFile('payments-good', '', caseRef);
    expect([imported.status, imported.body.totals]).toEqual([200, expect.objectContaining({ imported: 2 })]);
    expect((await get(FINANCE, path)).body.payments).toHaveLength(3);
  });

  it('takes the file as a form too, and forms nowhere else', async () => {
    const csv = 'case_reference,payment_reference,paid_on,covers_from,covers_to,amount\n';
    const form = async (address: string) => {
      const { request } = await cases.current.command(FINANCE, address);
      return request.attach('file', Buffer.from(csv), 'payments.csv');
    };
    const imported = await form('/v1/imports/payments?dryRun=true');
    expect([imported.status, imported.body.totals]).toEqual([200, expect.objectContaining({ rows: 0 })]);
    expect((await form('/v1/transfer-cases')).body).toMatchObject({
      status: 415,
      code: 'unsupported-media-type',
    });
  });

  it('is not there for bodies that have no part in it', async () => {
    for (const address of [path, `${path}/deadlines`, `${path}/funding-timeline`]) {
      expect((await get('staffs-auditor', address)).body).toMatchObject({
        status: 404,
        code: 'case-not-found',
      });
    }
    expect((await get('staffs-auditor', '/v1/transfer-cases')).body).toEqual({ items: [] });
  });

  it.each([
    ['an NHS role', PHB, alert, 403, 'not-allowed'],
    ['a field that is not known', WORKER, { ...alert, council: 'E10000015' }, 400, 'unknown-field'],
    ['a day in the future', WORKER, { ...alert, alertedOn: '2199-01-01' }, 422, 'in-the-future'],
    ['a former CCG', WORKER, { ...alert, nhsBody: '06N' }, 422, 'not-a-legal-body'],
    ['a name for a reference', WORKER, { ...alert, personReference: 'A Person' }, 422, 'not-a-reference'],
  ])('is not raised by or with %s', async (_, user, body, status, code) => {
    const answer = await post(user, '/v1/transfer-cases', body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect((await cases.current.http().get(`/problems/${code}`)).status).toBe(200);
  });

  it('pages through its list without losing or repeating a case, in each order', async () => {
    for (const personReference of ['P-1', 'P-2', 'P-3']) {
      const raised = await post(WORKER, '/v1/transfer-cases', { ...alert, personReference });
      position = raised.headers['handover-position'] as string;
    }
    const listed = async (sort: string) => {
      const found: { caseRef: string; alertedOn: string; nextDeadline?: { dueOn: string } }[] = [];
      let next: string | undefined = `/v1/transfer-cases?limit=1&sort=${sort}&minPosition=${position}`;
      while (next !== undefined) {
        const page = await get(AUDITOR, next);
        found.push(...page.body.items);
        next = /<([^>]+)>; rel="next"/.exec(page.headers['link'] ?? '')?.[1];
      }
      expect(new Set(found.map(({ caseRef }) => caseRef)).size).toBe(4);
      return found;
    };
    const dueOn = (found: Awaited<ReturnType<typeof listed>>) =>
      found.map(({ nextDeadline }) => nextDeadline?.dueOn ?? 'nothing');
    const first = dueOn(await listed('dueOn'));
    expect(first).toEqual(first.toSorted());
    const last = dueOn(await listed('-dueOn'));
    expect(last.filter((day) => day !== 'nothing')).toEqual(
      first.filter((day) => day !== 'nothing').toReversed(),
    );
    // What has nothing due stands behind all others either way.
    expect(last.lastIndexOf('nothing')).toBe(first.lastIndexOf('nothing'));
    for (const key of ['alertedOn', 'caseRef'] as const) {
      const up = (await listed(key)).map((each) => each[key]);
      expect(up).toEqual(up.toSorted());
      expect((await listed(`-${key}`)).map((each) => each[key])).toEqual(up.toReversed());
    }
  });

  it('refuses the cursor of a list in another order', async () => {
    const { body } = await get(AUDITOR, '/v1/transfer-cases?limit=1&sort=caseRef');
    const other = await get(AUDITOR, `/v1/transfer-cases?limit=1&sort=-caseRef&cursor=${body.next}`);
    expect([other.status, other.body.code]).toEqual([400, 'malformed-cursor']);
  });

  it('is counted by whose move it is, which each side sees from its own', async () => {
    const counts = async (user: string) => (await get(user, '/v1/transfer-cases/counts')).body;
    const council = await counts(WORKER);
    const nhs = await counts(PHB);
    expect(council.all).toBe(4);
    for (const [user, counted] of [
      [WORKER, council],
      [PHB, nhs],
    ] as const) {
      for (const move of ['ours', 'theirs']) {
        const { body } = await get(user, `/v1/transfer-cases?move=${move}`);
        expect(body.items).toHaveLength(counted[move]);
      }
    }
    expect(nhs.ours).toBe(3);
    expect(council.theirs).toBe(3);
    expect(await counts('staffs-direct-payment-worker')).toEqual({
      ...{ all: 0, ours: 0, theirs: 0, overdue: 0, otherBodies: [], stages: [] },
      workers: { anybody: 0, me: 0, nobody: 0, each: [] },
    });
    const { body } = await get(WORKER, '/v1/transfer-cases/counts?stage=alerted');
    expect(body.all).toBe(3);
  });

  it('is worked by somebody of each body, whom both see, and listed by that', async () => {
    const { body: all } = await get(WORKER, '/v1/transfer-cases?sort=caseRef&stage=alerted');
    const [first, second, third] = all.items as { caseRef: string; version: number }[];
    const assign = (user: string, listed: { caseRef: string; version: number }, body: object) =>
      post(user, `/v1/transfer-cases/${listed.caseRef}/assignments`, body, `W/"${listed.version}"`);
    const answers = [
      await assign(WORKER, first!, {}),
      await assign(WORKER, second!, { assignee: FINANCE }),
      await assign(PHB, third!, { assignee: PHB }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    position = answers[2]!.headers['handover-position'] as string;
    const listed = async (user: string, filter: string) => {
      const { body } = await get(user, `/v1/transfer-cases?sort=caseRef&minPosition=${position}&${filter}`);
      return body.items.map(({ caseRef }: { caseRef: string }) => caseRef);
    };
    expect(await listed(WORKER, 'worker=me')).toEqual([first!.caseRef]);
    expect(await listed(WORKER, `worker=${FINANCE}`)).toEqual([second!.caseRef]);
    expect(await listed(WORKER, 'worker=nobody&stage=alerted')).toEqual([third!.caseRef]);
    expect(await listed(PHB, 'worker=me&stage=alerted')).toEqual([third!.caseRef]);
    const { body: counts } = await get(WORKER, '/v1/transfer-cases/counts?stage=alerted&worker=me');
    expect(counts).toMatchObject({
      all: 1,
      workers: {
        ...{ anybody: 3, me: 1, nobody: 1 },
        each: [
          { id: FINANCE, name: 'Tobias Fenwick', cases: 1 },
          { id: WORKER, name: 'Rosalind Ashdown', cases: 1 },
        ],
      },
      otherBodies: [{ organisation: 'QM7', cases: 1 }],
      stages: [{ stage: 'alerted', all: 1 }],
    });
    const { body: shown } = await get(PHB, `/v1/transfer-cases/${first!.caseRef}`);
    expect(shown.caseworker).toEqual({ id: WORKER, name: 'Rosalind Ashdown' });
    expect(await listed(WORKER, 'otherBody=QM7')).toHaveLength(4);
    expect(await listed(PHB, 'otherBody=E10000015')).toHaveLength(4);
    expect(await listed(WORKER, 'otherBody=QNC')).toEqual([]);
  });

  it('goes from one person to another for a reason, and from a person to nobody', async () => {
    const { body } = await get(WORKER, '/v1/transfer-cases?worker=me');
    const [mine] = body.items as { caseRef: string; version: number }[];
    const address = `/v1/transfer-cases/${mine!.caseRef}`;
    const etagOf = (version: number) => `W/"${version}"`;
    const refused = await post(
      WORKER,
      `${address}/assignments`,
      { assignee: FINANCE },
      etagOf(mine!.version),
    );
    expect([refused.status, refused.body.errors]).toEqual([
      422,
      [
        {
          pointer: '/reason',
          code: 'required',
          detail: 'Somebody else works the case: say why it goes on from them',
        },
      ],
    ]);
    const stranger = { assignee: 'nobody-known', reason: 'absence' };
    const unknown = await post(WORKER, `${address}/assignments`, stranger, etagOf(mine!.version));
    expect([unknown.status, unknown.body.errors[0].pointer]).toEqual([422, '/assignee']);
    const given = { assignee: FINANCE, reason: 'absence' };
    const handed = await post(WORKER, `${address}/assignments`, given, etagOf(mine!.version));
    expect(handed.status).toBe(200);
    const end = { reason: 'left-the-team' };
    const ended = await post(WORKER, `${address}/assignment-ends`, end, handed.headers['etag']);
    expect(ended.status).toBe(200);
    position = ended.headers['handover-position'] as string;
    const { body: shown } = await get(WORKER, `${address}?minPosition=${position}`);
    expect(shown.caseworker).toBeUndefined();
    const finance = await post(FINANCE, `${address}/assignments`, {}, ended.headers['etag']);
    expect([finance.status, finance.body.code]).toEqual([403, 'not-allowed']);
  });

  it('is found by the reference of its person, by roles that see it', async () => {
    const { body } = await get(WORKER, '/v1/transfer-cases?personReference=P-2');
    expect(body.items.map(({ personReference }: { personReference: string }) => personReference)).toEqual([
      'P-2',
    ]);
    expect((await get(WORKER, '/v1/transfer-cases?personReference=P-9')).body.items).toEqual([]);
    const refused = await get(FINANCE, '/v1/transfer-cases?personReference=P-2');
    expect([refused.status, refused.body.code]).toEqual([403, 'not-allowed']);
  });

  it('has an example for every body of its API', () => {
    expect(missingExamples(cases.current.app.get(OpenApiHolder).get())).toEqual([]);
  });
});
