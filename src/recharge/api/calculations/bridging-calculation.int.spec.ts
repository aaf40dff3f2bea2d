import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import supertest from 'supertest';
import { useTestIssuer } from '../../../../test/support/issuer.js';
import { useTestDatabase } from '../../../../test/support/postgres.js';
import { RechargesAlone } from '../../../../test/support/recharges-alone.js';
import { settingsFor } from '../../../../test/support/sample-api/sample-api.js';
import { createWebApplication } from '../../../platform/http/create-web-application.js';

const pounds = (amount: string) => ({ amount, currency: 'GBP' });
const rate = (weekly: string) => [{ from: '2024-01-01', weekly: pounds(weekly) }];
const EIGHT_WEEKS = { liability: { startsOn: '2024-05-01' }, phbCoverStartsOn: '2024-06-26' };

describe('the calculator of bridging', () => {
  const database = useTestDatabase();
  const issuer = useTestIssuer();
  let app: NestFastifyApplication;

  beforeAll(async () => {
    const module = RechargesAlone.on({ databaseUrl: database.url, poolSize: 4 });
    app = await createWebApplication(module, settingsFor(issuer.current));
    await app.listen(0, '127.0.0.1');
  }, 60_000);
  afterAll(async () => {
    await app.close();
  });

  const ask = async (facts: object, user = 'herts-auditor') =>
    supertest(app.getHttpServer())
      .post('/v1/calculations/bridging')
      .auth(await issuer.current.tokenFor(user), { type: 'bearer' })
      .send({ council: 'E10000015', nhsBody: 'QM7', ...facts });

  it('shows eight whole weeks from a stated day as a case shows them, and keeps nothing', async () => {
    const payment = { reference: 'DP-1', paidOn: '2024-05-01', from: '2024-05-01', lastDay: '2024-06-25' };
    const { status, body, headers } = await ask({
      ...EIGHT_WEEKS,
      awardRates: rate('742.50'),
      payments: [{ ...payment, amount: pounds('5940.00') }],
    });
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(body).toMatchObject({
      creditor: 'E10000015',
      debtor: 'QM7',
      period: { from: '2024-05-01', lastDay: '2024-06-25' },
      total: { status: 'known', value: pounds('5940.00'), basis: { rule: 'RECHARGE-TOTAL' } },
      lines: [{ number: 1, days: 56, payments: ['DP-1'], daysWithoutPayment: [] }],
    });
    expect(body).not.toHaveProperty('caseRef');
    const [days] = body.lines[0].amount.basis.from;
    expect(days).toMatchObject({ rule: 'BRIDGING-DAYS', from: [{ rule: 'LIABILITY-STATED' }] });
  });

  it.each([
    ['unjustified', '7024.32', '2024-02-28'],
    ['justified', '3951.18', '2024-04-10'],
  ])('works out the day of liability from its facts: a delay that was %s', async (delay, total, from) => {
    const decision = { outcome: 'eligible', decidedOn: '2024-04-10' };
    const { body } = await ask({
      liability: { checklistReceivedOn: '2024-01-31', decision, delay },
      phbCoverStartsOn: '2024-06-03',
      awardRates: rate('512.19'),
    });
    expect(body).toMatchObject({ total: { value: pounds(total) }, period: { from } });
    expect(body).not.toHaveProperty('held');
  });

  it('holds the days of a delay that nobody judged, and waits for what is left out', async () => {
    const liability = {
      checklistReceivedOn: '2024-01-31',
      decision: { outcome: 'eligible', decidedOn: '2024-04-10' },
    };
    const unjudged = await ask({ liability, phbCoverStartsOn: '2024-06-03', awardRates: rate('512.19') });
    expect(unjudged.body).toMatchObject({
      total: { value: pounds('3951.18') },
      held: { from: '2024-02-28', lastDay: '2024-04-09', missing: [{ fact: 'delay-justified' }] },
    });
    const waiting = async (facts: object) => (await ask(facts)).body.total;
    expect(await waiting({ liability: {} })).toMatchObject({
      status: 'pending',
      missing: [{ fact: 'eligibility-decision', suppliedBy: "the ICB's CHC team" }],
    });
    expect(await waiting({ liability })).toMatchObject({ missing: [{ fact: 'phb-cover-start' }] });
    expect(await waiting(EIGHT_WEEKS)).toMatchObject({ missing: [{ fact: 'award-rate' }] });
  });

  it('claims the contributions that were paid, gives them back, and cancels the others', async () => {
    const facts = {
      liability: { startsOn: '2024-07-01' },
      phbCoverStartsOn: '2024-09-12',
      awardRates: rate('612.50'),
      contributions: rate('87.43'),
    };
    const paid = (lastDay: string, amount: string) => [
      { reference: 'CR-1', receivedOn: '2024-09-20', from: '2024-07-01', lastDay, amount: pounds(amount) },
    ];
    const all = await ask({ ...facts, contributionReceipts: paid('2024-09-11', '911.77') });
    expect(all.body).toMatchObject({
      total: { value: pounds('6387.50') },
      refundToPerson: { value: pounds('911.77') },
      lines: [{ days: 73, net: pounds('5475.73') }],
    });
    const five = await ask({ ...facts, contributionReceipts: paid('2024-08-04', '437.15') });
    expect(five.body).toMatchObject({
      total: { value: pounds('5912.88') },
      refundToPerson: { value: pounds('437.15') },
      contributionCancelled: { value: pounds('474.62') },
    });
    const net = await ask({ ...facts, options: { grossBasis: 'net' } });
    expect(net.body).toMatchObject({ grossBasis: 'net', total: { value: pounds('5475.73') } });
  });

  it('knows one-off payments, the account, joint packages, suspensions and a second NHS body', async () => {
    const balance = (on: string, amount: string) => ({
      ...{ on, balance: pounds(amount), statementReference: 'ST-1' },
    });
    const { status, body } = await ask({
      ...EIGHT_WEEKS,
      awardRates: rate('700.00'),
      payments: [
        {
          ...{ reference: 'DP-1', paidOn: '2024-05-01', from: '2024-05-01', lastDay: '2024-06-25' },
          amount: pounds('5600.00'),
        },
      ],
      account: { opening: balance('2024-05-01', '400.00'), closed: balance('2024-06-25', '1240.00') },
      options: { costBasis: 'actual-spend' },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      accountCredit: { value: pounds('-840.00') },
      total: { value: pounds('4760.00') },
    });

    const parts = [{ part: 'council-own', share: '0.4' }];
    const joint = await ask({
      ...EIGHT_WEEKS,
      awardRates: rate('700.00'),
      jointPackages: [{ from: '2024-05-01', parts, remainder: 'bridged' }],
      suspensions: [{ from: '2024-06-05', lastDay: '2024-06-11', reason: 'hospital', paid: 'nothing' }],
      areaChanges: [{ from: '2024-06-12', nhsBody: 'QNC' }],
    });
    // Six tenths of £100 a day: 35 days, none for 7 days in hospital, 14 days of the second body.
    expect(joint.body.lines).toMatchObject([
      { days: 35, amount: { value: pounds('2100.00') }, debtor: 'QM7' },
      { days: 7, amount: { value: pounds('0.00') }, suspension: { reason: 'hospital' } },
      { days: 14, amount: { value: pounds('840.00') }, debtor: 'QNC' },
    ]);
    const oneOff = { receiptReference: 'REC-1', kind: 'for-later-use', incurredOn: '2024-05-07' };
    const training = await ask({
      ...EIGHT_WEEKS,
      awardRates: rate('700.00'),
      oneOffs: [{ ...oneOff, amount: pounds('60.00'), approval: { outcome: 'approved', on: '2024-05-02' } }],
    });
    expect(training.body).toMatchObject({
      total: { value: pounds('5660.00') },
      oneOffs: [{ charged: { value: pounds('60.00') }, treatment: 'approved-before' }],
    });
  });

  it('knows what the council owes after a loss of eligibility', async () => {
    const { body } = await ask({
      ...EIGHT_WEEKS,
      awardRates: rate('700.00'),
      eligibilityLostOn: '2025-02-03',
      councilCoverStartsOn: '2025-03-31',
      councilBudgets: rate('840.00'),
    });
    expect(body).toMatchObject({
      total: { value: pounds('5600.00') },
      transferBack: [
        {
          creditor: 'QM7',
          debtor: 'E10000015',
          rate: 'council-assessed-budget',
          total: { value: pounds('3360.00'), basis: { rule: 'RECHARGE-TOTAL' } },
          lines: [{ from: '2025-03-03', lastDay: '2025-03-30', days: 28 }],
        },
      ],
    });
  });

  it.each([
    [{ council: 'E07000098' }, '/council'],
    [{ nhsBody: 'XXX' }, '/nhsBody'],
    [{ awardRates: rate('-1.00') }, '/awardRates/0/weekly'],
    [{ awardRates: [...rate('1.00'), ...rate('2.00')] }, '/awardRates/1/from'],
    [{ liability: { startsOn: '2024-05-01', delay: 'justified' } }, '/liability/startsOn'],
    [{ liability: { revisedOn: '2024-05-01' } }, '/liability/decision'],
    [
      {
        payments: [
          {
            ...{ reference: 'DP-1', paidOn: '2024-05-01', from: '2024-05-02', lastDay: '2024-05-01' },
            amount: pounds('1.00'),
          },
        ],
      },
      '/payments/0/lastDay',
    ],
    [
      {
        jointPackages: [
          { from: '2024-05-01', parts: [{ part: 'bridged', share: '0.5' }], remainder: 'bridged' },
        ],
      },
      '/jointPackages/0/parts/0/part',
    ],
    [
      {
        suspensions: [{ from: '2024-05-01', lastDay: '2024-05-02', reason: 'hospital', paid: 'reduced' }],
      },
      '/suspensions/0/weekly',
    ],
  ])('refuses what a case would refuse, with its place: %j', async (facts, pointer) => {
    const { status, body } = await ask({ ...EIGHT_WEEKS, ...facts });
    expect([status, body.errors?.[0]?.pointer]).toEqual([422, pointer]);
  });
});
