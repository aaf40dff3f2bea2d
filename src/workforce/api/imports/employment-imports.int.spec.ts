import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import { pounds, useWorkforceApi, WORKER } from '../../../../test/support/workforce-api.js';

describe('PAs from a file', () => {
  const api = useWorkforceApi();
  const upload = async (user: string, file: string, query = '') =>
    api
      .http()
      .post(`/v1/imports/employments${query}`)
      .auth(await api.tokenFor(user), { type: 'bearer' })
      .set('idempotency-key', randomUUID())
      .set('content-type', 'text/csv')
      .send(readFileSync(`test/fixtures/${file}`, 'utf8'));
  const results = (answer: Response) =>
    answer.body.rows.map(({ line, result }: { line: number; result: string }) => [line, result]);

  it('are tried without storing anything, then stored, then there already', async () => {
    const tried = await upload(WORKER, 'employments.csv', '?dryRun=true');
    expect(tried.status).toBe(200);
    expect(tried.body).toMatchObject({
      dryRun: true,
      totals: { rows: 3, wouldImport: 2, alreadyThere: 1 },
    });
    const stored = await upload(WORKER, 'employments.csv');
    expect(results(stored)).toEqual([
      [2, 'imported'],
      [3, 'imported'],
      [4, 'already-there'],
    ]);
    expect((await upload(WORKER, 'employments.csv')).body.totals).toEqual({
      rows: 3,
      wouldImport: 0,
      imported: 0,
      alreadyThere: 3,
      refused: 0,
    });
    const { employmentId } = stored.body.rows[1];
    const shown = await api.get(
      WORKER,
      `/v1/employments/${employmentId}?minPosition=${stored.body.position}`,
    );
    expect(shown.body).toMatchObject({
      assistantRef: 'PA-22',
      status: 'self-employed',
      startedOn: '2022-09-01',
      terms: [{ weeklyHours: '12', hourlyRate: pounds('13.75') }],
    });
  });

  it('are all refused when one row is, with the reason of each', async () => {
    const refused = await upload(WORKER, 'employments-with-faults.csv');
    expect([refused.status, refused.body.code]).toEqual([422, 'import-refused']);
    expect(refused.body.detail).toMatch(/4 of 5 rows are refused, so nothing was stored/);
    expect(refused.body.rows).toMatchObject([
      { line: 2, result: 'would-import' },
      {
        line: 3,
        result: 'refused',
        reasons: [
          { column: 'status', code: 'cannot-be-read' },
          { column: 'started_on', code: 'cannot-be-read' },
          { column: 'weekly_hours', code: 'cannot-be-read' },
          { column: 'hourly_rate', detail: expect.stringContaining('pound sign') },
        ],
      },
      { line: 4, reasons: [{ column: 'case_reference', code: 'case-not-found' }] },
      { line: 5, reasons: [{ code: 'employment-contradicted' }] },
      { line: 6, reasons: [{ column: 'assistant_reference', code: 'not-a-reference' }] },
    ]);
    const again = await upload(WORKER, 'employments-with-faults.csv', '?dryRun=true');
    expect(results(again)).toContainEqual([2, 'would-import']);
    expect((await upload('staffs-direct-payment-worker', 'employments.csv')).status).toBe(422);
    expect((await upload('herts-auditor', 'employments.csv')).status).toBe(403);
  });
});
