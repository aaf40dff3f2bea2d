import { strToU8, zipSync } from 'fflate';
import { daysBetween, plainDate } from '../../kernel/plain-date.js';
import { Download } from '../page/page.js';
import type { ColumnKind, DataSheet } from './data-sheet.js';

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** The files in it are of no moment, so that the same tables are the same file. The format begins in 1980. */
const NO_MOMENT = new Date(1980, 0, 1);
/** The longest name of a sheet. */
const NAME_LENGTH = 31;
/** Of a column, in characters. */
const [NARROWEST, WIDEST] = [8, 60];

/** The styles of the cells by their place in `STYLES`: the first is what a cell without one has, the second is the head's. */
const STYLE_OF: Readonly<Record<ColumnKind, number>> = { text: 2, count: 3, money: 4, day: 5 };
const HEAD_STYLE = 1;
/** How numbers are shown, by the numbers that the format has for them: text stays text also when somebody edits it. */
const [AS_TEXT, AS_COUNT, AS_MONEY, AS_DAY] = [49, 1, 4, 14];

/**
 * Tables as a workbook, a sheet for each. Money and counts are numbers, written in the digits of the API, and days are days; text is held as
 * text, so that nothing in it is ever a formula. The head of a sheet stays in sight.
 *
 * @param fileName without its kind
 */
export function xlsxDownload(fileName: string, sheets: readonly DataSheet[]): Download {
  const files: Record<string, string> = {
    '[Content_Types].xml': contentTypes(sheets),
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbook(sheets),
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': STYLES,
  };
  for (const [index, sheet] of sheets.entries()) {
    files[`xl/worksheets/sheet${index + 1}.xml`] = worksheet(sheet);
  }
  const packed = zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(`${HEAD}${text}`)])),
    { mtime: NO_MOMENT },
  );
  return new Download(`${fileName}.xlsx`, MEDIA_TYPE, Buffer.from(packed));
}

function contentTypes(sheets: readonly DataSheet[]): string {
  const parts = [
    ['xl/workbook.xml', `${CONTENT}.sheet.main+xml`],
    ['xl/styles.xml', `${CONTENT}.styles+xml`],
    ...sheets.map((_, index) => [`xl/worksheets/sheet${index + 1}.xml`, `${CONTENT}.worksheet+xml`]),
  ];
  const overrides = parts.map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`);
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${overrides.join('')}</Types>`;
}

function relationships(targets: readonly (readonly [kind: string, target: string])[]): string {
  const all = targets.map(
    ([kind, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
}

function workbook(sheets: readonly DataSheet[]): string {
  const all = sheets.map(
    ({ name }, index) =>
      `<sheet name="${escaped(name.slice(0, NAME_LENGTH))}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${all.join('')}</sheets></workbook>`;
}

function worksheet({ columns, rows }: DataSheet): string {
  const widths = columns.map(({ name }, index) => {
    const longest = Math.max(name.length, ...rows.map((row) => row[index]?.length ?? 0));
    const width = Math.min(Math.max(longest + 2, NARROWEST), WIDEST);
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`;
  });
  const head = columns.map(({ name }, index) => textCell(placeOf(index, 1), name, HEAD_STYLE));
  const body = rows.map((row, index) => {
    const cells = row.map((text, column) =>
      cellOf(placeOf(column, index + 2), text, columns[column]?.kind ?? 'text'),
    );
    return rowOf(index + 2, cells);
  });
  return [
    `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">`,
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
    `</sheetView></sheetViews><cols>${widths.join('')}</cols>`,
    `<sheetData>${rowOf(1, head)}${body.join('')}</sheetData></worksheet>`,
  ].join('');
}

function rowOf(number: number, cells: readonly string[]): string {
  return `<row r="${number}">${cells.join('')}</row>`;
}

function cellOf(place: string, text: string, kind: ColumnKind): string {
  const style = STYLE_OF[kind];
  if (text === '') return '';
  if (kind === 'text') return textCell(place, text, style);
  return `<c r="${place}" s="${style}"><v>${kind === 'day' ? dayNumber(text) : text}</v></c>`;
}

function textCell(place: string, text: string, style: number): string {
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

/** Days as the format counts them, from March 1900 on: it holds that year for a leap year and begins with 1. */
function dayNumber(day: string): number {
  return daysBetween(plainDate('1900-01-01'), plainDate(day)) + 2;
}

/** `C7` for the third column and the seventh row. */
function placeOf(column: number, row: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${row}`;
}

/** All but what XML can hold as it is; a carriage return would be read as the end of a line. */
const NOT_IN_XML = /[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Characters that XML cannot hold are written as `_x0007_`, and a text that looks like that with its own underscore so. */
function escaped(text: string): string {
  return text
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll(NOT_IN_XML, (character) => {
      const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
      return `_x${code}_`;
    })
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const format = (number: number) =>
  `<xf numFmtId="${number}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`;
const STYLES = [
  `<styleSheet xmlns="${MAIN}">`,
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>',
  '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>',
  '<fills count="2"><fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="6">',
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  `<xf numFmtId="${AS_TEXT}" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`,
  ...[AS_TEXT, AS_COUNT, AS_MONEY, AS_DAY].map(format),
  '</cellXfs></styleSheet>',
].join('');
