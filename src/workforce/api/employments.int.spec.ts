import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import { CASE, pounds, useWorkforceApi, WORKER } from '../../../test/support/workforce-api.js';

describe('the PAs of a case over HTTP', () => {
  const api = useWorkforceApi();
  const start = (assistantRef: string) =>
    api.post(WORKER, `${CASE}/employments`, {
      assistantRef,
      status: 'employed',
      startedOn: '2016-04-01',
      weeklyHours: '30',
      hourlyRate: pounds('12.00'),
    });
  /** Sends each command on the version that the one before it left behind. */
  const inTurn = async (
    first: Response,
    steps: readonly (readonly [string, object])[],
  ): Promise<Response> => {
    let last = first;
    for (const [path, body] of steps) {
      last = await api.post(WORKER, `${first.headers['location']}/${path}`, body, last.headers['etag']);
      expect([path, last.status, last.body.code]).toEqual([path, 201, undefined]);
    }
    return last;
  };
  const seen = (answer: Response) => `?minPosition=${answer.headers['handover-position']}`;

  it('bring their redundancy along: 5,544.00 by the days that each body funded', async () => {
    const ready = await inTurn(await start('PA-1'), [
      [
        'funding-periods',
        {
          from: '2016-04-01',
          lastDay: '2021-03-31',
          shares: [{ funder: 'E10000015', share: '1' }],
        },
      ],
      ['funding-periods', { from: '2021-04-01', shares: [{ funder: 'QM7', share: '1.0' }] }],
      ['end', { lastDay: '2024-04-30', reason: 'redundancy' }],
      ['insurance-claims', { updatedOn: '2024-05-01', claim: 'pending' }],
      [
        'redundancy-assessments',
        {
          assessedOn: '2024-05-02',
          lastDay: '2024-04-30',
          dateOfBirth: '1972-01-15',
          weekPay: pounds('462.00'),
          payrollFigure: pounds('5543.00'),
        },
      ],
    ]);
    const path = ready.headers['location'] as string;
    const approval = { kind: 'final', reference: 'PANEL-7', sharedOn: '2024-06-01' };
    const early = await api.post(
      'herts-council-approver',
      `${path}/redundancy-shares`,
      approval,
      ready.headers['etag'],
    );
    expect(early.body).toMatchObject({ status: 409, code: 'insurance-claim-pending' });
    expect((await api.http().get('/problems/insurance-claim-pending')).status).toBe(200);

    const declined = await inTurn(ready, [
      ['insurance-claims', { updatedOn: '2024-05-20', claim: 'declined', reasonCode: 'policy-lapsed' }],
    ]);
    const shared = await api.post(
      'herts-council-approver',
      `${path}/redundancy-shares`,
      approval,
      declined.headers['etag'],
    );
    expect(shared.status).toBe(201);

    const { body } = await api.get('herts-nhs-finance', `${CASE}/redundancies${seen(shared)}`);
    const shares = [
      { funder: 'E10000015', weight: '1826', share: pounds('3429.32') },
      { funder: 'QM7', weight: '1126', share: pounds('2114.68') },
    ];
    expect(body.items).toMatchObject([
      {
        assistantRef: 'PA-1',
        interim: false,
        insuranceClaim: 'declined',
        statutory: {
          value: pounds('5544.00'),
          lastDay: '2024-04-30',
          noRight: [],
          difference: pounds('-1.00'),
          basis: { rule: 'REDUNDANCY-STATUTORY-PAY' },
        },
        split: {
          status: 'known',
          insurance: pounds('0.00'),
          residual: pounds('5544.00'),
          shares,
          basis: { rule: 'REDUNDANCY-SPLIT' },
        },
        recorded: [{ kind: 'final', reference: 'PANEL-7', residual: pounds('5544.00'), shares }],
      },
    ]);
    // QM7 was split in April 2026, so who pays its share is for people to settle.
    expect(body.items[0].split.shares[1].payableBy).toMatchObject({ status: 'pending' });
    expect(JSON.stringify(body)).not.toContain('1972-01-15');
  });

  it('wait for an adviser where the rules leave redundancy open, with each figure and its shares, until a ruling', async () => {
    const facts = {
      assessedOn: '2024-05-02',
      lastDay: '2024-04-30',
      dateOfBirth: '1972-01-15',
      weekPay: pounds('462.00'),
      relationshipToEmployer: 'child',
    };
    const referred = await inTurn(await start('PA-5'), [
      ['funding-periods', { from: '2016-04-01', shares: [{ funder: 'QM7', share: '1' }] }],
      ['end', { lastDay: '2024-04-30', reason: 'redundancy', notice: 'none' }],
      ['insurance-claims', { updatedOn: '2024-05-01', claim: 'not-claimed' }],
      ['redundancy-assessments', facts],
    ]);
    const path = referred.headers['location'] as string;
    const ofPa = async (after: Response) => {
      const { body } = await api.get('herts-nhs-finance', `${CASE}/redundancies${seen(after)}`);
      return body.items.find((each: { assistantRef: string }) => each.assistantRef === 'PA-5');
    };
    const open = await ofPa(referred);
    expect(open.statutory).toBeUndefined();
    expect(open.split).toMatchObject({
      status: 'refer',
      referrals: [{ code: 'domestic-service-doubtful', referTo: 'an employment adviser' }],
      candidates: [
        { statutory: pounds('5544.00'), shares: [{ funder: 'QM7', share: pounds('5544.00') }] },
        { statutory: pounds('0.00'), residual: pounds('0.00'), shares: [{ share: pounds('0.00') }] },
      ],
    });
    const early = await api.post(
      'herts-council-approver',
      `${path}/redundancy-shares`,
      { kind: 'final', reference: 'PANEL-8', sharedOn: '2024-06-01' },
      referred.headers['etag'],
    );
    expect(early.body).toMatchObject({ status: 409, code: 'split-referred' });

    const ruling = { reference: 'ADVICE-9', reading: open.split.candidates[0].reading };
    const ruled = await inTurn(referred, [['redundancy-assessments', { ...facts, ruling }]]);
    expect(await ofPa(ruled)).toMatchObject({
      statutory: { value: pounds('5544.00'), rulingReference: 'ADVICE-9' },
      noticePay: { value: pounds('3696.00'), pensionable: { status: 'refer' } },
      split: { status: 'known', residual: pounds('5544.00') },
    });
  });

  it('bring their leave along: 362.56 at the rate of the day of liability', async () => {
    const started = await start('PA-2');
    const waiting = await api.get('herts-nhs-finance', `${CASE}/leave${seen(started)}`);
    expect(waiting.body.items).toContainEqual(
      expect.objectContaining({
        assistantRef: 'PA-2',
        leave: { status: 'pending', missing: [expect.objectContaining({ fact: 'leave-statement' })] },
      }),
    );
    const stated = await inTurn(started, [
      ['terms', { from: '2023-04-01', weeklyHours: '30', hourlyRate: pounds('12.00') }],
      [
        'leave-statements',
        {
          statedOn: '2024-10-21',
          statementReference: 'PAYROLL-88',
          leaveYearFrom: '2024-04-01',
          leaveYearLastDay: '2025-03-31',
          method: 'regular',
          entitlementWeeks: '5.6',
          weeklyHours: '30',
          takenHours: '60',
          hourlyRate: pounds('12.00'),
          rateIncludesLeave: false,
        },
      ],
    ]);
    const { body } = await api.get('herts-nhs-finance', `${CASE}/leave${seen(stated)}`);
    expect(body.items.find((each: { assistantRef: string }) => each.assistantRef === 'PA-2')).toMatchObject({
      owedBy: 'E10000015',
      owedTo: 'QM7',
      settlement: 'net-off-recharge',
      leave: {
        status: 'known',
        accrued: { exact: '32928/365', rounded: '90.2137' },
        outstanding: { exact: '11028/365', rounded: '30.2137' },
        owed: pounds('362.56'),
        basis: { rule: 'LEAVE-VALUE' },
      },
    });

    const shown = await api.get('herts-auditor', `${stated.headers['location']}${seen(stated)}`);
    expect(shown.headers['etag']).toBe(stated.headers['etag']);
    expect(shown.body).toMatchObject({
      caseRef: 'TC-0000000001',
      terms: [{ from: '2016-04-01', hourlyRate: pounds('12.00') }, { from: '2023-04-01' }],
      leaveStatements: [{ leaveYearLastDay: '2025-03-31', hourlyRate: pounds('12.00') }],
      revision: 3,
    });
  });

  it('are listed page by page, and are not there for a body that has no part in the case', async () => {
    const started = await start('PA-3');
    const first = await api.get('herts-phb-worker', `${CASE}/employments${seen(started)}&limit=1`);
    expect(first.body.items).toHaveLength(1);
    expect(first.headers['link']).toMatch(/rel="next"/);
    const path = started.headers['location'] as string;
    for (const hidden of [`${CASE}/employments`, `${CASE}/redundancies`, `${CASE}/leave`, path]) {
      expect((await api.get('staffs-auditor', hidden)).status).toBe(404);
    }
    const strange = await api.post(
      'staffs-direct-payment-worker',
      `${path}/end`,
      { lastDay: '2024-04-30', reason: 'redundancy' },
      started.headers['etag'],
    );
    expect(strange.status).toBe(404);
  });

  it('are changed only on the version that was seen, by the roles that may, with values that fit', async () => {
    const started = await start('PA-4');
    const path = started.headers['location'] as string;
    const funding = { from: '2016-04-01', shares: [{ funder: 'E10000015', share: '1' }] };
    const answers = [
      await api.post(WORKER, `${path}/funding-periods`, funding),
      await api.post(WORKER, `${path}/funding-periods`, funding, 'W/"9"'),
      await api.post('herts-auditor', `${path}/funding-periods`, funding, 'W/"1"'),
      await api.post(
        WORKER,
        `${path}/funding-periods`,
        { ...funding, shares: [{ funder: 'QZZ', share: '1' }] },
        'W/"1"',
      ),
      await api.post(
        WORKER,
        `${path}/funding-periods`,
        { ...funding, shares: [{ funder: 'QM7', share: 1 }] },
        'W/"1"',
      ),
    ];
    expect(answers.map(({ status }) => status)).toEqual([428, 412, 403, 422, 422]);
  });
});
