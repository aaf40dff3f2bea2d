import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { playExampleAgreement } from '../../src/dev/examples/make-examples.js';
import { pounds } from '../../src/web/words/money.js';
import { withBodiesNamed } from '../../src/web/words/named-bodies.js';
import { inBridging } from '../support/case-in-bridging.js';
import { clicked } from '../support/clicked.js';
import { faultsOf, usePages } from '../support/pages.js';

jest.setTimeout(120_000);

const AUDITOR = 'herts-auditor';
const SHOTS = process.env['SCREENSHOTS'];

const pages = usePages();

describe('What an auditor sees of a case', () => {
  let page: Page;
  let caseRef: string;
  let events: readonly {
    readonly ordinal: number;
    readonly position: string;
    readonly sentence: string;
    readonly actor: { readonly id: string };
  }[];

  const open = async (path: string): Promise<string> => {
    const response = await page.goto(`${pages.current.url}${path}`);
    if (SHOTS !== undefined) {
      const name = path.replaceAll(/[^a-z]+/gi, '-').replace(caseRef, 'case');
      await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
    }
    return String(response?.status());
  };
  const api = async <Body>(path: string): Promise<Body> =>
    (await pages.current.api.get<Body>(AUDITOR, path)).body;

  beforeAll(async () => {
    await playExampleAgreement(pages.current.api);
    const move = await inBridging(pages.current.api, 'P-77120');
    caseRef = move.path.split('/').at(-1) ?? '';
    await pages.current.api.command<{ employmentId: string }>({
      as: 'herts-direct-payment-worker',
      path: `${move.path}/employments`,
      key: 'job-P-77120',
      body: {
        ...{ assistantRef: 'PA-4471', status: 'employed', startedOn: '2016-04-01' },
        ...{ weeklyHours: '30', hourlyRate: { amount: '12.50', currency: 'GBP' } },
      },
    });
    ({ items: events } = await api<{ items: typeof events }>(`${move.path}/events?limit=100`));
    page = await pages.current.signedIn(AUDITOR);
  }, 180_000);

  it('is its history, newest first, in the sentences of the API with bodies by their names', async () => {
    expect(await open(`/cases/${caseRef}/history`)).toBe('200');
    expect(await page.title()).toBe(`History – Case ${caseRef} – Handover`);
    const sentences = await page.locator('.app-history ol > li > p:first-child').allTextContents();
    expect(sentences).toEqual([...events].reverse().map(({ sentence }) => withBodiesNamed(sentence)));
  });

  it('is as much of the history as is asked for, and why an answer is empty', async () => {
    const { actor } = events[2] ?? { actor: { id: 'nobody' } };
    await open(`/cases/${caseRef}/history?actor=${encodeURIComponent(actor.id)}`);
    // The NHS body’s worker: the checklist, the decision and the day of liability that follows from it.
    expect(await page.locator('.app-history ol > li').count()).toBe(
      events.filter((event) => event.actor.id === actor.id).length,
    );
    await open(
      `/cases/${caseRef}/history?from-day=1&from-month=1&from-year=2020&lastDay-day=2&lastDay-month=1&lastDay-year=2020`,
    );
    expect(await page.textContent('main')).toContain('Nothing in the history fits');
    expect(await open(`/cases/${caseRef}/history?from-day=31&from-month=2&from-year=2024`)).toMatch(/^4/);
    expect(await page.title()).toMatch(/^Error: History/);
    expect(await page.inputValue('[name="from-day"]')).toBe('31');
  });

  it('can be taken away whole: every event as the API gives it', async () => {
    await page.goto(`${pages.current.url}/cases/${caseRef}/history`);
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('text=(JSON)')]);
    const kept = JSON.parse(await readFile(await download.path(), 'utf8'));
    expect(kept).toEqual({
      caseRef,
      events: (await api<{ items: object }>(`/v1/transfer-cases/${caseRef}/events?limit=100`)).items,
    });
  });

  it('can be taken away as it is stored, with a hash for each event and how to check it', async () => {
    await open(`/cases/${caseRef}/history`);
    await clicked(page.locator('text=Check that nothing was altered').first());
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.textContent('main')).toContain('Take the SHA-256 of them');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click('text=with their hashes'),
    ]);
    const kept = JSON.parse(await readFile(await download.path(), 'utf8'));
    expect(kept).toEqual(await api(`/v1/transfer-cases/${caseRef}/stored-events`));
    expect(kept.events.map(({ position }: { position: string }) => position)).toEqual(
      events.map(({ position }) => position),
    );
  });

  it('is in its documents, which say so where there are none', async () => {
    expect(await open(`/cases/${caseRef}/documents`)).toBe('200');
    expect(await faultsOf(page)).toEqual([]);
    const text = await page.textContent('main');
    expect(text).toContain('No recharge of the case was worked out');
    expect(text).toContain('Check that nothing was altered');
    const finance = await pages.current.signedIn('herts-council-finance');
    await finance.goto(`${pages.current.url}/cases/${caseRef}/documents`);
    expect(await finance.textContent('main')).not.toContain('Check that nothing was altered');
  });

  it('is replayed step by step, by links that can be sent to a colleague', async () => {
    await open(`/cases/${caseRef}/replay?position=${events[0]?.position}`);
    expect(await page.textContent('h1')).toBe(`Step 1 of ${events.length}`);
    expect(await page.locator('a[rel="prev"]').count()).toBe(0);
    for (const { ordinal, sentence } of events.slice(1)) {
      await clicked(page.locator('a[rel="next"]').first());
      expect(await page.textContent('h1')).toBe(`Step ${ordinal} of ${events.length}`);
      expect(await page.textContent('main')).toContain(withBodiesNamed(sentence));
    }
    expect(await page.locator('a[rel="next"]').count()).toBe(0);
    await clicked(page.locator('a[rel="first"]').first());
    expect(await page.textContent('h1')).toBe(`Step 1 of ${events.length}`);
  });

  it('shows at each step what it changed, as the API says it', async () => {
    const last = events.at(-2);
    await open(`/cases/${caseRef}/replay?position=${last?.position}`);
    const { changes } = await api<{ changes: { name: string; after: string | null; currency?: string }[] }>(
      `/v1/transfer-cases/${caseRef}/replay?position=${last?.position}`,
    );
    const table = page.locator('.app-scroll[aria-label="What it changed"] tbody');
    expect(await table.locator('th').allTextContents()).toEqual(changes.map(({ name }) => name));
    const sums = changes.filter((change) => change.currency === 'GBP' && change.after !== null);
    expect(sums.length).toBeGreaterThan(0);
    const cells = await table.locator('td').allTextContents();
    for (const { after } of sums) expect(cells).toContain(pounds(after ?? ''));
  });

  it('has a range over the steps where scripts run, which says each step in words', async () => {
    await open(`/cases/${caseRef}/replay?position=${events[0]?.position}`);
    await page.focus('#steps');
    await page.keyboard.press('ArrowRight');
    expect(await page.getAttribute('#steps', 'aria-valuetext')).toBe(
      `Step 2 of ${events.length}: ${withBodiesNamed(events[1]?.sentence ?? '')}`,
    );
    await clicked(page.locator('form[data-steps] button').first());
    expect(await page.textContent('h1')).toBe(`Step 2 of ${events.length}`);
  });

  it('is there without scripts, the list of steps included', async () => {
    const plain = await pages.current.signedIn(AUDITOR, { javaScriptEnabled: false });
    await plain.goto(`${pages.current.url}/cases/${caseRef}/replay`);
    expect(await plain.locator('#steps').count()).toBe(0);
    await plain.selectOption('#position', events[0]?.position ?? '');
    await clicked(plain.locator('form[data-steps] button').first());
    expect(await plain.textContent('h1')).toBe(`Step 1 of ${events.length}`);
  });

  it('is compared on two days: everything was recorded today, so that nothing was there before', async () => {
    await open(`/cases/${caseRef}/compare`);
    await page.fill('[name="from-day"]', '1');
    await page.fill('[name="from-month"]', 'May');
    await page.fill('[name="from-year"]', '2024');
    await page.fill('[name="to-day"]', '1');
    await page.fill('[name="to-month"]', '6');
    await page.fill('[name="to-year"]', '2024');
    await clicked(page.locator('text="Compare"').first());
    expect(await page.title()).toMatch(/^Error: Compare two days/);
    expect(await page.textContent('.govuk-error-summary')).toContain('Nothing had been recorded');
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.inputValue('[name="from-month"]')).toBe('May');
  });

  it('shows who paid for it, at any two clocks, as the API does', async () => {
    await open(`/cases/${caseRef}/funding`);
    const { periods } = await api<{ periods: readonly object[] }>(
      `/v1/transfer-cases/${caseRef}/funding-timeline`,
    );
    expect(await page.locator('svg[aria-labelledby^="funding"] rect[stroke]').count()).toBe(periods.length);
    expect(await page.textContent('svg[aria-labelledby^="continuity"]')).toContain('PA-4471');
    await open(`/cases/${caseRef}/funding?asAt-day=10&asAt-month=4&asAt-year=2024`);
    expect(await page.textContent('.govuk-inset-text')).toContain(
      'This shows what was true by 10 April 2024, by what is known now.',
    );
    expect(await faultsOf(page)).toEqual([]);
    expect(await open(`/cases/${caseRef}/funding?knownAt-day=1&knownAt-month=1&knownAt-year=2999`)).toMatch(
      /^4/,
    );
    expect(await page.title()).toMatch(/^Error: Who paid/);
  });

  it('shows redundancy and leave of each PA, and what they wait for', async () => {
    await open(`/cases/${caseRef}/redundancy`);
    await open(`/cases/${caseRef}/leave`);
    expect(await page.textContent('h1')).toBe('Leave of the PAs');
  });

  it('is not there for a body that has no part in it', async () => {
    const other = await pages.current.signedIn('staffs-auditor');
    const response = await other.goto(`${pages.current.url}/cases/${caseRef}/history`);
    expect(response?.status()).toBe(404);
  });

  it('adds up in the exposure, job by job', async () => {
    await open('/exposure');
    const { lowest, highest } = await api<Record<'lowest' | 'highest', { amount: string }>>('/v1/exposure');
    const text = await page.textContent('.govuk-summary-list');
    expect(text).toContain(pounds(lowest.amount));
    expect(text).toContain(pounds(highest.amount));
    expect(await page.textContent('main')).toContain('PA-4471');
  });
});

describe('The calculators, for a worker', () => {
  let page: Page;

  beforeAll(async () => {
    page = await pages.current.signedIn('herts-direct-payment-worker');
  }, 180_000);

  const day = async (name: string, [date, month, year]: readonly [string, string, string]) => {
    await page.fill(`[name="${name}-day"]`, date);
    await page.fill(`[name="${name}-month"]`, month);
    await page.fill(`[name="${name}-year"]`, year);
  };

  it('are listed, and each opens', async () => {
    await clicked(page.locator('text=Calculators').first());
    for (const name of ['redundancy', 'leave', 'redundancy-split', 'bridging', 'notice']) {
      await page.goto(`${pages.current.url}/calculators/${name}`);
      expect(await faultsOf(page)).toEqual([]);
    }
  });

  it('work out notice with the rule behind it', async () => {
    await page.goto(`${pages.current.url}/calculators/notice`);
    await day('startedOn', ['1', '4', '2016']);
    await day('givenOn', ['1', 'June', '2024']);
    await clicked(page.locator('text="Work it out"').first());
    expect(await page.textContent('.app-answer')).toMatch(/Weeks\s*8/);
    expect(await page.textContent('.app-answer')).toContain('Why this figure?');
  });

  it('say at its field what is missing, and keep what was typed', async () => {
    await page.goto(`${pages.current.url}/calculators/notice`);
    await day('startedOn', ['31', '2', '2016']);
    await clicked(page.locator('text="Work it out"').first());
    expect(await page.title()).toMatch(/^Error: Notice/);
    expect(await page.inputValue('[name="startedOn-day"]')).toBe('31');
  });
});
