import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { CASE, pounds, useWorkforceApi, WORKER } from '../../../test/support/workforce-api.js';

describe('the exposure of an organisation over HTTP', () => {
  const api = useWorkforceApi();
  const start = (assistantRef: string, facts: object = {}) =>
    api.post(WORKER, `${CASE}/employments`, {
      assistantRef,
      status: 'employed',
      startedOn: '2016-04-01',
      weeklyHours: '30',
      hourlyRate: pounds('12.00'),
      ...facts,
    });
  const fund = async (assistantRef: string, facts: object = {}) => {
    const started = await start(assistantRef, facts);
    const path = started.headers['location'] as string;
    const council = {
      from: '2016-04-01',
      lastDay: '2021-03-31',
      shares: [{ funder: 'E10000015', share: '1' }],
    };
    const first = await api.post(WORKER, `${path}/funding-periods`, council, started.headers['etag']);
    const nhs = { from: '2021-04-01', shares: [{ funder: 'QM7', share: '1' }] };
    return api.post(WORKER, `${path}/funding-periods`, nhs, first.headers['etag']);
  };

  it('is a range by funder, with what the others wait for, and is there for both bodies of the case only', async () => {
    const known = await fund('PA-1');
    expect(known.status).toBe(201);
    await start('PA-2');
    const last = await start('PA-3', { startedOn: '2024-05-01' });
    const seen = `minPosition=${last.headers['handover-position']}`;

    const { status, body } = await api.get('herts-nhs-finance', `/v1/exposure?asAt=2024-04-30&${seen}`);
    expect([status, body]).toEqual([
      200,
      {
        asAt: '2024-04-30',
        status: 'pending',
        cap: pounds('700.00'),
        employments: { live: 2, known: 1, withoutRight: 0, pending: 1 },
        lowest: pounds('1440.00'),
        highest: pounds('4320.00'),
        byFunder: [
          { funder: 'E10000015', atLowest: pounds('890.73'), atHighest: pounds('2672.20') },
          { funder: 'QM7', atLowest: pounds('549.27'), atHighest: pounds('1647.80') },
        ],
        missing: [
          { fact: 'funding-period', suppliedBy: 'the council’s direct payment team', employments: 1 },
        ],
        basis: expect.objectContaining({ rule: 'REDUNDANCY-EXPOSURE' }),
      },
    ]);
    const council = await api.get(WORKER, `/v1/exposure?asAt=2024-04-30&${seen}`);
    expect(council.body).toEqual(body);
    const strangers = await api.get('staffs-auditor', `/v1/exposure?asAt=2024-04-30&${seen}`);
    expect(strangers.body).toMatchObject({ status: 'known', employments: { live: 0 }, byFunder: [] });

    const page = await api.get('herts-auditor', `/v1/exposure/employments?asAt=2024-04-30&limit=1&${seen}`);
    expect(page.headers['link']).toMatch(/rel="next"/);
    const list = await api.get('herts-auditor', `/v1/exposure/employments?asAt=2024-04-30&${seen}`);
    const byRef = new Map(
      list.body.items.map((each: { assistantRef: string }) => [each.assistantRef, each] as const),
    );
    expect([...byRef.keys()].sort()).toEqual(['PA-1', 'PA-2']);
    expect(byRef.get('PA-1')).toMatchObject({
      caseRef: 'TC-0000000001',
      status: 'known',
      lowest: pounds('1440.00'),
      highest: pounds('4320.00'),
      basis: { rule: 'REDUNDANCY-EXPOSURE' },
    });
    expect(byRef.get('PA-2')).toMatchObject({ status: 'pending', missing: [{ fact: 'funding-period' }] });
    const elsewhere = await api.get('staffs-auditor', `/v1/exposure/employments?asAt=2024-04-30&${seen}`);
    expect(elsewhere.body.items).toEqual([]);
  });

  it('is refused in words for a day whose cap is not known, and for a day that is none', async () => {
    for (const path of ['/v1/exposure', '/v1/exposure/employments']) {
      const far = await api.get('herts-auditor', `${path}?asAt=2039-04-30`);
      expect(far.body).toMatchObject({ status: 409, code: 'no-known-cap' });
      expect((await api.get('herts-auditor', `${path}?asAt=2024-02-30`)).status).toBe(422);
    }
  });
});
