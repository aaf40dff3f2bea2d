import { beforeAll, describe, expect, it } from '@jest/globals';
import { elementsIn, readPdf, textsOf, type ReadPdf } from '../../../../test/support/pdf-reader.js';
import { pounds } from '../../words/money.js';
import { paragraph, type PrintedDocument, type PrintedTable } from '../printed-document.js';
import { rechargeDocument } from '../recharge-document.js';
import { issuedRecharge } from '../recharge.fixtures.js';
import { printPdf } from './print-pdf.js';

const DOCUMENT = rechargeDocument(issuedRecharge);
const WORDS = Array.from({ length: 2500 }, (_, index) => `word${index}`).join(' ');
/** Long enough for three pages of rows and a paragraph that does not fit on one. */
const LONG: PrintedDocument = {
  ...DOCUMENT,
  blocks: [
    ...DOCUMENT.blocks,
    table(Array.from({ length: 120 }, (_, index) => [`DP-${index}`, pounds(`${index}.01`)])),
    paragraph(WORDS),
  ],
};

function table(rows: PrintedTable['rows']): PrintedTable {
  const columns = [
    { text: 'Payment', share: 1 },
    { text: 'Amount', share: 1, numeric: true },
  ];
  return { kind: 'table', caption: 'Payments', columns, rows };
}

const said = (pdf: ReadPdf) =>
  elementsIn(pdf.structure)
    .map(({ text }) => text)
    .join('\n');

describe('A printed document', () => {
  let pdf: ReadPdf;
  let long: ReadPdf;

  beforeAll(async () => {
    [pdf, long] = [readPdf(await printPdf(DOCUMENT)), readPdf(await printPdf(LONG))];
  });

  it('says that it is PDF/UA-1, in which language it is, and shows its title', () => {
    expect(pdf.header).toBe('%PDF-1.7');
    expect(pdf.metadata).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
    expect(pdf.metadata).toContain('Recharge RC-0000000001');
    const { Lang, MarkInfo, ViewerPreferences } = pdf.resolved;
    expect(String(Lang)).toBe('en-GB');
    expect(MarkInfo).toEqual({ Marked: true });
    expect(ViewerPreferences).toEqual({ DisplayDocTitle: true });
    expect(pdf.pages.every(({ Tabs }) => Tabs === '/S')).toBe(true);
  });

  it('has every font in it, with what its characters stand for', () => {
    expect(pdf.fonts.length).toBe(2);
    for (const font of pdf.fonts) {
      expect(font['Subtype']).toBe('/CIDFontType2');
      expect(font['CIDToGIDMap']).toBe('/Identity');
      expect(font['FontDescriptor']).toHaveProperty('FontFile2');
      expect(font['BaseFont']).toMatch(/^\/[A-Z]{6}\+AtkinsonHyperlegible-(Regular|Bold)$/);
      expect(font).toHaveProperty('ToUnicode');
    }
    expect(said(long)).not.toContain('�');
  });

  it.each([
    ['short', () => pdf],
    ['long', () => long],
  ])('draws nothing that is neither read out nor marked as furniture, in a %s one', (_, which) => {
    expect(which().unmarked).toEqual([]);
  });

  it('has one first heading, and headings of each depth below one of the depth before', () => {
    const depths = elementsIn(pdf.structure).flatMap(({ type }) => /^H(\d)$/.exec(type)?.[1] ?? []);
    expect(depths.join('')).toBe('122333');
    expect(textsOf(pdf.structure, 'H1')).toEqual(['Recharge RC-0000000001']);
  });

  it('has tables with a caption, the same number of cells in each row, and heads that say what they are of', () => {
    const tables = elementsIn(long.structure).filter(({ type }) => type === 'Table');
    expect(tables).toHaveLength(4);
    for (const { children } of tables) {
      expect(children.map(({ type }) => type).slice(0, 3)).toEqual(['Caption', 'THead', 'TBody']);
      const rows = children.flatMap(elementsIn).filter(({ type }) => type === 'TR');
      const [head, ...others] = rows.map((row) => row.children);
      expect(head?.map(({ type, scope }) => `${type} ${scope ?? ''}`)).toEqual(head?.map(() => 'TH Column'));
      for (const row of others) {
        expect(row.map(({ type, scope }) => `${type} ${scope ?? ''}`.trim())).toEqual(
          head?.map((_, index) => (index === 0 ? 'TH Row' : 'TD')),
        );
      }
    }
  });

  it('has lists of items with a label and a body', () => {
    const lists = elementsIn(pdf.structure).filter(({ type }) => type === 'L');
    expect(lists.length).toBeGreaterThan(3);
    for (const { children } of lists) {
      expect(children.map(({ type }) => type)).toEqual(children.map(() => 'LI'));
      for (const item of children) expect(item.children.map(({ type }) => type)).toEqual(['Lbl', 'LBody']);
    }
  });

  it('goes on on the next page without parting a row, and reads the head of a table out once', () => {
    expect(long.pages.length).toBeGreaterThan(5);
    const tables = elementsIn(long.structure).filter(({ type }) => type === 'Table');
    const cells = elementsIn(tables.at(-1)!).filter(({ text }) => text !== '');
    expect(cells.map(({ text }) => text)).toEqual([
      ...['Payments', 'Payment', 'Amount'],
      ...Array.from({ length: 120 }, (_, index) => [`DP-${index}`, pounds(`${index}.01`)]).flat(),
    ]);
    expect(long.furniture.filter((text) => text.startsWith('PaymentAmount')).length).toBeGreaterThan(1);
    const words = textsOf(long.structure, 'P').at(-1) ?? '';
    expect(words).toBe(WORDS);
  });

  it('numbers its pages outside of what is read out', () => {
    const { length } = long.pages;
    for (const [index, text] of long.furniture.entries()) {
      expect(text).toContain('Recharge RC-0000000001, case TC-0000000001');
      expect(text).toContain(`Page ${index + 1} of ${length}`);
    }
    expect(said(long)).not.toContain('Page 1 of');
  });

  it('is the same file byte for byte each time, made on the day of the document', async () => {
    const [once, again] = [await printPdf(DOCUMENT), await printPdf(DOCUMENT)];
    expect(once.equals(again)).toBe(true);
    expect(pdf.resolved.CreationDate).toBe('D:20240708000000Z');
    const later = await printPdf({ ...DOCUMENT, foot: 'another' });
    expect(later.equals(once)).toBe(false);
  });

  it('has metadata that can be read whatever a body is called', async () => {
    const { metadata } = readPdf(await printPdf({ ...DOCUMENT, author: 'Bath & Wells <ICB>' }));
    expect(metadata).toContain('<rdf:li>Bath and Wells ICB</rdf:li>');
    expect(metadata).not.toContain('&');
  });

  it('writes a character that its font has not by its number', async () => {
    const odd = readPdf(await printPdf({ ...DOCUMENT, blocks: [paragraph('Ł−“£’ 中\u0007')] }));
    expect(textsOf(odd.structure, 'P')).toEqual(['Ł−“£’ [U+4E2D][U+0007]']);
  });
});
