import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { pounds } from '../../src/dev/examples/player.js';
import { playExampleAgreement } from '../../src/dev/examples/make-examples.js';
import { inBridging } from '../support/case-in-bridging.js';
import { clicked } from '../support/clicked.js';
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
  const record = () => clicked(page.getByRole('button', { name: 'Record', exact: true }).last());
  /** For people to look at, where somebody wants to. */
  const shot = async (name: string) => {
    const folder = process.env['SCREENSHOTS'];
    if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  };
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
  });

  it('show the PAs, their jobs, and take what is recorded of them', async () => {
    expect(await open(`/cases/${alerted.caseRef}/pas`)).toBe(`PAs – Case ${alerted.caseRef} – Handover`);
    expect(await cells('Jobs')).toEqual(['PA-1', 'Employed', '1 Apr 2016', 'Goes on', '30.5', '£12.50']);
    await clicked(page.getByRole('link', { name: 'PA-1' }));
    expect(await page.title()).toBe(`PA PA-1 – Case ${alerted.caseRef} – Handover`);
    await clicked(page.getByRole('link', { name: 'Record hours and pay' }));
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
    await clicked(finance.getByRole('link', { name: 'Put right Direct payment a week, gross' }));
    expect(await finance.inputValue('[name="corrects.eventId"]')).toMatch(/^[0-9a-f-]{36}$/);
    expect(await faultsOf(finance)).toEqual([]);
  });

  it('keep what was typed when the API refuses it, and say at the field what is wrong', async () => {
    await open(`/cases/${alerted.caseRef}`);
    await clicked(page.getByRole('link', { name: 'Record the Checklist' }));
    await fillDay('completedOn', ['31', 'February', '2024']);
    await record();
    expect(await page.title()).toBe(`Error: Record the Checklist – Case ${alerted.caseRef} – Handover`);
    expect(await page.inputValue('[name="completedOn-month"]')).toBe('February');
    expect(await page.locator('.govuk-error-summary a').count()).toBe(2);
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

  it('say who works a case, and give it to a colleague in two clicks, for a reason', async () => {
    await open(`/cases/${caseRef}`);
    const shown = async () =>
      (await page.locator('.govuk-summary-list').first().innerText()).replaceAll(/\s+/g, ' ');
    expect(await shown()).toContain('At the council Nobody works it yet');
    await clicked(page.getByRole('link', { name: 'Change who works the case' }));
    expect(await page.title()).toBe(`Say who works the case – Case ${caseRef} – Handover`);
    expect(await page.getByLabel('Rosalind Ashdown (you)').isChecked()).toBe(true);
    await shot('assign-one');
    await record();
    expect(await shown()).toContain('At the council Rosalind Ashdown');
    await clicked(page.getByRole('link', { name: 'Change who works the case' }));
    await page.getByLabel('Tobias Fenwick').check();
    await record();
    expect(await page.title()).toBe(`Error: Say who works the case – Case ${caseRef} – Handover`);
    expect(await page.getByLabel('Tobias Fenwick').isChecked()).toBe(true);
    expect(await faultsOf(page)).toEqual([]);
    await page.selectOption('#reason', 'absence');
    await record();
    expect(await shown()).toContain('At the council Tobias Fenwick');
    await clicked(page.getByRole('link', { name: 'Leave nobody with the case' }));
    expect(await page.title()).toBe(`Leave nobody with the case – Case ${caseRef} – Handover`);
  });

  it('are given to somebody from the list, several at once, and what is refused is listed', async () => {
    const views = page.getByRole('navigation', { name: 'Who works the cases' });
    await open('/cases');
    expect(await views.getByRole('link').allTextContents()).toEqual([
      'Anybody’s (2)',
      'Mine (0)',
      'Nobody’s (1)',
      'Overview by stage',
    ]);
    await shot('cases');
    await clicked(page.getByRole('button', { name: 'Assign' }));
    expect(await page.title()).toBe('Error: No case was assigned – Handover');
    expect(await faultsOf(page)).toEqual([]);
    await clicked(page.getByRole('link', { name: 'Go back to the list', exact: true }));
    await page.getByLabel(`Choose ${caseRef}`).check();
    await page.getByLabel(`Choose ${alerted.caseRef}`).check();
    await clicked(page.getByRole('button', { name: 'Assign' }));
    expect(await page.title()).toBe('Error: Some cases were not assigned – Handover');
    const text = await page.locator('main').innerText();
    expect(text).toContain('1 case assigned');
    expect(text).toContain(`${caseRef}: Somebody else works the case: say why it goes on from them`);
    expect(text).not.toContain(`${alerted.caseRef}:`);
    expect(await faultsOf(page)).toEqual([]);
    await shot('assign-refused');
    await page.selectOption('#reason', 'workload');
    await clicked(page.getByRole('button', { name: 'Assign' }));
    expect(await page.locator('.govuk-notification-banner').innerText()).toContain('1 case assigned');
    expect(await views.getByRole('link').first().textContent()).toBe('Anybody’s (2)');
    expect(await views.getByRole('link', { name: 'Mine (2)' }).count()).toBe(1);
    await page.getByLabel(`Choose ${caseRef}`).check();
    await page.selectOption('#assignee', { label: 'Nobody' });
    await page.selectOption('#reason', 'absence');
    await clicked(page.getByRole('button', { name: 'Assign' }));
    await clicked(views.getByRole('link', { name: 'Nobody’s (1)' }));
    await page.reload();
    expect(await page.locator('tbody th').allTextContents()).toEqual([caseRef]);
  });

  it('are filtered by the other body and who works them, and counted by stage in a picture and a table', async () => {
    await open('/cases?otherBody=QNC');
    expect(await page.locator('main').innerText()).toContain('No case fits');
    await open('/cases?worker=me');
    await clicked(page.getByText('Filter', { exact: true }));
    expect(await page.locator('#worker option[selected]').textContent()).toBe('Me (1)');
    await clicked(page.getByRole('link', { name: 'Overview by stage' }));
    expect(page.url()).toContain('/cases/overview?worker=me');
    expect(await page.title()).toBe('Overview of cases – Handover');
    const { body: counts } = await pages.current.api.get<{
      all: number;
      stages: { stage: string; ours: number; theirs: number; overdue: number; all: number }[];
    }>(WORKER, '/v1/transfer-cases/counts?worker=me');
    expect(await page.locator('main').innerText()).toContain(`${counts.all} case:`);
    const figures = counts.stages.flatMap(({ ours, theirs, overdue, all }) => [ours, theirs, overdue, all]);
    const shown = await cells('Cases by stage');
    expect(shown.filter((text) => /^\d/.test(text)).map((text) => Number.parseInt(text, 10))).toEqual(
      figures,
    );
    await open('/cases/overview');
    await shot('overview');
    await clicked(page.getByRole('link', { name: 'Council is bridging', exact: true }));
    expect(await page.locator('tbody th').allTextContents()).toEqual([caseRef]);
  });

  it('offer nobody to give a case to whoever works none, and show who does', async () => {
    const finance = await pages.current.signedIn(FINANCE);
    expect(await finance.getByRole('button', { name: 'Assign' }).count()).toBe(0);
    expect(await finance.locator('tbody').innerText()).toContain('Rosalind Ashdown');
    await finance.goto(`${pages.current.url}/cases/${alerted.caseRef}`);
    expect(await finance.locator('main').innerText()).toContain('Rosalind Ashdown');
    expect(await finance.getByRole('link', { name: 'Change who works the case' }).count()).toBe(0);
  });

  it('ask before a session ends whether to stay, and keep what was typed into a draft', async () => {
    const other = await pages.current.signedIn(WORKER);
    await other.clock.install();
    await other.goto(`${pages.current.url}/cases/new`);
    await clicked(other.getByRole('button', { name: 'Start a new alert' }));
    await clicked(other.getByRole('link', { name: 'Person', exact: true }));
    const step = new URL(other.url());
    await other.fill('[name="personReference"]', 'P-not-sent');
    const question = other.getByRole('dialog', { name: 'You are about to be signed out' });
    expect(await question.count()).toBe(0);
    await other.clock.fastForward('28:15');
    await question.waitFor();
    expect(await question.innerText()).toMatch(/signed out in \d+ (?:second|minute)s?/);
    expect(await faultsOf(other)).toEqual([]);
    if (process.env['SCREENSHOTS'] !== undefined) {
      await other.screenshot({ path: `${process.env['SCREENSHOTS']}/session.png` });
    }
    await clicked(question.getByRole('button', { name: 'Stay signed in' }));
    await question.waitFor({ state: 'hidden' });
    expect(await other.inputValue('[name="personReference"]')).toBe('P-not-sent');
    await other.clock.fastForward('28:15');
    await question.waitFor();
    await other.clock.fastForward('02:00');
    // The clock of the server has not moved: whoever is signed in goes back to the page at once.
    await other.waitForFunction('document.querySelector("dialog")?.open === false');
    await other.waitForURL(step.href);
    expect(await other.inputValue('[name="personReference"]')).toBe('P-not-sent');
    await other.context().clearCookies();
    await other.goto(`${pages.current.url}/signed-out?to=${encodeURIComponent(step.pathname)}`);
    expect(await other.title()).toBe('You were signed out – Handover');
    expect(await other.locator('main').innerText()).toContain('kept as a draft, for you alone');
    expect(await faultsOf(other)).toEqual([]);
    const signIn = other.getByRole('button', { name: 'Sign in and go back to where you were' });
    expect(await signIn.getAttribute('href')).toBe(`/sign-in?to=${encodeURIComponent(step.pathname)}`);
  });

  it('have help for each role and an accessibility statement, which are read without signing in', async () => {
    await open('/cases');
    await clicked(page.getByRole('link', { name: 'Help', exact: true }));
    await clicked(page.locator('main').getByRole('link', { name: 'Direct payment worker' }));
    expect(await page.title()).toBe('Help for: Direct payment worker – Handover');
    expect(await page.getByRole('heading', { name: 'Raise an alert' }).count()).toBe(1);
    const stranger = await page.context().browser()!.newPage();
    for (const [path, title] of [
      ['/help', 'Help'],
      ['/help/auditor', 'Help for: Auditor'],
      ['/accessibility', 'Accessibility statement'],
    ] as const) {
      await stranger.goto(`${pages.current.url}${path}`);
      expect(await stranger.title()).toBe(`${title} – Handover`);
      expect(await faultsOf(stranger)).toEqual([]);
    }
    await stranger.goto(`${pages.current.url}/help/nobody`);
    expect(await stranger.title()).toBe('There is nothing here – Handover');
  });

  it('say in words what is not there, and that an ended session recorded nothing', async () => {
    expect(await open('/cases/TC-0000000000')).toBe('Case not found – Handover');
    await open(`/cases/${alerted.caseRef}/do/withdrawal`);
    await page.context().clearCookies();
    await record();
    expect(await page.title()).toBe('Your session has ended – Handover');
    const back = page.getByRole('link', { name: 'Sign in and go back to where you were' });
    expect(await back.getAttribute('href')).toBe(
      `/sign-in?to=${encodeURIComponent(`/cases/${alerted.caseRef}/do/withdrawal`)}`,
    );
    expect(await faultsOf(page)).toEqual([]);
  });
});
