import { readFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { alertRaised, CASE_REF, COUNCIL, paymentMade } from '../../../test/support/example-transfer-case.js';
import { numberedUuid } from '../../../test/support/recorded.js';
import { TickingClock } from '../../../test/support/ticking-clock.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import { InMemoryEventStore } from '../../platform/event-store/in-memory/in-memory-event-store.js';
import { readCsv } from '../../platform/imports/csv-rows.js';
import { ImportRefused } from '../../platform/imports/import-report.js';
import { PAYMENT_COLUMNS, paymentRow } from '../api/imports/payment-rows.js';
import { ImportPayments, ImportPaymentsHandler } from './import-payments.js';
import type { PaymentImportReport, PaymentRow } from './payment-import-report.js';
import { TransferCases } from './transfer-cases.js';

const actor = { id: 'staff-council-3', organisation: COUNCIL, role: 'council-finance' };
const contextOf = (command: number): CommandContext => {
  const id = numberedUuid(command);
  return { actor, commandId: id, correlationId: id, causationId: id };
};

async function fixture(name: string): Promise<readonly PaymentRow[]> {
  const text = await readFile(new URL(`../../../test/fixtures/${name}.csv`, import.meta.url), 'utf8');
  return readCsv(text, PAYMENT_COLUMNS, paymentRow);
}

const results = ({ rows }: PaymentImportReport) => rows.map(({ line, result }) => `${line} ${result}`);

describe('Importing payments', () => {
  let cases: TransferCases;
  let handler: ImportPaymentsHandler;

  beforeEach(async () => {
    const clock = new TickingClock();
    cases = new TransferCases(new InMemoryEventStore(clock));
    handler = new ImportPaymentsHandler(cases, clock);
    await cases.streams.transact(CASE_REF, () => [alertRaised, paymentMade], contextOf(1), {
      subject: CASE_REF,
    });
  });

  const run = async (name: string, options: { dryRun?: boolean; command?: number } = {}) =>
    handler.execute(
      new ImportPayments(await fixture(name), options.dryRun ?? false, contextOf(options.command ?? 2)),
    );
  const references = async () =>
    (await cases.get(CASE_REF, actor)).state.payments.map(({ reference }) => reference);

  it('first says what would happen, and stores nothing', async () => {
    const report = await run('payments-good', { dryRun: true });
    expect(results(report)).toEqual(['2 would-import', '3 would-import']);
    expect(report.totals).toEqual({
      rows: 2,
      wouldImport: 2,
      imported: 0,
      alreadyThere: 0,
      refused: 0,
      amountPence: 204_876,
    });
    expect(await references()).toEqual(['DP-0001']);
  });

  it('then stores the payments, with the days as the file has them', async () => {
    const report = await run('payments-good');
    expect(results(report)).toEqual(['2 imported', '3 imported']);
    expect(report.position).toBe('4');
    const { state } = await cases.get(CASE_REF, actor);
    expect(state.payments.at(-1)).toEqual({
      reference: 'DP-0003',
      payer: COUNCIL,
      paidOn: '2024-06-10',
      from: '2024-06-03',
      until: '2024-06-10',
      amountPence: 51_219,
    });
  });

  it('leaves alone what is there already, in the case or earlier in the file', async () => {
    const report = await run('payments-with-repeat');
    expect(results(report)).toEqual(['2 already-there', '3 imported', '4 already-there']);
    expect(report.totals.amountPence).toBe(153_657);
    expect(await references()).toEqual(['DP-0001', 'DP-0002']);
  });

  it('sent again changes nothing, with the same command or another', async () => {
    await run('payments-good');
    await run('payments-good');
    expect(results(await run('payments-good', { command: 3 }))).toEqual([
      '2 already-there',
      '3 already-there',
    ]);
    expect(await references()).toEqual(['DP-0001', 'DP-0002', 'DP-0003']);
  });

  it('stores nothing when a row is refused, and names each row and column', async () => {
    const refusal: unknown = await run('payments-with-errors').catch((fault: unknown) => fault);
    expect(refusal).toBeInstanceOf(ImportRefused);
    const { report } = refusal as ImportRefused;
    expect(report.totals).toMatchObject({ rows: 6, wouldImport: 1, refused: 5 });
    expect(
      report.rows.map(({ line, reasons }) => [line, reasons.map(({ column, code }) => `${column} ${code}`)]),
    ).toEqual([
      [2, []],
      [3, ['payment_reference payment-reference-reused']],
      [4, ['paid_on cannot-be-read', 'amount cannot-be-read', 'covers_to cannot-be-read']],
      [5, ['case_reference case-not-found']],
      [6, ['case_reference cannot-be-read', 'amount cannot-be-read']],
      [7, ['amount not-above-zero']],
    ]);
    expect(await references()).toEqual(['DP-0001']);
  });
});
