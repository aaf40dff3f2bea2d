/** Of pdfkit what documents are written with: the published types do not know tagged tables or PDF/UA. */
declare module 'pdfkit' {
  import type { Readable } from 'node:stream';

  interface PdfOptions {
    readonly size: 'A4';
    readonly margins: {
      readonly top: number;
      readonly right: number;
      readonly bottom: number;
      readonly left: number;
    };
    readonly pdfVersion: '1.7';
    readonly subset: 'PDF/UA';
    readonly tagged: true;
    readonly displayTitle: true;
    readonly lang: string;
    readonly bufferPages: true;
    /** The file of the font that is there from the beginning, so that no standard font is, which could not be embedded. */
    readonly font: string;
    readonly info: Readonly<Record<'Title' | 'Author' | 'Producer' | 'Creator', string>> &
      Readonly<Record<'CreationDate' | 'ModDate', Date>>;
  }

  interface TextOptions {
    readonly width?: number;
    readonly align?: 'left' | 'right';
    readonly lineBreak?: boolean;
  }

  /** An element of the structure tree. A closure draws what it is about. */
  export interface PdfElement {
    add(child: PdfElement | (() => void)): this;
    end(): void;
  }

  export default class PDFDocument extends Readable {
    constructor(options: PdfOptions);
    x: number;
    y: number;
    readonly page: {
      readonly width: number;
      readonly height: number;
      readonly margins: { top: number; right: number; bottom: number; left: number };
    };
    /** The font in use as fontkit knows it. Not in pdfkit's description, and the one way to ask which characters it has. */
    readonly _font: { readonly font: { hasGlyphForCodePoint(point: number): boolean } };
    addPage(): this;
    switchToPage(index: number): this;
    bufferedPageRange(): { readonly start: number; readonly count: number };
    registerFont(name: string, file: string): this;
    font(name: string): this;
    fontSize(points: number): this;
    fillColor(color: string): this;
    strokeColor(color: string): this;
    lineWidth(points: number): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    stroke(): this;
    text(text: string, x: number, y: number, options?: TextOptions): this;
    heightOfString(text: string, options?: TextOptions): number;
    widthOfString(text: string): number;
    struct(type: string, options?: { readonly scope?: 'Column' | 'Row' }): PdfElement;
    addStructure(element: PdfElement): this;
    markContent(tag: 'Artifact', options: { readonly type: 'Pagination' | 'Layout' }): this;
    endMarkedContent(): this;
    end(): void;
  }
}
