import { strFromU8, unzipSync } from 'fflate';

/** A cell as a spreadsheet program would take it. */
export interface ReadCell {
  readonly kind: 'text' | 'number' | 'formula';
  /** The text, or the digits as they stand in the file. */
  readonly value: string;
  /** The number of the format in which it is shown. */
  readonly format: number;
}

export interface ReadSheet {
  readonly name: string;
  /** How many rows stay in sight at the top. */
  readonly frozenRows: number;
  readonly rows: readonly (readonly (ReadCell | undefined)[])[];
}

/** Reads a workbook from its bytes, following the relationships in it. */
export function readXlsx(bytes: Uint8Array): readonly ReadSheet[] {
  const files = unzipSync(bytes);
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const workbook = text('xl/workbook.xml');
  const targets = new Map(
    all(text('xl/_rels/workbook.xml.rels'), /<Relationship Id="(\w+)"[^>]* Target="([^"]+)"/g).map(
      ([id = '', target = '']) => [id, target],
    ),
  );
  const formats = all(/<cellXfs.*<\/cellXfs>/.exec(text('xl/styles.xml'))?.[0] ?? '', /numFmtId="(\d+)"/g);
  return all(workbook, /<sheet name="([^"]*)" sheetId="\d+" r:id="(\w+)"\/>/g).map(([name = '', id = '']) => {
    const sheet = text(`xl/${targets.get(id)}`);
    return {
      name: unescaped(name),
      frozenRows: Number(/<pane ySplit="(\d+)"[^>]* state="frozen"/.exec(sheet)?.[1] ?? 0),
      rows: all(sheet, /<row r="\d+">(.*?)<\/row>/gs).map(([cells = '']) => rowOf(cells, formats)),
    };
  });
}

function rowOf(cells: string, formats: readonly (readonly string[])[]): readonly (ReadCell | undefined)[] {
  const row: (ReadCell | undefined)[] = [];
  const each = /<c r="([A-Z]+)\d+" s="(\d+)"( t="inlineStr")?>(.*?)<\/c>/gs;
  for (const [column = '', style = '', inline = '', content = ''] of all(cells, each)) {
    const index = Array.from(column).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    const [, written = ''] = /<(?:t xml:space="preserve"|v)>(.*?)<\/(?:t|v)>/s.exec(content) ?? [];
    row[index] = {
      kind: content.includes('<f>') ? 'formula' : inline === '' ? 'number' : 'text',
      value: unescaped(written),
      format: Number(formats[Number(style)]?.[0]),
    };
  }
  return row;
}

function all(text: string, pattern: RegExp): readonly (readonly string[])[] {
  return Array.from(text.matchAll(pattern), ([, ...groups]) => groups);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

function unescaped(text: string): string {
  return text
    .replaceAll(/&(\w+);/g, (_, name: string) => ENTITIES[name] ?? '?')
    .replaceAll(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
