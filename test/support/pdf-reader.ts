import { inflateSync } from 'node:zlib';

// Reads a PDF from its bytes, and knows nothing of what wrote it: what its structure says, what is drawn, and of what it is part.

/** A value of a PDF. Names are texts that begin with a slash, and texts are their bytes. */
export type PdfValue =
  number | string | boolean | null | Buffer | PdfReference | PdfStream | readonly PdfValue[] | PdfDictionary;
export interface PdfDictionary {
  readonly [name: string]: PdfValue | undefined;
}

class PdfReference {
  constructor(readonly id: number) {}
}

class PdfStream {
  constructor(
    readonly dictionary: PdfDictionary,
    readonly data: Buffer,
  ) {}
}

/** An operator of a page, by which it is drawn. */
class Operator {
  constructor(readonly name: string) {}
}

/** An element of the structure tree with the text that is drawn as its content. */
export interface PdfElement {
  readonly type: string;
  readonly scope?: string;
  readonly text: string;
  readonly children: readonly PdfElement[];
}

export interface ReadPdf {
  readonly header: string;
  readonly metadata: string;
  /** What the file says of itself as a whole. */
  readonly resolved: Readonly<
    Record<'Lang' | 'MarkInfo' | 'ViewerPreferences' | 'Title' | 'CreationDate', unknown>
  >;
  readonly pages: readonly PdfDictionary[];
  readonly fonts: readonly PdfDictionary[];
  readonly structure: PdfElement;
  /** Texts that are drawn and not read out, page by page. */
  readonly furniture: readonly string[];
  /** What is drawn and belongs neither to an element nor to the furniture. */
  readonly unmarked: readonly string[];
}

/** What draws something. What only sets how the next thing is drawn need not be marked. */
const DRAWS = new Set([
  'Tj',
  'TJ',
  "'",
  '"',
  'S',
  's',
  'f',
  'F',
  'f*',
  'B',
  'B*',
  'b',
  'b*',
  'sh',
  'Do',
  'EI',
]);

export function readPdf(bytes: Buffer): ReadPdf {
  const file = new PdfFile(bytes);
  const catalogue = file.dictionary(file.trailer['Root']);
  const info = file.dictionary(file.trailer['Info']);
  const pages = file.list(file.dictionary(catalogue['Pages'])['Kids']).map((page) => file.dictionary(page));
  const drawn = pages.map((page) => drawnOn(file, page));
  const fonts = pages.flatMap((page) => Object.values(fontsOf(file, page)));
  const byPage = new Map(
    file.list(file.dictionary(catalogue['Pages'])['Kids']).map((page, index) => [idOf(page), drawn[index]]),
  );
  const elementOf = (value: PdfValue | undefined): PdfElement => {
    const element = file.dictionary(value);
    const children: PdfElement[] = [];
    let text = '';
    for (const child of file.list(element['K'])) {
      const kid = file.resolve(child);
      // Content of the page that the element names itself, or of one that the content names.
      if (typeof kid === 'number') text += byPage.get(idOf(element['Pg']))?.marked.get(kid) ?? '';
      else if (isDictionary(kid) && kid['Type'] === '/MCR') {
        text += byPage.get(idOf(kid['Pg'] ?? element['Pg']))?.marked.get(Number(kid['MCID'])) ?? '';
      } else children.push(elementOf(child));
    }
    const scope = element['A'] === undefined ? undefined : file.dictionary(element['A'])['Scope'];
    return {
      type: nameIn(element['S']),
      ...(typeof scope === 'string' && { scope: nameIn(scope) }),
      text,
      children,
    };
  };
  const [root] = file.list(file.dictionary(catalogue['StructTreeRoot'])['K']);
  return {
    header: bytes.subarray(0, 8).toString('latin1'),
    resolved: {
      Lang: shown(file.resolve(catalogue['Lang'])),
      MarkInfo: file.resolve(catalogue['MarkInfo']),
      ViewerPreferences: file.resolve(catalogue['ViewerPreferences']),
      Title: shown(file.resolve(info['Title'])),
      CreationDate: shown(file.resolve(info['CreationDate'])),
    },
    metadata: file.stream(catalogue['Metadata']).data.toString('utf8'),
    pages,
    fonts: [...new Set(fonts)].map((font) => resolvedFont(file, font)),
    structure: elementOf(root),
    furniture: drawn.map(({ furniture }) => furniture),
    unmarked: drawn.flatMap(({ unmarked }) => unmarked),
  };
}

/** The texts of the elements of a type, in their order, wherever they stand. */
export function textsOf(element: PdfElement, type: string): readonly string[] {
  return [
    ...(element.type === type ? [element.text] : []),
    ...element.children.flatMap((child) => textsOf(child, type)),
  ];
}

/** Every element below this one, and itself. */
export function elementsIn(element: PdfElement): readonly PdfElement[] {
  return [element, ...element.children.flatMap(elementsIn)];
}

const nameIn = (value: PdfValue | undefined) => (typeof value === 'string' ? value.slice(1) : '');
const shown = (value: PdfValue) => (Buffer.isBuffer(value) ? value.toString('latin1') : value);

function resolvedFont(file: PdfFile, font: PdfDictionary): PdfDictionary {
  const [descendant] = file.list(font['DescendantFonts']);
  const below = file.dictionary(descendant);
  return { ...font, ...below, FontDescriptor: file.dictionary(below['FontDescriptor']) };
}

interface Drawn {
  readonly marked: ReadonlyMap<number, string>;
  readonly furniture: string;
  readonly unmarked: readonly string[];
}

function drawnOn(file: PdfFile, page: PdfDictionary): Drawn {
  const unicode = Object.fromEntries(
    Object.entries(fontsOf(file, page)).map(([name, font]) => [name, charactersOf(file, font)]),
  );
  const marked = new Map<number, string>();
  const unmarked: string[] = [];
  const within: (number | 'furniture')[] = [];
  let furniture = '';
  let font = '';
  let operands: PdfValue[] = [];
  for (const token of new Tokens(file.stream(page['Contents']).data).operators()) {
    if (!(token instanceof Operator)) {
      operands.push(token);
      continue;
    }
    const [first, second] = operands;
    if (token.name === 'BDC' || token.name === 'BMC') {
      const id = isDictionary(second) ? second['MCID'] : undefined;
      within.push(typeof id === 'number' ? id : 'furniture');
    } else if (token.name === 'EMC') within.pop();
    else if (token.name === 'Tf') font = nameIn(first);
    else if (DRAWS.has(token.name)) {
      const text = textShown(operands, unicode[font]);
      const place = within.at(-1);
      if (place === undefined) unmarked.push(`${token.name} ${text}`);
      else if (place === 'furniture') furniture += text;
      else marked.set(place, (marked.get(place) ?? '') + text);
    }
    operands = [];
  }
  return { marked, furniture, unmarked };
}

function fontsOf(file: PdfFile, page: PdfDictionary): Readonly<Record<string, PdfDictionary>> {
  const fonts = file.dictionary(file.dictionary(page['Resources'])['Font'] ?? {});
  return Object.fromEntries(Object.entries(fonts).map(([name, font]) => [name, file.dictionary(font)]));
}

function textShown(
  operands: readonly PdfValue[],
  characters: ReadonlyMap<number, string> | undefined,
): string {
  const shown = operands.flat().filter((each) => Buffer.isBuffer(each));
  return shown
    .flatMap((each) => Array.from({ length: each.length / 2 }, (_, index) => each.readUInt16BE(index * 2)))
    .map((code) => characters?.get(code) ?? '�')
    .join('');
}

/** What the font says that each of its codes stands for. */
function charactersOf(file: PdfFile, font: PdfDictionary): ReadonlyMap<number, string> {
  const characters = new Map<number, string>();
  const map = file.stream(font['ToUnicode']).data.toString('latin1');
  const read = (hex: string) => Buffer.from(hex.replaceAll(/\s/g, ''), 'hex').swap16().toString('utf16le');
  for (const [, ranges = ''] of map.matchAll(/beginbfrange(.*?)endbfrange/gs)) {
    for (const [, from = '', , list = ''] of ranges.matchAll(/<(\w+)>\s*<(\w+)>\s*\[(.*?)\]/gs)) {
      for (const [index, [, hex = '']] of [...list.matchAll(/<([\w\s]+)>/g)].entries()) {
        characters.set(Number.parseInt(from, 16) + index, read(hex));
      }
    }
  }
  return characters;
}

const isDictionary = (value: unknown): value is PdfDictionary =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
const idOf = (value: PdfValue | undefined): number => (value instanceof PdfReference ? value.id : 0);

class PdfFile {
  readonly trailer: PdfDictionary;
  private readonly values = new Map<number, PdfValue>();

  constructor(bytes: Buffer) {
    const text = bytes.toString('latin1');
    for (const { index, 1: id } of text.matchAll(/(?<=[\r\n])(\d+) 0 obj\s/g)) {
      const tokens = new Tokens(bytes, index + `${id} 0 obj`.length);
      const value = tokens.value();
      this.values.set(Number(id), isDictionary(value) ? tokens.streamAfter(value) : value);
    }
    this.trailer = new Tokens(bytes, text.lastIndexOf('trailer') + 'trailer'.length).value() as PdfDictionary;
  }

  resolve(value: PdfValue | undefined): PdfValue {
    if (value instanceof PdfReference) return this.values.get(value.id) ?? null;
    return value ?? null;
  }

  dictionary(value: PdfValue | undefined): PdfDictionary {
    const resolved = this.resolve(value);
    if (!isDictionary(resolved)) throw new TypeError(`This is no dictionary: ${JSON.stringify(resolved)}`);
    return resolved;
  }

  stream(value: PdfValue | undefined): PdfStream {
    const resolved = this.resolve(value);
    if (!(resolved instanceof PdfStream)) throw new TypeError('This is no stream');
    return resolved;
  }

  /** What is not a list is a list of itself, and what is not there an empty one. */
  list(value: PdfValue | undefined): readonly PdfValue[] {
    const resolved = this.resolve(value);
    if (resolved === null) return [];
    return Array.isArray(resolved) ? (resolved as readonly PdfValue[]) : [value as PdfValue];
  }
}

const SPACE = /[\s\0]/;
const ENDS = /[\s\0()<>[\]{}/%]/;

/** Reads one value after the other. */
class Tokens {
  constructor(
    private readonly bytes: Buffer,
    private at = 0,
  ) {}

  *operators(): Generator<PdfValue | Operator> {
    for (this.skip(); this.at < this.bytes.length; this.skip()) yield this.next();
  }

  value(): PdfValue {
    const value = this.next();
    if (value instanceof Operator) throw new TypeError(`This is no value: ${value.name}`);
    return value;
  }

  streamAfter(dictionary: PdfDictionary): PdfValue {
    this.skip();
    if (!this.sees('stream')) return dictionary;
    const from = this.bytes.indexOf('\n', this.at) + 1;
    const data = this.bytes.subarray(from, from + Number(dictionary['Length']));
    return new PdfStream(dictionary, dictionary['Filter'] === '/FlateDecode' ? inflateSync(data) : data);
  }

  private next(): PdfValue | Operator {
    this.skip();
    if (this.takes('<<')) return this.dictionary();
    if (this.takes('[')) return this.listUntil(']');
    if (this.takes('(')) return this.literal();
    if (this.takes('<')) return Buffer.from(this.until('>'), 'hex');
    if (this.takes('/')) return `/${this.word()}`;
    const word = this.word();
    if (word === 'true' || word === 'false') return word === 'true';
    if (word === 'null') return null;
    const number = Number(word);
    if (word === '' || Number.isNaN(number)) return new Operator(word);
    return this.reference(number) ?? number;
  }

  private dictionary(): PdfDictionary {
    const all = this.listUntil('>>');
    return Object.fromEntries(
      Array.from({ length: all.length / 2 }, (_, index) => [
        nameIn(all[index * 2]),
        all[index * 2 + 1] ?? null,
      ]),
    );
  }

  private listUntil(end: string): readonly PdfValue[] {
    const values: PdfValue[] = [];
    for (this.skip(); !this.takes(end); this.skip()) values.push(this.value());
    return values;
  }

  /** `12 0 R`, seen from behind its first number. */
  private reference(id: number): PdfReference | undefined {
    const rest = /^ 0 R\b/.exec(this.bytes.toString('latin1', this.at, this.at + 5));
    if (rest === null) return undefined;
    this.at += rest[0].length;
    return new PdfReference(id);
  }

  private literal(): Buffer {
    const read: number[] = [];
    for (let open = 1; ; this.at += 1) {
      const byte = this.bytes[this.at] ?? 0;
      const character = String.fromCharCode(byte);
      if (character === '\\') {
        this.at += 1;
        const escaped = String.fromCharCode(this.bytes[this.at] ?? 0);
        read.push(
          ({ n: 10, r: 13, t: 9, b: 8, f: 12 } as Record<string, number>)[escaped] ?? escaped.charCodeAt(0),
        );
        continue;
      }
      if (character === '(') open += 1;
      if (character === ')') open -= 1;
      if (open === 0) break;
      read.push(byte);
    }
    this.at += 1;
    return Buffer.from(read);
  }

  private word(): string {
    const from = this.at;
    while (this.at < this.bytes.length && !ENDS.test(this.character())) this.at += 1;
    return this.bytes.toString('latin1', from, this.at);
  }

  private until(end: string): string {
    const from = this.at;
    this.at = this.bytes.indexOf(end, from) + end.length;
    return this.bytes.toString('latin1', from, this.at - end.length);
  }

  private skip(): void {
    while (this.at < this.bytes.length && SPACE.test(this.character())) this.at += 1;
  }

  private sees(text: string): boolean {
    return this.bytes.toString('latin1', this.at, this.at + text.length) === text;
  }

  private takes(text: string): boolean {
    const sees = this.sees(text);
    if (sees) this.at += text.length;
    return sees;
  }

  private character(): string {
    return String.fromCharCode(this.bytes[this.at] ?? 0);
  }
}
