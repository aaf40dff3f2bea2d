import { describe, expect, it } from '@jest/globals';
import { plainDate } from '../../../kernel/plain-date.js';
import { draftRecharge, issuedRecharge } from '../../documents/recharge.fixtures.js';
import type { DataTable } from '../../page/data-table.js';
import type { CaseEvent } from '../history/case-events.js';
import { documentsPage, type CaseDocuments } from './documents-page.js';

const event = (type: string, data: object, more: Partial<CaseEvent> = {}): CaseEvent =>
  ({
    ...{ ordinal: 1, type, sentence: `It is ${type}`, occurredOn: '2024-07-08', position: '1001', data },
    ...{ recordedAt: '2024-07-08T10:00:00Z', record: 'recharge', version: 3, eventId: 'e-1' },
    actor: { id: 'ruth', organisation: 'E10000015', role: 'council-finance' },
    ...more,
  }) as CaseEvent;
const references = { invoiceReference: 'INV-1001', documentDate: '2024-07-08' };
const issue = event('recharge.issued', references, { recordRef: 'RC-0000000001' });
const nothing: CaseDocuments = {
  ...{
    caseRef: 'TC-1',
    recharges: [],
    events: [],
    organisation: 'E10000015',
    mayReadStatements: true,
    mayCheck: false,
  },
};
const tablesOf = (changes: Partial<CaseDocuments>) =>
  documentsPage({ ...nothing, ...changes }).model['tables'] as readonly DataTable[];

describe('The documents of a case', () => {
  it('are its recharges with their state, who issued them, and their files', () => {
    const [recharges] = tablesOf({ recharges: [issuedRecharge], events: [issue] });
    const [row] = recharges!.rows;
    expect(row?.map(({ text }) => text)).toEqual([
      ...['Recharge RC-0000000001', 'Issued', '8 Jul 2024', 'INV-1001'],
      'ruth, Hertfordshire County Council (council finance)',
      ...['', '£5,814.99', ''],
    ]);
    expect(row?.at(-1)?.links?.map(({ href }) => href)).toEqual([
      '/recharges/RC-0000000001/document.pdf',
      '/recharges/RC-0000000001/lines.csv',
      '/recharges/RC-0000000001/recharge.xlsx',
    ]);
  });

  it('are each issued by whoever recorded that, also where another has the same references and day', () => {
    const other = { ...issuedRecharge, rechargeRef: 'RC-0000000002' };
    const theirs = event('recharge.issued', references, {
      recordRef: 'RC-0000000002',
      actor: { id: 'amir', organisation: 'E10000015', role: 'council-finance' },
    });
    const [recharges] = tablesOf({ recharges: [issuedRecharge, other], events: [issue, theirs] });
    expect(recharges?.rows.map((row) => row[4]?.text)).toEqual([
      'ruth, Hertfordshire County Council (council finance)',
      'amir, Hertfordshire County Council (council finance)',
    ]);
  });

  it('have no PDF before they are issued', () => {
    const [recharges, statements] = tablesOf({ recharges: [draftRecharge], events: [] });
    const [row] = recharges!.rows;
    expect(row?.slice(1, 5).map(({ text }) => text)).toEqual(['Draft, not approved', 'Not issued', '', '']);
    expect(row?.at(-1)?.links?.map(({ text }) => text)).toEqual(['CSV', 'Excel']);
    expect(statements?.rows).toEqual([]);
  });

  it('are the statements of the months in which they are dated, once each, with the other body', () => {
    const later = { ...issuedRecharge, documentDate: plainDate('2024-02-29') };
    const [, statements] = tablesOf({ recharges: [issuedRecharge, later, issuedRecharge] });
    expect(statements?.rows.map(([cell]) => [cell?.text, cell?.href])).toEqual([
      [
        'February 2024 with NHS Hertfordshire and West Essex ICB',
        '/statements?partnerOds=QM7&from-day=01&from-month=02&from-year=2024&to-day=29&to-month=02&to-year=2024',
      ],
      [
        'July 2024 with NHS Hertfordshire and West Essex ICB',
        '/statements?partnerOds=QM7&from-day=01&from-month=07&from-year=2024&to-day=31&to-month=07&to-year=2024',
      ],
    ]);
    const [, theirs] = tablesOf({ recharges: [issuedRecharge], organisation: 'QM7' });
    expect(theirs?.rows[0]?.[0]?.text).toBe('July 2024 with Hertfordshire County Council');
  });

  it('do not offer statements to who may not read them', () => {
    expect(tablesOf({ mayReadStatements: false }).map(({ caption }) => caption)).toEqual([
      'Recharges and credit notes',
      'Documents that its facts rest on',
    ]);
  });

  it('are what events name as showing them, a correction included, with who recorded it', () => {
    const agreed = event('transfer-case.liability-agreed', { documentReference: 'SCHEME-1' });
    const corrected = event(
      'transfer-case.account-closed',
      { statementReference: 'ST-7' },
      { correction: { reasonCode: 'typing-error', documentReference: 'HCC-7781' } },
    );
    const split = event('workforce.redundancy-shared', { reference: 'RS-1', residualPence: 5 });
    const evidence = tablesOf({ events: [agreed, corrected, issue, split] })[2];
    expect(evidence?.rows.map(([reference]) => reference?.text)).toEqual([
      ...['SCHEME-1', 'ST-7', 'HCC-7781', 'RS-1'],
    ]);
    expect(evidence?.rows[0]?.slice(1)).toEqual([
      { text: 'It is transfer-case.liability-agreed', href: '/cases/TC-1/replay?position=1001' },
      { text: '8 July 2024' },
      { text: '8 July 2024 at 11:00am' },
      { text: 'ruth, Hertfordshire County Council (council finance)' },
    ]);
  });

  it('say why there are none', () => {
    expect(tablesOf({}).map(({ rows, empty }) => [rows.length, empty.slice(0, 3)])).toEqual([
      [0, 'No '],
      [0, 'No '],
      [0, 'No '],
    ]);
  });
});
