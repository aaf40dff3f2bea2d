import { expect, it } from '@jest/globals';
import type { CaseEvent } from './case-events.js';
import { csvDownload } from '../../downloads/csv.js';
import { historySheet } from './history-sheet.js';

it('has a row for each event, and no cell that a spreadsheet would run', () => {
  const event = {
    ...{
      ordinal: 1,
      recordedAt: '2024-06-01T11:00:00Z',
      occurredOn: '2024-05-01',
      type: 't',
      sentence: '=1+1',
    },
    actor: { id: 'ruth', organisation: 'E10000015', role: 'council-finance' },
    ...{ record: 'transfer-case', version: 1, eventId: 'e-1', position: '1001', data: { amountPence: 5 } },
  } as CaseEvent;
  const { fileName, content } = csvDownload('TC-1-history', historySheet([event]));
  expect(fileName).toBe('TC-1-history.csv');
  const [head, row, end] = String(content).split('\r\n');
  expect(head).toContain('Step,Recorded at,True on,Type,What happened');
  expect(row).toBe(
    `1,2024-06-01T11:00:00Z,2024-05-01,t,'=1+1,ruth,,E10000015,council-finance,transfer-case,1,e-1,1001,,,"{""amountPence"":5}"`,
  );
  expect(end).toBe('');
});
