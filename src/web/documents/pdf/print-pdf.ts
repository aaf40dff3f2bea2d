import type { PdfElement } from 'pdfkit';
import type { Block, PrintedDocument, PrintedStep } from '../printed-document.js';
import { drawTable } from './draw-table.js';
import { Sheet, type Style } from './sheet.js';

const TITLE: Style = { font: 'bold', size: 20 };
const HEADINGS: Readonly<Record<2 | 3, Style>> = {
  2: { font: 'bold', size: 14 },
  3: { font: 'bold', size: 11 },
};
const TEXT: Style = { font: 'regular', size: 10 };
const STEP: Style = { font: 'bold', size: 9 };
const FACT: Style = { font: 'regular', size: 9 };
/** In points. */
const GAP = 8;
const INDENT = 14;
/** Each further step stands this far in up to here: those below it go on under each other. */
const DEEPEST_INDENT = 6;
/** A heading stays with this much of what it is about. */
const KEPT_WITH_HEADING = 60;

/**
 * Prints a document as PDF/UA-1: with its structure, its language, its fonts, and nothing drawn that is neither read out nor marked as
 * furniture. The same document gives the same bytes.
 */
export async function printPdf(document: PrintedDocument): Promise<Buffer> {
  const sheet = new Sheet(document);
  writeParagraph(sheet, sheet.element('H1'), document.title, TITLE);
  for (const block of document.blocks) drawBlock(sheet, block);
  return sheet.close(document.foot);
}

function drawBlock(sheet: Sheet, block: Block): void {
  switch (block.kind) {
    case 'heading': {
      sheet.at += GAP;
      sheet.keep(KEPT_WITH_HEADING);
      writeParagraph(sheet, sheet.element(`H${block.level}`), block.text, HEADINGS[block.level]);
      break;
    }
    case 'paragraph':
      writeParagraph(sheet, sheet.element('P'), block.text, TEXT);
      break;
    case 'table':
      drawTable(sheet, block);
      sheet.at += GAP;
      break;
    case 'steps':
      drawSteps(sheet, sheet.element('L'), block.steps, 0);
      sheet.at += GAP;
  }
}

function drawSteps(sheet: Sheet, list: PdfElement, steps: readonly PrintedStep[], depth: number): void {
  const indent = Math.min(depth, DEEPEST_INDENT) * INDENT;
  for (const { number, title, facts, from } of steps) {
    const item = sheet.element('LI', list);
    const label = sheet.element('Lbl', item);
    const body = sheet.element('LBody', item);
    const aside = sheet.widthOf(`${number} `, STEP) + 4;
    const place = { left: sheet.left + indent + aside, width: sheet.width - indent - aside };
    sheet.keep(sheet.heightOf(title, STEP, place) + 2 * FACT.size);
    sheet.write(label, `${number} `, STEP, { left: sheet.left + indent, width: aside });
    writeParagraph(sheet, sheet.element('P', body), title, STEP, { ...place, gap: 1 });
    for (const fact of facts) {
      writeParagraph(sheet, sheet.element('P', body), `${fact.label}: ${fact.text}`, FACT, {
        ...place,
        gap: 0,
      });
    }
    sheet.at += GAP / 2;
    if (from.length > 0) drawSteps(sheet, sheet.element('L', body), from, depth + 1);
  }
}

function writeParagraph(
  sheet: Sheet,
  element: PdfElement,
  text: string,
  style: Style,
  { left = sheet.left, width = sheet.width, gap = GAP } = {},
): void {
  // What is longer than a few lines begins where the last ended and goes on on the next page.
  const height = sheet.heightOf(text, style, { width });
  sheet.keep(Math.min(height, 5 * style.size));
  sheet.write(element, text, style, { left, width });
  sheet.followText();
  sheet.at += gap;
}
