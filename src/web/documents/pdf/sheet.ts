import { createRequire } from 'node:module';
import PDFDocument, { type PdfElement } from 'pdfkit';
import type { PrintedDocument } from '../printed-document.js';
import { writtenWith } from './written-with.js';

const { resolve } = createRequire(import.meta.url);
/** Atkinson Hyperlegible: made to be told apart letter by letter by people who see little. */
const FONT_FILES = {
  regular: resolve('@expo-google-fonts/atkinson-hyperlegible/400Regular/AtkinsonHyperlegible_400Regular.ttf'),
  bold: resolve('@expo-google-fonts/atkinson-hyperlegible/700Bold/AtkinsonHyperlegible_700Bold.ttf'),
} as const;

/** In points. */
const MARGIN = 50;
const FOOT_SIZE = 8;
const RULE_WIDTH = 0.5;
const INK = '#0b0c0c';
const RULE = '#767676';

export interface Style {
  readonly font: keyof typeof FONT_FILES;
  /** In points. */
  readonly size: number;
}

export interface Place {
  readonly left: number;
  readonly width: number;
  readonly align?: 'left' | 'right';
}

/**
 * The pages of a tagged PDF. Whatever is drawn on them belongs to an element of the structure tree, or is marked as something that is not
 * read out.
 */
export class Sheet {
  /** How far down the page what comes next stands, in points. */
  at = MARGIN;
  readonly left = MARGIN;
  readonly width: number;
  private readonly pdf: PDFDocument;
  private readonly body: PdfElement;
  private readonly bottom: number;

  constructor({ title, author, date }: PrintedDocument) {
    const made = new Date(`${date}T00:00:00Z`);
    this.pdf = new PDFDocument({
      size: 'A4',
      margins: { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN },
      pdfVersion: '1.7',
      subset: 'PDF/UA',
      tagged: true,
      displayTitle: true,
      lang: 'en-GB',
      bufferPages: true,
      font: FONT_FILES.regular,
      info: {
        Title: forMetadata(title),
        Author: forMetadata(author),
        Producer: 'Handover',
        Creator: 'Handover',
        CreationDate: made,
        ModDate: made,
      },
    });
    for (const [name, file] of Object.entries(FONT_FILES)) this.pdf.registerFont(name, file);
    this.pdf.fillColor(INK);
    this.width = this.pdf.page.width - 2 * MARGIN;
    this.bottom = this.pdf.page.height - MARGIN;
    this.body = this.pdf.struct('Document');
    this.pdf.addStructure(this.body);
  }

  /** An element of the structure tree; of the document itself where no other is named. */
  element(type: string, within: PdfElement = this.body, scope?: 'Column' | 'Row'): PdfElement {
    const element = this.pdf.struct(type, scope === undefined ? {} : { scope });
    within.add(element);
    return element;
  }

  heightOf(text: string, style: Style, { width }: Pick<Place, 'width'>): number {
    this.use(style);
    return this.pdf.heightOfString(this.written(text), { width });
  }

  widthOf(text: string, style: Style): number {
    this.use(style);
    return this.pdf.widthOfString(this.written(text));
  }

  /** Draws a text as the content of an element. It goes on on the next page where it does not end on this one. */
  write(element: PdfElement, text: string, style: Style, place: Place): void {
    if (text === '') return;
    element.add(() => {
      this.draw(text, style, place);
    });
  }

  /** Draws a text again that has been read already, such as the head of a table on its next page. */
  repeat(text: string, style: Style, place: Place): void {
    this.unread('Pagination', () => {
      this.draw(text, style, place);
    });
  }

  /** Draws a line across the page. */
  rule(): void {
    this.unread('Layout', () => {
      const { pdf, left, width, at } = this;
      pdf.lineWidth(RULE_WIDTH).strokeColor(RULE);
      pdf
        .moveTo(left, at)
        .lineTo(left + width, at)
        .stroke();
    });
  }

  /** Begins a new page where less than this many points are left. @returns whether it did. */
  keep(height: number): boolean {
    if (this.at + height <= this.bottom || this.at === MARGIN) return false;
    this.pdf.addPage();
    this.pdf.fillColor(INK);
    this.at = MARGIN;
    return true;
  }

  /** Where the text that was drawn last ended, on whichever page that is. */
  followText(): void {
    this.at = this.pdf.y;
  }

  /** Numbers the pages and closes the file. */
  async close(foot: string): Promise<Buffer> {
    const { count } = this.pdf.bufferedPageRange();
    for (let index = 0; index < count; index += 1) {
      this.pdf.switchToPage(index);
      this.footOf(foot, `Page ${index + 1} of ${count}`);
    }
    this.body.end();
    const chunks: Buffer[] = [];
    this.pdf.end();
    for await (const chunk of this.pdf) chunks.push(Buffer.from(chunk as Uint8Array));
    return Buffer.concat(chunks);
  }

  private footOf(foot: string, number: string): void {
    // The foot stands in the margin, where text would otherwise go on on the next page.
    this.pdf.page.margins.bottom = 0;
    const style: Style = { font: 'regular', size: FOOT_SIZE };
    this.at = this.bottom + MARGIN / 3;
    const half = { width: this.width / 2 };
    this.repeat(foot, style, { ...half, left: this.left });
    this.repeat(number, style, { ...half, left: this.left + half.width, align: 'right' });
  }

  private unread(type: 'Pagination' | 'Layout', draw: () => void): void {
    this.pdf.markContent('Artifact', { type });
    draw();
    this.pdf.endMarkedContent();
  }

  private draw(text: string, style: Style, { left, width, align = 'left' }: Place): void {
    this.use(style);
    this.pdf.text(this.written(text), left, this.at, { width, align });
  }

  private use({ font, size }: Style): void {
    this.pdf.font(font).fontSize(size);
  }

  /** Asked of the font that is in use. */
  private written(text: string): string {
    return writtenWith((point) => this.pdf._font.font.hasGlyphForCodePoint(point), text);
  }
}

/** pdfkit writes these texts into the XML of the metadata as they are. */
function forMetadata(text: string): string {
  return text.replaceAll('&', 'and').replaceAll(/[<>]/g, '');
}
