import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { faultsOf, usePages } from '../support/pages.js';

describe('The cases of a council', () => {
  const pages = usePages();
  let page: Page;
  let caseRef: string;

  beforeAll(async () => {
    const { body } = await pages.current.api.command<{ caseRef: string }>({
      as: 'herts-direct-payment-worker',
      path: '/v1/transfer-cases',
      key: 'alert-1',
      body: {
        personReference: 'P-20417',
        nhsBody: 'QM7',
        alertedOn: '2024-01-15',
        wishesToKeepAssistants: true,
        assistants: [],
      },
    });
    caseRef = body.caseRef;
    await pages.current.api.get('herts-direct-payment-worker', '/v1/transfer-cases');
    page = await pages.current.signedIn('herts-direct-payment-worker');
  }, 60_000);

  it('are listed after sign-in, and lead to the case', async () => {
    expect(await page.title()).toBe('Cases – Handover');
    expect(await faultsOf(page)).toEqual([]);
    await page.click(`text=${caseRef}`);
    expect(await page.title()).toBe(`Case ${caseRef} – Handover`);
    expect(await faultsOf(page)).toEqual([]);
  });

  it('take what is recorded on a form, and keep what was typed when it is refused', async () => {
    await page.click('text=Record the Checklist');
    expect(await faultsOf(page)).toEqual([]);
    await page.fill('[name="completedOn-day"]', '31');
    await page.fill('[name="completedOn-month"]', 'February');
    await page.fill('[name="completedOn-year"]', '2024');
    await page.getByRole('button', { name: 'Record', exact: true }).click();
    expect(await page.title()).toBe(`Error: Record the Checklist – Case ${caseRef} – Handover`);
    expect(await page.inputValue('[name="completedOn-month"]')).toBe('February');
    expect(await page.locator('.govuk-error-summary a').allTextContents()).toEqual([
      'Day on which it was completed must be a day in the calendar written like "27 March 2024"',
      'Day on which it was received is missing',
    ]);
    expect(await faultsOf(page)).toEqual([]);
  });
});
