import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { systemClock, todayInLondon } from '../../src/kernel/clock.js';
import { staffRefOf, type StaffAnswer } from '../../src/staff/index.js';
import { clicked } from '../support/clicked.js';
import { faultsOf, usePages } from '../support/pages.js';

jest.setTimeout(120_000);

const ONE = 'herts-administrator';
const OTHER = 'herts-second-administrator';

// Rights as two administrators give and end them, without a line of the API.
describe('Rights on pages', () => {
  const pages = usePages();
  let one: Page;
  let other: Page;
  let staff: string;

  const at = (path: string) => `${pages.current.url}${path}`;
  const text = async (page: Page) => page.locator('main').innerText();
  const press = async (page: Page, name: string) =>
    clicked(page.getByRole('button', { name, exact: true }).last());
  const follow = async (page: Page, name: string | RegExp) =>
    clicked(page.locator('main').getByRole('link', { name }).first());
  const onRecord = async () => (await pages.current.api.get<StaffAnswer>(OTHER, `/v1/staff/${staff}`)).body;

  beforeAll(async () => {
    one = await pages.current.signedIn(ONE);
    other = await pages.current.signedIn(OTHER);
    staff = staffRefOf({ issuer: pages.current.issuer.issuer, subject: 'new-colleague' });
  }, 120_000);

  it('begin with an account that is made known', async () => {
    await clicked(one.getByRole('navigation').getByRole('link', { name: 'Staff', exact: true }));
    expect(await text(one)).toContain('Your organisation knows no account yet');
    await press(one, 'Make an account known');
    await press(one, 'Make the account known');
    expect(await one.title()).toBe('Error: Make an account known – Staff – Handover');
    expect(await text(one)).toContain('Sign-in id is missing');
    await one.fill('[name="issuer"]', pages.current.issuer.issuer);
    await one.fill('[name="subject"]', 'new-colleague');
    await press(one, 'Make the account known');
    expect(await one.title()).toBe('new-colleague – Staff – Handover');
    expect(await text(one)).toContain('Done: the account is known');
    expect(await text(one)).toContain('No right was requested for this account');
  });

  it('are requested by one, who cannot decide', async () => {
    await follow(one, 'Request a right');
    await one.check('[name="role"][value="council-approver"]');
    expect(await one.locator('[name="role"][value="nhs-finance"]').count()).toBe(0);
    const [year = '', month = '', day = ''] = todayInLondon(systemClock).split('-');
    await one.fill('[name="from-day"]', day);
    await one.fill('[name="from-month"]', month);
    await one.fill('[name="from-year"]', year);
    await one.fill('[name="reason"]', 'joined-the-team');
    await press(one, 'Request the right');
    // What may be approved has to be said of an approver; what was typed stays.
    expect(await one.title()).toMatch(/^Error: Request a right/);
    expect(await one.inputValue('[name="reason"]')).toBe('joined-the-team');
    await one.fill('[name="approvalLimit"]', '£5,000');
    await press(one, 'Request the right');
    expect(await text(one)).toContain('Done: request a right');
    expect(await text(one)).toContain('Waits for another administrator');
    expect(await text(one)).toContain('£5,000.00');
    expect(await text(one)).toContain('another administrator decides');
    expect(await one.getByRole('link', { name: /^Grant the right/ }).count()).toBe(0);
    expect(await onRecord()).toMatchObject({
      rights: [{ stage: 'requested', approvalLimit: { amount: '5000.00' }, requestedBy: ONE }],
    });
  });

  it('are found and granted by another, who sees what is granted', async () => {
    await other.goto(at('/staff'));
    await follow(other, 'Waiting for a decision');
    expect(await other.title()).toBe('Waiting for a decision – Staff – Handover');
    await follow(other, 'new-colleague');
    await follow(other, /^Grant the right/);
    expect(await text(other)).toContain('Council approver, new-colleague');
    expect(await text(other)).toContain('£5,000.00');
    expect(await text(other)).toContain('By Leila Marchmont on');
    expect(await faultsOf(other)).toEqual([]);
    await press(other, 'Grant the right');
    expect(await text(other)).toContain('In force');
    expect(await onRecord()).toMatchObject({
      rights: [{ stage: 'granted', inForce: true, decidedBy: OTHER }],
    });
    await other.goto(at('/staff?right=requested'));
    expect(await text(other)).toContain('No right waits for a decision.');
  });

  it('are ended by one, at once', async () => {
    await one.goto(at(`/staff/${staff}`));
    await follow(one, /^End the right/);
    await one.fill('[name="reason"]', 'left-the-team');
    await press(one, 'End the right');
    expect(await text(one)).toContain('Done: end the right');
    expect(await onRecord()).toMatchObject({ rights: [{ stage: 'ended', inForce: false, endedBy: ONE }] });
    expect(await one.getByRole('link', { name: /^End the right/ }).count()).toBe(0);
  });

  it('of another account of the same person are told apart, and that is taken back', async () => {
    const { issuer } = pages.current.issuer;
    const second = { issuer, subject: 'second-account' };
    await pages.current.api.command({ as: ONE, path: '/v1/staff', body: second, key: 'second-account' });
    // It is there once the API shows it.
    await pages.current.api.get(ONE, `/v1/staff/${staffRefOf(second)}`);
    await one.goto(at(`/staff/${staffRefOf(second)}`));
    await follow(one, 'Record whose other account it is');
    await one.check(`[name="samePersonAs"][value="${staff}"]`);
    await one.fill('[name="reason"]', 'second-account');
    await press(one, 'Record');
    expect(await text(one)).toContain('Another account of');
    await follow(one, 'Record as a person of its own');
    await one.fill('[name="reason"]', 'recorded-by-mistake');
    await press(one, 'Record');
    expect(await text(one)).not.toContain('Another account of');
  });

  it('are shown to an auditor, who changes nothing', async () => {
    const auditor = await pages.current.signedIn('herts-auditor');
    await auditor.goto(at(`/staff/${staff}`));
    expect(await text(auditor)).toContain('By Edmund Varley on');
    expect(await auditor.locator('main a[href*="/do/"]').count()).toBe(0);
    const form = await auditor.request.get(at(`/staff/${staff}/do/rights`));
    expect(form.status()).toBe(403);
  });

  it('of another body are not there', async () => {
    const nhs = await pages.current.signedIn('herts-nhs-administrator');
    const answer = await nhs.request.get(at(`/staff/${staff}`));
    expect(answer.status()).toBe(404);
  });
});
