import { readFile } from 'node:fs/promises';
import { Player, pounds } from '../../src/dev/examples/player.js';
import type { RechargeAnswer } from '../../src/recharge/index.js';
import { COMPLETION_ITEMS } from '../../src/transfer-case/domain/transfer-case.events.js';
import type { OpenOptions, RunningPages } from '../support/pages.js';
import type { ChosenFile, Way } from './ways.js';
import type { Page } from 'playwright-core';

const WORKER = 'herts-direct-payment-worker';
const FINANCE = 'herts-council-finance';
const APPROVER = 'herts-council-approver';
const PHB = 'herts-phb-worker';
const NHS = 'herts-nhs-finance';
const AUDITOR = 'herts-auditor';

/** How everybody in it uses the pages. */
export interface Used {
  readonly by: (page: Page) => Way;
  readonly options: OpenOptions;
}

/** What came of it, as the people saw it and as the API has it. */
export interface Moved {
  readonly caseRef: string;
  readonly recharge: Readonly<RechargeAnswer>;
  /** The headings of the last steps that the auditor looked at. */
  readonly replayed: readonly string[];
  /** The history as the auditor took it away. */
  readonly history: { readonly caseRef: string; readonly events: readonly object[] };
}

const csv = (name: string, ...lines: readonly string[]): ChosenFile => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(`${lines.join('\n')}\n`),
});

const day = async (way: Way, field: string, text: string): Promise<void> => {
  const parts = text.split(' ');
  for (const [index, part] of ['day', 'month', 'year'].entries()) {
    await way.write(`${field}-${part}`, parts[index] ?? '');
  }
};

/**
 * A whole move on pages, each person from their sign-in on: a council worker raises an alert with two PAs, payments are imported,
 * the NHS decides, the recharge is worked out, approved by a second person, issued, queried in one line, accepted in the rest
 * and paid, and an auditor replays it and takes the history away. What lies between, which other specs do on pages, is told to
 * the API.
 */
export async function wholeMove(pages: RunningPages, { by, options }: Used, person: string): Promise<Moved> {
  const { api, url } = pages;
  const signIn = async (user: string): Promise<Way> => {
    const way = by(await pages.window(options));
    await way.page.goto(`${url}/cases`);
    await way.write('login', user);
    await way.write('password', 'any');
    await way.press(/sign.?in/i);
    // The issuer asks once whether the product may know who it is.
    if ((await way.page.locator('input[name="prompt"][value="consent"]').count()) > 0) {
      await way.press(/continue/i);
    }
    await way.page.waitForURL(`${url}/cases`);
    return way;
  };

  const caseRef = await raiseAlert(await signIn(WORKER), person);
  const address = `/v1/transfer-cases/${caseRef}`;
  const move = new Player(api, person, address, undefined);
  const finance = await signIn(FINANCE);
  await importPayments(finance, caseRef);
  await move.catchUp(FINANCE);
  await move.send(FINANCE, 'award-rates', { from: '2023-04-10', weeklyGross: pounds('742.50') });
  await move.send(FINANCE, 'award-rates', { from: '2024-05-29', weeklyGross: pounds('760.00') });

  const nhs = await signIn(PHB);
  await nhs.follow(caseRef);
  await record(nhs, 'Acknowledge the alert', async () => day(nhs, 'acknowledgedOn', '13 3 2024'));
  await record(nhs, 'Record the Checklist', async () => {
    await day(nhs, 'completedOn', '6 April 2024');
    await day(nhs, 'receivedOn', '8 April 2024');
  });
  await record(nhs, 'Record the eligibility decision', async () => {
    await nhs.choose('outcome', 'eligible');
    await day(nhs, 'decidedOn', '1 5 2024');
    await day(nhs, 'notifiedOn', '3 5 2024');
  });
  await move.catchUp(WORKER);
  await move.send(WORKER, 'bridging', { openedOn: '2024-05-06' });
  await api.get(PHB, address);
  await nhs.follow('Cases');
  await nhs.follow(caseRef);
  await record(nhs, 'Record the start of the personal health budget', async () =>
    day(nhs, 'startsOn', '26 June 2024'),
  );
  await move.catchUp(WORKER);
  await move.send(WORKER, 'direct-payment-stop', { lastDayCovered: '2024-06-25' });
  await move.send(WORKER, 'completion', {
    completedOn: '2024-07-03',
    items: COMPLETION_ITEMS.map((item) => ({ item })),
  });

  await finance.follow('Recharges');
  await finance.press('Work out a recharge');
  await finance.write('caseRef', caseRef);
  await finance.press('Work it out');
  const rechargeRef = /RC-[0-9A-Z]{10}/.exec(await finance.page.title())?.[0] ?? '';
  const approver = await signIn(APPROVER);
  await openRecharge(approver, rechargeRef);
  await approver.follow('Approve the recharge');
  await approver.press('Approve');
  await openRecharge(finance, rechargeRef);
  await finance.follow('Issue the recharge');
  await day(finance, 'documentDate', '8 July 2024');
  await finance.write('invoiceReference', `INV-${person}`);
  await finance.press('Issue');

  const payer = await signIn(NHS);
  await openRecharge(payer, rechargeRef);
  await payer.follow(/^Accept or query/);
  await payer.choose('answer', 'query');
  await payer.choose('reasonCode', 'rate-not-evidenced');
  await payer.press('Send the answer');
  await payer.press(/^Accept the/);
  const rechargeNow = async () => (await api.get<RechargeAnswer>(NHS, `/v1/recharges/${rechargeRef}`)).body;
  const { accepted } = await rechargeNow();
  await payer.follow('Record a payment');
  await payer.write('paymentReference', `BACS-${person}`);
  await day(payer, 'paidOn', '20 7 2024');
  await payer.write('amount', accepted.amount);
  await payer.press('Record the payment');
  await payer.page.getByText('The payment is recorded.').waitFor();

  const auditor = await signIn(AUDITOR);
  await auditor.follow(caseRef);
  await auditor.follow('History');
  await auditor.follow('Go through it step by step');
  const replayed: string[] = [];
  for (const step of ['First step', 'Next step', 'Latest step']) {
    await auditor.follow(step);
    replayed.push((await auditor.page.locator('h1').textContent()) ?? '');
  }
  await auditor.follow('History');
  const download = await auditor.take('Download it whole (JSON)');
  const history = JSON.parse(await readFile(await download.path(), 'utf8')) as Moved['history'];
  return { caseRef, recharge: await rechargeNow(), replayed, history };
}

/** Raises an alert with two PAs: one is written down, the other comes from a file. */
async function raiseAlert(worker: Way, person: string): Promise<string> {
  const next = async () => worker.press('Save and continue');
  await worker.press('Raise an alert');
  await worker.press('Start a new alert');
  await worker.follow('Person');
  await worker.write('personReference', person);
  await next();
  await worker.follow('NHS body');
  await worker.write('q', 'hertfordshire');
  await worker.press('Search');
  await worker.choose('nhsBody', 'QM7');
  await next();
  await worker.follow('Day of the alert');
  await day(worker, 'alertedOn', '11 March 2024');
  await next();
  await worker.follow('Wish to keep the PAs');
  await worker.choose('wishesToKeepAssistants', 'yes');
  await next();
  await worker.follow('PAs');
  await worker.press('Add a PA');
  await worker.write('assistants.0.assistantRef', 'PA-1');
  await worker.choose('assistants.0.status', 'employed');
  await day(worker, 'assistants.0.startedOn', '11 2 2019');
  await worker.write('assistants.0.weeklyHours', '30.5');
  await worker.write('assistants.0.hourlyRate', '12.50');
  await next();
  await worker.follow('Add PAs from a file');
  const columns = 'assistant_reference,status,started_on,weekly_hours,hourly_rate';
  await worker.attach('file', csv('pas.csv', columns, 'PA-2,self-employed,01/09/2022,12.5,13.50'));
  await worker.press('Try the file');
  await worker.press('Add this PA');
  await next();
  await worker.press('Check your answers');
  await worker.press('Send the alert');
  return /TC-[0-9A-Z]{10}/.exec(await worker.page.title())?.[0] ?? '';
}

async function importPayments(finance: Way, caseRef: string): Promise<void> {
  const file = csv(
    'payments.csv',
    'case_reference,payment_reference,paid_on,covers_from,covers_to,amount',
    `${caseRef},DP-${caseRef}-1,2024-05-01,2024-05-01,2024-05-28,2970.00`,
    `${caseRef},DP-${caseRef}-2,2024-05-29,2024-05-29,2024-06-25,3040.00`,
  );
  await finance.follow('Import payments');
  await finance.attach('file', file);
  await finance.press('Try the file');
  await finance.attach('confirm', file);
  await finance.press('Import it');
}

async function record(way: Way, command: string, write: () => Promise<void>): Promise<void> {
  await way.follow(command);
  await write();
  await way.press('Record');
  await way.page.locator('.govuk-notification-banner').waitFor();
}

async function openRecharge(way: Way, rechargeRef: string): Promise<void> {
  await way.follow('Recharges');
  await way.follow(rechargeRef);
}
