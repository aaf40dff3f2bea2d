import { beforeAll, describe, expect, it } from '@jest/globals';
import { elementsIn, readPdf, type ReadPdf } from '../../../test/support/pdf-reader.js';
import type { Basis } from '../../kernel/basis.js';
import { plainDate } from '../../kernel/plain-date.js';
import type { StatementAnswer } from '../../recharge/index.js';
import { pounds as written } from '../words/money.js';
import { printPdf } from './pdf/print-pdf.js';
import { statementDocument, statementFileName } from './statement-document.js';

const pounds = (amount: string) => ({ amount, currency: 'GBP' as const });
const basis: Basis = {
  ...{ rule: 'STATEMENT-BALANCE', version: 1, title: 'Opening and what moved', source: 'Agreement clause 9' },
  ...{ certainty: 'sourced', inputs: { closingPence: 1 }, from: [] },
};
const sums = (closing: string) => ({
  opening: pounds('100.01'),
  recharges: pounds('5940.00'),
  credits: pounds('-12.50'),
  payments: pounds('-27.51'),
  closing: pounds(closing),
  basis,
});
const [rechargeRef, caseRef] = ['RC-0000000001', 'TC-0000000001'];
const statement: StatementAnswer = {
  ...{ you: 'council', council: 'E10000015', nhsBody: 'QM7' },
  period: { from: plainDate('2024-04-01'), lastDay: plainDate('2025-03-31') },
  nhsBodyOwes: sums('6000.00'),
  councilOwes: sums('5999.99'),
  netOpening: pounds('0.00'),
  netClosing: pounds('0.01'),
  entries: [
    {
      ...{ rechargeRef, caseRef, owedBy: 'nhs-body', bodyAtTime: '06N', kind: 'recharge' },
      ...{ on: plainDate('2024-07-08'), reference: 'INV-1001', amount: pounds('5940.00') },
    },
    {
      ...{ rechargeRef, caseRef, owedBy: 'council', bodyAtTime: '06N', kind: 'credit' },
      ...{ on: plainDate('2024-08-08'), reference: 'facts-changed', amount: pounds('-12.50') },
    },
  ],
  disputes: [
    {
      ...{ rechargeRef, caseRef, owedBy: 'nhs-body', bodyAtTime: '06N', line: 1, ageDays: 44 },
      ...{ reasonCode: 'rate-not-evidenced', queriedOn: plainDate('2024-07-15'), amount: pounds('3.07') },
    },
  ],
  disputesByReason: [
    {
      ...{ reasonCode: 'rate-not-evidenced', lines: 3, total: pounds('10.21'), upTo30: pounds('1.05') },
      ...{ upTo60: pounds('3.07'), upTo90: pounds('2.04'), over90: pounds('4.05') },
    },
  ],
  waiting: [
    {
      ...{ rechargeRef: 'RC-0000000002', caseRef, outstanding: pounds('77.10') },
      missing: {
        fact: 'payer',
        reason: 'Nobody has chosen who pays',
        suppliedBy: 'the NHS body',
      },
    },
  ],
};

describe('The document of a statement', () => {
  let pdf: ReadPdf;
  let said: string;

  beforeAll(async () => {
    pdf = readPdf(await printPdf(statementDocument(statement)));
    said = elementsIn(pdf.structure)
      .map(({ text }) => text)
      .join('\n');
  });

  it('has every figure as the API gives it, each drawn as part of something', () => {
    const amounts = [...JSON.stringify(statement).matchAll(/"amount":"([^"]+)"/g)].map(([, sum = '']) => sum);
    expect(amounts.length).toBeGreaterThan(12);
    for (const amount of amounts) expect(said).toContain(written(amount));
    expect(pdf.unmarked).toEqual([]);
  });

  it('names both bodies, the period, what moved, what is in dispute and what is in no balance', () => {
    expect(pdf.resolved.Title).toBe('Statement of account, 1 April 2024 to 31 March 2025');
    for (const text of [
      'Hertfordshire County Council and NHS Hertfordshire and West Essex ICB',
      'INV-1001',
      'Facts changed',
      'Rate not evidenced',
      'Pending: RC-0000000002 (£77.10) is in no balance. Nobody has chosen who pays. Who can say: the NHS body.',
      'STATEMENT-BALANCE, version 1',
    ]) {
      expect(said).toContain(text);
    }
    expect(statementFileName(statement)).toBe('statement-E10000015-QM7-2024-04-01-2025-03-31');
  });

  it('says so where nothing moved and nothing is in dispute, and at which clocks it was asked', () => {
    const known = { knownAt: '2024-06-15T09:00:00.000000Z', asAt: plainDate('2024-06-01') };
    const quiet = { ...statement, entries: [], disputes: [], disputesByReason: [], waiting: [] };
    const { blocks } = statementDocument({ ...quiet, clocks: { ...known, today: known.asAt } as never });
    const texts = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
    expect(texts.slice(1)).toEqual([
      'What was true by 1 June 2024. Only what was recorded by 15 June 2024 at 10:00am.',
      'Nothing moved in the period.',
      'No line is in dispute.',
    ]);
  });
});
