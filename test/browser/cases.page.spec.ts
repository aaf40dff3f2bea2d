import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { pounds } from '../../src/dev/examples/player.js';
import { playExampleAgreement } from '../../src/dev/examples/make-examples.js';
import { inBridging } from '../support/case-in-bridging.js';
import { faultsOf, usePages } from '../support/pages.js';

jest.setTimeout(120_000);

const WORKER = 'herts-direct-payment-worker';
const FINANCE = 'herts-council-finance';
const PHB = 'herts-phb-worker';

describe('The pages of a case', () => {
  const pages = usePages();
  let page: Page;
  let caseRef: string;
  let alerted: { readonly caseRef: string; readonly version: number | undefined };

  beforeAll(async () => {
    const { api } = pages.current;
    const raised = await api.command<{ caseRef: string }>({
      as: WORKER,
      path: '/v1/transfer-cases',
      key: 'alert-1',
      body: {
        personReference: 'P-20417',
        nhsBody: 'QM7',
        alertedOn: '2024-01-15',
        wishesToKeepAssistants: true,
        assistants: [
          {
            assistantRef: 'PA-1',
            status: 'employed',
            startedOn: '2016-04-01',
            weeklyHours: '30.5',
            hourlyRate: pounds('12.50'),
          },
        ],
      },
    });
    alerted = { caseRef: raised.body.caseRef, version: raised.version };
    await playExampleAgreement(api);
    const bridged = await inBridging(api, 'P-3071');
    caseRef = bridged.path.slice(bridged.path.lastIndexOf('/') + 1);
    await api.get(WORKER, `/v1/transfer-cases/${alerted.caseRef}/employments`);
    page = await pages.current.signedIn(WORKER);
  }, 180_000);

  const open = async (path: string) => {
    await page.goto(`${pages.current.url}${path}`);
    return page.title();
  };
  const cells = async (caption: string) =>
    (await page.getByRole('table', { name: caption }).locator('tbody th, tbody td').allTextContents()).map(
      (text) => text.trim(),
    );
  const record = () => page.getByRole('button', { name: 'Record', exact: true }).last().click();
  const fillDay = async (name: string, [day, month, year]: readonly [string, string, string]) => {
    await page.fill(`[name="${name}-day"]`, day);
    await page.fill(`[name="${name}-month"]`, month);
    await page.fill(`[name="${name}-year"]`, year);
  };

  it('show what is known, what is due, and what each may do next', async () => {
    expect(await open(`/cases/${caseRef}`)).toBe(`Case ${caseRef} – Handover`);
    const text = (await page.locator('main').textContent()) ?? '';
    expect(text).toContain('The NHS is liable from 1 May 2024');
    expect(text).toContain('Completed 10 April 2024, received 12 April 2024');
    expect(await page.getByRole('link', { name: 'Stop the direct payment' }).count()).toBe(1);
    expect(await page.getByRole('link', { name: 'Record a payment', exact: true }).count()).toBe(0);
    expect(text).toContain('Record a payment: Council finance or NHS finance');
    expect((await cells('Deadlines')).length).toBeGreaterThan(0);
    expect(await faultsOf(page)).toEqual([]);
  });

  it('say of the day of liability what is missing, as long as it is not known', async () => {
    await open(`/cases/${alerted.caseRef}`);
    expect(await page.locator('main').textContent()).toContain('Pending');
    expect(await page.locator('main').textContent()).toContain('Who can say:');
    expect(await faultsOf(page)).toEqual([]);
  });

  it('show the money as the API answers it', async () => {
    expect(await open(`/cases/${caseRef}/money`)).toBe(`Money – Case ${caseRef} – Handover`);
    const { body } = await pages.current.api.get<{
      awardRates: { weekly: { amount: string } }[];
      payments: { amount: { amount: string } }[];
    }>(WORKER, `/v1/transfer-cases/${caseRef}`);
    expect(body.awardRates[0]?.weekly.amount).toBe('742.50');
    expect(await cells('Direct payment a week, gross')).toEqual([
      '1 April 2024',
      '£742.50',
      expect.stringContaining('Put right'),
    ]);
    expect(body.payments[0]?.amount.amount).toBe('7425.00');
    expect(await cells('Payments')).toEqual([
      'DP-P-3071',
      'Hertfordshire County Council',
      '1 May 2024',
      '1 May 2024 to 9 Jul 2024',
      '£7,425.00',
      '',
    ]);
    expect(await faultsOf(page)).toEqual([]);
  });

  it('show the PAs, their jobs, and take what is recorded of them', async () => {
    expect(await open(`/cases/${alerted.caseRef}/pas`)).toBe(`PAs – Case ${alerted.caseRef} – Handover`);
    expect(await cells('Jobs')).toEqual(['PA-1', 'Employed', '1 Apr 2016', 'Goes on', '30.5', '£12.50']);
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('link', { name: 'PA-1' }).click();
    expect(await page.title()).toBe(`PA PA-1 – Case ${alerted.caseRef} – Handover`);
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('link', { name: 'Record hours and pay' }).click();
    expect(await faultsOf(page)).toEqual([]);
    await fillDay('from', ['1', 'April', '2024']);
    await page.fill('[name="weeklyHours"]', '32');
    await page.fill('[name="hourlyRate"]', '£13');
    await record();
    expect(await page.locator('.govuk-notification-banner').textContent()).toContain('record hours and pay');
    expect(await cells('Hours and pay')).toEqual([
      '1 April 2016',
      '30.5',
      '£12.50',
      expect.any(String),
      '1 April 2024',
      '32',
      '£13.00',
      expect.any(String),
    ]);
  });

  it('lead from a figure to the form that puts it right, with the event filled in', async () => {
    const finance = await pages.current.signedIn(FINANCE);
    await finance.goto(`${pages.current.url}/cases/${caseRef}/money`);
    await finance.getByRole('link', { name: 'Put right Direct payment a week, gross' }).click();
    expect(await finance.inputValue('[name="corrects.eventId"]')).toMatch(/^[0-9a-f-]{36}$/);
    expect(await faultsOf(finance)).toEqual([]);
  });

  it('keep what was typed when the API refuses it, and say at the field what is wrong', async () => {
    await open(`/cases/${alerted.caseRef}`);
    await page.getByRole('link', { name: 'Record the Checklist' }).click();
    expect(await faultsOf(page)).toEqual([]);
    await fillDay('completedOn', ['31', 'February', '2024']);
    await record();
    expect(await page.title()).toBe(`Error: Record the Checklist – Case ${alerted.caseRef} – Handover`);
    expect(await page.inputValue('[name="completedOn-month"]')).toBe('February');
    expect(await page.locator('.govuk-error-summary a').count()).toBe(2);
    expect(await faultsOf(page)).toEqual([]);
  });

  it('say who recorded what since, when the form has gone stale, and keep what was typed', async () => {
    await open(`/cases/${alerted.caseRef}/do/checklists`);
    await fillDay('completedOn', ['17', '1', '2024']);
    await fillDay('receivedOn', ['18', '1', '2024']);
    const { api } = pages.current;
    await api.command({
      as: PHB,
      path: `/v1/transfer-cases/${alerted.caseRef}/acknowledgements`,
      version: alerted.version,
      key: 'acknowledged-meanwhile',
      body: { acknowledgedOn: '2024-01-18' },
    });
    await api.get(PHB, `/v1/transfer-cases/${alerted.caseRef}/events`);
    await record();
    const text = (await page.locator('main').textContent()) ?? '';
    expect(text).toContain('The NHS body acknowledged the alert on 18 January 2024');
    expect(text).toContain('Imogen Barraclough');
    expect(await page.inputValue('[name="receivedOn-day"]')).toBe('18');
    expect(await faultsOf(page)).toEqual([]);
    await record();
    expect(await page.locator('.govuk-notification-banner').textContent()).toContain('record the Checklist');
  });

  it('say in words what is not there, and that an ended session recorded nothing', async () => {
    expect(await open('/cases/TC-0000000000')).toBe('Case not found – Handover');
    expect(await faultsOf(page)).toEqual([]);
    await open(`/cases/${alerted.caseRef}/do/withdrawal`);
    await page.context().clearCookies();
    await record();
    expect(await page.title()).toBe('Your session has ended – Handover');
    expect(await faultsOf(page)).toEqual([]);
  });
});
