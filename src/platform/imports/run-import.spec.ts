import { describe, expect, it } from '@jest/globals';
import { numberedUuid } from '../../../test/support/recorded.js';
import { InvalidValue } from '../../kernel/invalid-value.js';
import { FieldRefused, NotYourSide } from '../../kernel/refusal.js';
import type { CommandContext } from '../event-store/command-context.js';
import { dayFromCsv, penceFromCsv, referenceFromCsv, textFromCsv } from './csv-values.js';
import { faultsOf, importReport, ImportRefused, type RowReport } from './import-report.js';
import { allRead, RowReading } from './row-reading.js';
import { runImport } from './run-import.js';

const id = numberedUuid(1);
const actor = { id: 'staff-1', organisation: 'E10000015', role: 'council-finance' };
const context: CommandContext = { actor, commandId: id, correlationId: id, causationId: id };

const row = (line: number, result: RowReport['result']): RowReport => ({ line, result, reasons: [] });

/** An import of the rows into two streams, with the commands that stored something. */
function importOf(...rows: readonly RowReport[]) {
  const stored: [string, string][] = [];
  const step = (about: string) => ({
    about,
    store: ({ commandId }: CommandContext) => {
      stored.push([about, commandId]);
      return Promise.resolve({ position: String(stored.length) });
    },
  });
  const steps = [step('first'), step('second')];
  return { stored, judged: { name: 'an-import', rows, steps, reportOf: importReport<RowReport> } };
}

describe('Running an import', () => {
  it('stores nothing in a dry run, whatever the rows', async () => {
    const { judged, stored } = importOf(row(3, 'refused'), row(2, 'would-import'));
    expect(await runImport(judged, true, context)).toEqual({
      rows: [row(2, 'would-import'), row(3, 'refused')],
      totals: { rows: 2, wouldImport: 1, imported: 0, alreadyThere: 0, refused: 1 },
    });
    expect(stored).toEqual([]);
  });

  it('stores nothing when a row is refused, and says what of each row', async () => {
    const { judged, stored } = importOf(row(2, 'would-import'), row(3, 'refused'));
    const refusal: unknown = await runImport(judged, false, context).catch((fault: unknown) => fault);
    expect(refusal).toBeInstanceOf(ImportRefused);
    expect((refusal as ImportRefused).message).toBe('1 of 2 rows are refused, so nothing was stored');
    expect((refusal as ImportRefused).facts).toMatchObject({ rows: judged.rows, totals: { refused: 1 } });
    expect(stored).toEqual([]);
  });

  it('stores one stream after the other, and says where the last event stands', async () => {
    const { judged, stored } = importOf(row(2, 'would-import'), row(3, 'already-there'));
    expect(await runImport(judged, false, context)).toEqual({
      rows: [row(2, 'imported'), row(3, 'already-there')],
      totals: { rows: 2, wouldImport: 0, imported: 1, alreadyThere: 1, refused: 0 },
      position: '2',
    });
    expect(stored.map(([about]) => about)).toEqual(['first', 'second']);
  });

  it('names no place when there is nothing to store', async () => {
    const { judged } = importOf(row(2, 'already-there'));
    expect(await runImport({ ...judged, steps: [] }, false, context)).not.toHaveProperty('position');
  });

  it('gives each stream a command of its own, the same when it is sent again', async () => {
    const [once, again] = [importOf(row(2, 'would-import')), importOf(row(2, 'would-import'))];
    await runImport(once.judged, false, context);
    await runImport(again.judged, false, context);
    expect(again.stored).toEqual(once.stored);
    expect(new Set([id, ...once.stored.map(([, commandId]) => commandId)]).size).toBe(3);
  });
});

describe('Reading a row', () => {
  it('collects every value that cannot be read', () => {
    const reading = new RowReading({ case_reference: 'TC-1', paid_on: 'soon', amount: '8.40' });
    expect(reading.read('amount', penceFromCsv)).toBe(840);
    expect(reading.read('case_reference', referenceFromCsv('TC', 'case'))).toBeUndefined();
    expect(reading.read('paid_on', dayFromCsv)).toBeUndefined();
    expect(reading.faults).toEqual([
      {
        column: 'case_reference',
        code: 'cannot-be-read',
        detail: '"TC-1" is not a case reference such as TC-7F3K92QD1M',
      },
      { column: 'paid_on', code: 'cannot-be-read', detail: '"soon" is not a date such as 2024-03-27' },
    ]);
  });

  it('does not take a fault of the program for one of the file', () => {
    const broken = () => {
      throw new TypeError('broken');
    };
    expect(() => new RowReading({ amount: '1' }).read('amount', broken)).toThrow(TypeError);
  });

  it('gives the values when all are there', () => {
    expect(allRead({ line: 2, text: '' })).toEqual({ line: 2, text: '' });
    expect(allRead({ line: 2, text: undefined })).toBeUndefined();
  });

  it('takes text that is there', () => {
    const read = textFromCsv('The PA has no reference');
    expect(read('PA-1')).toBe('PA-1');
    expect(() => read('')).toThrow(new InvalidValue('The PA has no reference'));
  });
});

describe('The reasons of a refusal', () => {
  it('name the columns of its fields', () => {
    const refusal = new FieldRefused('/amount', 'not-above-zero', 'Too little');
    const fault = { code: 'not-above-zero', detail: 'Too little' };
    expect(faultsOf(refusal, { '/amount': 'amount' })).toEqual([{ column: 'amount', ...fault }]);
    expect(faultsOf(refusal, {})).toEqual([fault]);
  });

  it('are the refusal itself when it names no field', () => {
    expect(faultsOf(new NotYourSide('Not yours', {}), {})).toEqual([
      { code: 'not-your-side', detail: 'Not yours' },
    ]);
  });
});
