import { writeFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { exampleCases } from '../../src/dev/examples/example-cases.js';
import { playExampleAgreement } from '../../src/dev/examples/make-examples.js';
import { playAssistants } from '../../src/dev/examples/play-assistants.js';
import { playBridging } from '../../src/dev/examples/play-bridging.js';
import type {
  AgedDebtAnswer,
  LiabilitiesAnswer,
  RechargeAnswer,
  StatementAnswer,
} from '../../src/recharge/index.js';
import { pounds } from '../../src/web/words/money.js';
import { clicked } from '../support/clicked.js';
import { faultsOf, usePages } from '../support/pages.js';
import { elementsIn, readPdf } from '../support/pdf-reader.js';
import { readXlsx } from '../support/xlsx-reader.js';

jest.setTimeout(120_000);

const FINANCE = 'herts-council-finance';
const APPROVER = 'herts-council-approver';
const NHS = 'herts-nhs-finance';

describe('A recharge on pages', () => {
  const pages = usePages();
  let caseRef: string;
  let ref: string;
  let finance: Page;
  let approver: Page;
  let nhs: Page;

  const api = async <Body>(path: string, as = FINANCE) => (await pages.current.api.get<Body>(as, path)).body;
  const recharge = async () => api<RechargeAnswer>(`/v1/recharges/${ref}`);
  const at = (path: string) => `${pages.current.url}${path}`;
  /** Comes back to the recharge as it is after what others did. */
  const show = async (page: Page, path = `/recharges/${ref}`) => {
    await recharge();
    await page.goto(at(path));
  };
  const press = async (page: Page, name: string | RegExp) => clicked(page.getByRole('button', { name }));
  const typeDay = async (page: Page, name: string, [day, month, year]: readonly [string, string, string]) => {
    await page.fill(`[name="${name}-day"]`, day);
    await page.fill(`[name="${name}-month"]`, month);
    await page.fill(`[name="${name}-year"]`, year);
  };
  const sheetsOf = async (page: Page, path: string) =>
    readXlsx(await (await page.request.get(at(path))).body());
  const banner = async (page: Page) => (await page.locator('.govuk-notification-banner').innerText()).trim();

  beforeAll(async () => {
    const client = pages.current.api;
    await playExampleAgreement(client);
    const example = exampleCases.find(({ id }) => id === 'BR-03')!;
    caseRef = await playBridging(client, 'herts', example);
    await playAssistants(client, 'herts', caseRef, example);
    await client.get(FINANCE, `/v1/transfer-cases/${caseRef}/liabilities`);
    finance = await pages.current.signedIn(FINANCE);
    approver = await pages.current.signedIn(APPROVER);
    nhs = await pages.current.signedIn(NHS);
  }, 180_000);

  it('begins with an empty list, which says why it is empty', async () => {
    await finance.goto(at(`/cases/${caseRef}/documents`));
    expect(await finance.title()).toBe(`Documents – Case ${caseRef} – Handover`);
    expect(await finance.locator('main').innerText()).toContain('No recharge of the case was worked out');
    await finance.goto(at('/recharges'));
    expect(await finance.title()).toBe('Recharges – Handover');
    expect(await finance.locator('main').innerText()).toContain('There are no recharges yet');
    expect(await faultsOf(finance)).toEqual([]);
  });

  it('is worked out by council finance from what the case comes to, and says what is wrong with a form', async () => {
    await clicked(finance.locator('text=Work out a recharge').first());
    await press(finance, 'Work it out');
    expect(await finance.title()).toBe('Error: Work out a recharge – Handover');

    await finance.goto(at(`/recharges/new?caseRef=${caseRef}`));
    const { total, refundToPerson } = await api<LiabilitiesAnswer>(
      `/v1/transfer-cases/${caseRef}/liabilities`,
    );
    const text = await finance.locator('main').innerText();
    for (const figure of [total, refundToPerson]) expect(text).toContain(pounds(figure.value!.amount));
    await press(finance, 'Work it out');
    expect(await banner(finance)).toContain('The recharge was worked out');
    ref = new URL(finance.url()).pathname.split('/').at(-1)!;
    expect(await finance.title()).toBe(`Recharge ${ref} – Handover`);
  });

  it('shows every figure as the API gives it, and why it is what it is down to the facts', async () => {
    const { total, outstanding, lines, basis } = await recharge();
    const text = await finance.locator('main').innerText();
    for (const figure of [total, outstanding, ...lines.flatMap((line) => [line.amount, line.runningTotal])]) {
      expect(text).toContain(pounds(figure.amount));
    }
    expect(lines.length).toBeGreaterThan(1);
    // Every summary of the page is opened: each rule of the tree stands there with its source.
    for (const details of await finance.locator('main details').all()) {
      await details.evaluate((node) => node.setAttribute('open', ''));
    }
    const opened = await finance.locator('main').innerText();
    const tree = [basis];
    for (const step of tree) {
      tree.push(...step.from);
      expect(opened).toContain(`${step.rule}, version ${step.version}`);
      expect(opened).toContain(step.source);
    }
    expect(opened.includes('Unverified rule')).toBe(tree.some(({ certainty }) => certainty === 'unverified'));
    expect(await faultsOf(finance)).toEqual([]);
  });

  it('tells whoever worked it out that someone else must approve it', async () => {
    await show(finance);
    expect(await finance.locator('main').innerText()).toContain('Someone else must approve this');
    expect(await finance.getByRole('link', { name: 'Approve the recharge' }).count()).toBe(0);
    // Nobody has looked yet whether a text on it tells who the person is.
    expect((await finance.request.get(at(`/recharges/${ref}/document.pdf`))).status()).toBe(409);
    expect(await finance.getByRole('link', { name: /PDF/ }).count()).toBe(0);
  });

  it('is found and approved by the keyboard alone', async () => {
    await approver.goto(at('/recharges?waitingOn=us'));
    expect(await approver.title()).toBe('Needs us – Recharges – Handover');
    const reach = async (text: string) => {
      for (let tabs = 0; tabs < 80; tabs += 1) {
        await approver.keyboard.press('Tab');
        const focused = await approver.evaluate<string>('document.activeElement?.textContent?.trim() ?? ""');
        if (focused === text) return;
      }
      throw new Error(`${text} is not reached by the keyboard`);
    };
    await reach(ref);
    await approver.keyboard.press('Enter');
    await approver.waitForURL(`**/recharges/${ref}`);
    await reach('Approve the recharge');
    await approver.keyboard.press('Enter');
    await approver.waitForURL('**/do/approvals');
    await reach('Approve');
    await approver.keyboard.press('Enter');
    await approver.waitForURL(`**/recharges/${ref}?**`);
    expect(await banner(approver)).toContain('The recharge is approved.');
    expect(await approver.locator('.govuk-tag').first().innerText()).toBe('Approved, not issued');
  });

  it('is issued by council finance, after a form that was not filled in was refused at its fields', async () => {
    await show(finance);
    await clicked(finance.locator('text=Issue the recharge').first());
    await press(finance, 'Issue');
    expect(await finance.title()).toBe(`Error: Issue the recharge – Recharge ${ref} – Handover`);
    await typeDay(finance, 'documentDate', ['8', 'July', '2024']);
    await finance.fill('[name="invoiceReference"]', 'INV-1001');
    await finance.fill('[name="purchaseOrder"]', 'PO-77');
    await press(finance, 'Issue');
    expect(await banner(finance)).toContain('The recharge is issued.');
    expect(await finance.locator('main').innerText()).toContain('INV-1001 of 8 July 2024');
  });

  it('is a document from its issue on: the same file for both bodies, tagged, with every figure of the API', async () => {
    const path = `/recharges/${ref}/document.pdf`;
    const [ours, theirs] = [await finance.request.get(at(path)), await nhs.request.get(at(path))];
    expect(ours.headers()['content-type']).toBe('application/pdf');
    expect(ours.headers()['content-disposition']).toContain(`${ref}.pdf`);
    const file = await ours.body();
    expect(file.equals(await theirs.body())).toBe(true);
    if (process.env['SCREENSHOTS'] !== undefined) {
      await writeFile(`${process.env['SCREENSHOTS']}/recharge.pdf`, file);
    }
    const pdf = readPdf(file);
    expect(pdf.unmarked).toEqual([]);
    const said = elementsIn(pdf.structure).map(({ text }) => text);
    const { total, lines, basis } = await recharge();
    for (const { amount } of [total, ...lines.flatMap((line) => [line.amount, line.runningTotal])]) {
      expect(said).toContain(pounds(amount));
    }
    const tree = [basis, ...lines.map((line) => line.basis)];
    for (const step of tree) {
      tree.push(...step.from);
      expect(said).toContain(`Rule: ${step.rule}, version ${step.version}`);
    }
    expect(said.join('\n')).toContain('INV-1001');
  });

  it('has one line queried and the rest accepted by NHS finance', async () => {
    await show(nhs);
    expect(await nhs.locator('main').innerText()).toContain('Query the lines by');
    await clicked(nhs.locator('text=Accept or query line 1').first());
    await press(nhs, 'Send the answer');
    expect(await nhs.title()).toBe(`Error: Answer line 1 – Recharge ${ref} – Handover`);
    await nhs.check('input[name="answer"][value="query"]');
    await press(nhs, 'Send the answer');
    expect(await nhs.locator('.govuk-error-summary').innerText()).toContain('eason');
    expect(await faultsOf(nhs)).toEqual([]);
    await nhs.locator('[name="reasonCode"]').selectOption('rate-not-evidenced');
    await press(nhs, 'Send the answer');
    expect(await banner(nhs)).toContain('The query is recorded.');
    await press(nhs, /^Accept the/);
    expect(await banner(nhs)).toContain('are accepted');
    const { lines, status } = await recharge();
    expect(status).toBe('part-accepted');
    expect(lines.map(({ answer }) => answer)).toEqual(['queried', ...lines.slice(1).map(() => 'accepted')]);
  });

  it('is on the lists of both bodies by who has to do something next', async () => {
    const rows = async (page: Page, view: string) => {
      await page.goto(at(`/recharges?waitingOn=${view}`));
      return page.locator('tbody tr').count();
    };
    const { waitingOn } = await recharge();
    expect([await rows(finance, 'us'), await rows(finance, 'them')]).toEqual([
      Number(waitingOn.includes('creditor')),
      Number(waitingOn.includes('debtor')),
    ]);
    expect([await rows(nhs, 'us'), await rows(nhs, 'them')]).toEqual([
      Number(waitingOn.includes('debtor')),
      Number(waitingOn.includes('creditor')),
    ]);
    // The filters are in the address, and say so on the page.
    await finance.goto(at(`/recharges?status=part-accepted&caseRef=${caseRef}`));
    expect(await finance.inputValue('[name="status"]')).toBe('part-accepted');
    expect(await finance.locator('tbody tr').count()).toBe(1);
    await finance.goto(at('/recharges?status=paid'));
    expect(await finance.locator('main').innerText()).toContain('No recharge fits what you asked for');
  });

  it('has what is unpaid by reason and age, and stands on a statement that both bodies read alike', async () => {
    const debt = await api<AgedDebtAnswer>('/v1/aged-debt');
    await finance.goto(at('/statements'));
    const unpaid = await finance.locator('main').innerText();
    expect(unpaid).toContain('Queried: rate not evidenced');
    for (const { total, over90 } of [debt.owedToYou, ...debt.owedToYou.reasons]) {
      expect(unpaid).toContain(pounds(total.amount));
      expect(unpaid).toContain(pounds(over90.amount));
    }
    await press(finance, 'Show the statement');
    expect(await finance.title()).toBe('Error: Statements – Handover');

    const statement = await api<StatementAnswer>('/v1/statements/QM7?from=2024-07-01&to=2024-07-31');
    const query = 'from-day=1&from-month=7&from-year=2024&to-day=31&to-month=July&to-year=2024';
    for (const [page, partner] of [
      [finance, 'QM7'],
      [nhs, 'E10000015'],
    ] as const) {
      await page.goto(at(`/statements?partnerOds=${partner}&${query}`));
      const text = await page.locator('main').innerText();
      const { opening, recharges, closing } = statement.nhsBodyOwes;
      for (const { amount } of [opening, recharges, closing, statement.netClosing]) {
        expect(text).toContain(pounds(amount));
      }
      expect(text).toContain('INV-1001');
      expect(text).toContain('No line was in dispute on the last day of the period.');
    }
    const file = await finance.request.get(at(`/statements/statement.pdf?partnerOds=QM7&${query}`));
    const said = elementsIn(readPdf(await file.body()).structure).map(({ text }) => text);
    const sums = [...JSON.stringify(statement).matchAll(/"amount":"([^"]+)"/g)].map(([, sum = '']) => sum);
    expect(sums.length).toBeGreaterThan(10);
    for (const sum of sums) expect(said).toContain(pounds(sum));
    const tables = await sheetsOf(finance, `/statements/statement.xlsx?partnerOds=QM7&${query}`);
    expect(tables.map(({ name }) => name)).toEqual([
      'Balances',
      'Movements',
      'Disputes',
      'Disputes by reason',
      'In no balance',
    ]);
    const numbers = tables.flatMap(({ rows }) => rows.flat()).flatMap((cell) => cell?.value ?? []);
    const { entries, nhsBodyOwes } = statement;
    for (const { amount } of [...entries.map((each) => each.amount), nhsBodyOwes.closing]) {
      expect(numbers).toContain(amount);
    }
    const [unpaidSheet] = await sheetsOf(finance, '/statements/aged-debt.xlsx');
    expect(unpaidSheet?.rows.map((row) => row.at(-1)?.value)).toEqual([
      'Total',
      ...[debt.owedToYou, debt.owedByYou].flatMap(({ reasons, total }) =>
        [...reasons.map((reason) => reason.total), total].map(({ amount }) => amount),
      ),
    ]);
    const unpaidCsv = await (await finance.request.get(at('/statements/aged-debt.csv'))).text();
    expect(unpaidCsv).toContain(`,all,,,`);
    const balances = await finance.request.get(at(`/statements/balances.csv?partnerOds=QM7&${query}`));
    expect(await balances.text()).toContain(`,${nhsBodyOwes.closing.amount}\r\n`);
    const csv = await finance.request.get(at(`/statements/movements.csv?partnerOds=QM7&${query}`));
    expect(await csv.text()).toContain(`2024-07-08,recharge,INV-1001,${ref},${caseRef},nhs-body,QM7,`);
  });

  it('is paid as far as it was accepted', async () => {
    const { accepted } = await recharge();
    await show(nhs);
    await clicked(nhs.locator('text=Record a payment').first());
    await nhs.fill('[name="paymentReference"]', 'BACS-1');
    await typeDay(nhs, 'paidOn', ['20', '7', '2024']);
    await nhs.fill('[name="amount"]', '999999');
    await press(nhs, 'Record the payment');
    expect(await nhs.locator('.govuk-error-summary').innerText()).toContain('left to pay');
    expect(await nhs.inputValue('[name="paymentReference"]')).toBe('BACS-1');
    // What was accepted may be a credit alone, of which nothing is paid.
    if (accepted.amount.startsWith('-')) return;
    await nhs.fill('[name="amount"]', accepted.amount);
    await press(nhs, 'Record the payment');
    expect(await banner(nhs)).toContain('The payment is recorded.');
    expect((await recharge()).paid).toEqual(accepted);
  });

  it('is credited by two people of the council, and followed by a new version', async () => {
    await show(finance);
    await clicked(finance.locator('text=Ask to credit the recharge').first());
    await finance.check('input[name="reasonCode"][value="query-upheld"]');
    await press(finance, 'Send');
    expect(await banner(finance)).toContain('request to credit');
    expect(await finance.locator('main').innerText()).toContain('Someone else must agree to the credit');
    expect(await faultsOf(finance)).toEqual([]);
    await show(approver);
    await clicked(approver.locator('text=Agree to the credit').first());
    expect(await approver.isChecked('input[name="reasonCode"][value="query-upheld"]')).toBe(true);
    await press(approver, 'Send');
    expect(await banner(approver)).toContain('The recharge is credited.');
    expect(await approver.locator('.govuk-tag').first().innerText()).toBe('Credited');
    expect(await approver.locator('main').innerText()).toContain('this recharge is closed');
    expect(await faultsOf(approver)).toEqual([]);
  });

  it('is downloaded line by line, and printed with its explanations open', async () => {
    const { lines } = await recharge();
    const csv = await (await finance.request.get(at(`/recharges/${ref}/lines.csv`))).text();
    expect(csv.trim().split('\r\n')).toHaveLength(lines.length + 1);
    for (const { amount } of lines) expect(csv).toContain(`,${amount.amount},`);
    const [sheet, payments] = await sheetsOf(finance, `/recharges/${ref}/recharge.xlsx`);
    expect(sheet?.rows.slice(1).map((row) => row[7])).toEqual(
      lines.map(({ amount }) => ({ kind: 'number', value: amount.amount, format: 4 })),
    );
    expect(payments?.name).toBe('Payments');
    await show(finance);
    await finance.emulateMedia({ media: 'print' });
    expect(await finance.getByText('BRIDGING-LINE, version 1').first().isVisible()).toBe(true);
    expect(await finance.locator('.app-account').isVisible()).toBe(false);
    expect(await finance.locator('.app-print-only').isVisible()).toBe(true);
    await finance.emulateMedia({ media: 'screen' });
  });

  it('is among the documents of its case with its state, who issued it, its statement and its files', async () => {
    const { total } = await recharge();
    await finance.goto(at(`/cases/${caseRef}`));
    await clicked(finance.getByRole('link', { name: 'Documents', exact: true }));
    const text = await finance.locator('main').innerText();
    for (const part of ['Credited', '8 Jul 2024', 'INV-1001', pounds(total.amount)])
      expect(text).toContain(part);
    expect(text).toContain('Hertfordshire County Council (council finance)');
    expect(text).toContain('July 2024 with NHS Hertfordshire and West Essex ICB');
    if (process.env['SCREENSHOTS'] !== undefined) {
      await finance.screenshot({ path: `${process.env['SCREENSHOTS']}/documents.png`, fullPage: true });
    }
    for (const link of await finance.locator('main a[download]').all()) {
      const file = await finance.request.get(at((await link.getAttribute('href')) ?? ''));
      expect([file.url(), file.status()]).toEqual([file.url(), 200]);
      expect(file.headers()['content-disposition']).toMatch(/^attachment; filename="[\w.-]+"$/);
    }
    await clicked(finance.getByRole('link', { name: /^July 2024 with/ }));
    expect(await finance.locator('main').innerText()).toContain('INV-1001');
  });

  it('is not there for a body that has no part in it', async () => {
    const other = await pages.current.signedIn('staffs-council-finance');
    const answer = await other.goto(at(`/recharges/${ref}`));
    expect(answer?.status()).toBe(404);
  });
});
