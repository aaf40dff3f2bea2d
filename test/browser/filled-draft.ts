import type { Page } from 'playwright-core';
import { clicked } from '../support/clicked.js';

const pa = (index: number, reference: string, started: readonly string[], rate: string) => ({
  [`assistants.${index}.assistantRef`]: reference,
  [`assistants.${index}.status`]: 'employed',
  ...Object.fromEntries(
    ['day', 'month', 'year'].map((part, at) => [`assistants.${index}.startedOn-${part}`, started[at] ?? '']),
  ),
  [`assistants.${index}.weeklyHours`]: '30.5',
  [`assistants.${index}.hourlyRate`]: rate,
});

const STEPS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  person: { personReference: 'HCC-104240' },
  'nhs-body': { nhsBody: 'QM7' },
  day: { 'alertedOn-day': '11', 'alertedOn-month': '3', 'alertedOn-year': '2024' },
  wishes: { wishesToKeepAssistants: 'yes' },
  'pas/0': pa(0, 'PA-1', ['11', '2', '2019'], '12.50'),
  'pas/1': pa(1, 'PA-2', ['1', '9', '2022'], '13.00'),
};

/** Begins an alert, and says where its draft is. */
export async function begunDraft(page: Page, url: string): Promise<string> {
  await page.goto(`${url}/cases/new`);
  await clicked(page.getByRole('button', { name: 'Start a new alert' }));
  await page.waitForURL(/\/cases\/new\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

/** Begins an alert and answers all that it asks, so that it could be sent; and says where its draft is. */
export async function filledDraft(page: Page, url: string): Promise<string> {
  const draft = await begunDraft(page, url);
  for (const [step, values] of Object.entries(STEPS)) {
    await page.goto(`${url}${draft}/${step}`);
    for (const [name, value] of Object.entries(values)) {
      const radio = page.locator(`[name="${name}"][value="${value}"][type="radio"]`);
      if ((await radio.count()) > 0) await radio.check();
      else await page.fill(`[name="${name}"]`, value);
    }
    await Promise.all([
      page.waitForEvent('domcontentloaded'),
      page.getByRole('button', { name: 'Save and continue' }).click(),
    ]);
  }
  return draft;
}
