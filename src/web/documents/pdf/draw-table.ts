import type { PdfElement } from 'pdfkit';
import type { PrintedTable } from '../printed-document.js';
import type { Place, Sheet, Style } from './sheet.js';

const CAPTION: Style = { font: 'bold', size: 10 };
const HEAD: Style = { font: 'bold', size: 9 };
const CELL: Style = { font: 'regular', size: 9 };
const FIRST: Style = { font: 'bold', size: 9 };
/** Between cells and around rows, in points. */
const PADDING = 4;

/** Draws a table with its caption. Rows are never parted; its head stands again on each page, and is read out once. */
export function drawTable(sheet: Sheet, table: PrintedTable): void {
  const places = placesOf(sheet, table);
  const head = table.columns.map(({ text }) => text);
  const headHeight = heightOf(sheet, head, HEAD, places);
  const [first = head] = table.rows;
  const captionHeight = sheet.heightOf(table.caption, CAPTION, sheet) + PADDING;
  sheet.keep(captionHeight + headHeight + heightOf(sheet, first, CELL, places));

  const element = sheet.element('Table');
  sheet.write(sheet.element('Caption', element), table.caption, CAPTION, sheet);
  sheet.at += captionHeight;
  const headRow = sheet.element('TR', sheet.element('THead', element));
  sheet.rule();
  sheet.at += PADDING;
  for (const [index, place] of places.entries()) {
    sheet.write(sheet.element('TH', headRow, 'Column'), head[index] ?? '', HEAD, place);
  }
  endRow(sheet, headHeight);

  const drawn = { sheet, places, head, headHeight };
  const body = sheet.element('TBody', element);
  for (const row of table.rows) drawRow(drawn, sheet.element('TR', body), row, CELL);
  if (table.total !== undefined) {
    drawRow(drawn, sheet.element('TR', sheet.element('TFoot', element)), table.total, FIRST);
  }
}

interface Drawn {
  readonly sheet: Sheet;
  readonly places: readonly Place[];
  readonly head: readonly string[];
  readonly headHeight: number;
}

function drawRow(
  { sheet, places, head, headHeight }: Drawn,
  element: PdfElement,
  cells: readonly string[],
  style: Style,
): void {
  const height = heightOf(sheet, cells, style, places);
  if (sheet.keep(height)) {
    for (const [index, place] of places.entries()) sheet.repeat(head[index] ?? '', HEAD, place);
    endRow(sheet, headHeight);
  }
  for (const [index, place] of places.entries()) {
    const cell = index === 0 ? sheet.element('TH', element, 'Row') : sheet.element('TD', element);
    sheet.write(cell, cells[index] ?? '', index === 0 ? FIRST : style, place);
  }
  endRow(sheet, height);
}

/** A row's height with what stands around it. */
function heightOf(sheet: Sheet, cells: readonly string[], style: Style, places: readonly Place[]): number {
  const heights = places.map((place, index) =>
    sheet.heightOf(cells[index] ?? '', index === 0 ? FIRST : style, place),
  );
  return Math.max(...heights) + 2 * PADDING;
}

function endRow(sheet: Sheet, height: number): void {
  sheet.at += height - PADDING;
  sheet.rule();
  sheet.at += PADDING;
}

function placesOf(sheet: Sheet, { columns }: PrintedTable): readonly Place[] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const room = sheet.width - (columns.length - 1) * PADDING * 2;
  let left = sheet.left;
  return columns.map(({ share, numeric = false }) => {
    const width = (room * share) / shares;
    const place: Place = { left, width, ...(numeric && { align: 'right' }) };
    left += width + PADDING * 2;
    return place;
  });
}
