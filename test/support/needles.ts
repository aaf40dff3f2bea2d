import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const SHORTEST = 6;
const FILTER_BITS = 22;

/**
 * Many texts that are looked for at once, in whatever form a program may leave them behind: as they are, in small and in
 * capital letters, as the hexadecimal digits and as the Base64 of their bytes.
 */
export class Needles {
  private readonly pairs = new Uint8Array(1 << 16);
  private readonly filter = new Uint8Array(1 << FILTER_BITS);
  private readonly byStart = new Map<number, { readonly bytes: Buffer; readonly label: string }[]>();

  /** @param label what is said when the text is found */
  add(text: string, label = text): void {
    const forms = [text, text.toLowerCase(), text.toUpperCase()].map((form) => Buffer.from(form, 'utf8'));
    for (const form of forms) {
      this.addBytes(form, label);
      this.addBytes(Buffer.from(form.toString('hex')), `${label} in hexadecimal`);
      for (const aligned of base64Forms(form)) this.addBytes(Buffer.from(aligned), `${label} in Base64`);
    }
  }

  /** The labels of what is found, each once. */
  find(within: Buffer): ReadonlySet<string> {
    const found = new Set<string>();
    if (within.length < SHORTEST) return found;
    // A folder has hundreds of millions of places, and at nearly all of them two bytes are enough to go on to the next.
    const { pairs, filter } = this;
    let pair = (within[0] ?? 0) << 8;
    for (let at = 0; at + SHORTEST <= within.length; at += 1) {
      pair = (pair >>> 8) | ((within[at + 1] ?? 0) << 8);
      if (pairs[pair] === 0) continue;
      const start = within.readUInt32LE(at);
      if (filter[slotOf(start)] === 0) continue;
      for (const { bytes, label } of this.byStart.get(start) ?? [])
        if (within.subarray(at, at + bytes.length).equals(bytes)) found.add(label);
    }
    return found;
  }

  /** The labels of what is found in any file of a folder, with the file. */
  async findInFolder(folder: string): Promise<{ readonly files: number; readonly found: readonly string[] }> {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    const found: string[] = [];
    for (const { parentPath, name } of files) {
      const file = join(parentPath, name);
      for (const label of this.find(await contentOf(file))) found.push(`${label} in ${file}`);
    }
    return { files: files.length, found };
  }

  private addBytes(bytes: Buffer, label: string): void {
    // Shorter ones are found by chance.
    if (bytes.length < SHORTEST) throw new RangeError(`"${label}" is too short to look for`);
    const start = bytes.readUInt32LE(0);
    this.pairs[start & 0xffff] = 1;
    this.filter[slotOf(start)] = 1;
    const known = this.byStart.get(start) ?? [];
    if (!known.some((each) => each.bytes.equals(bytes)))
      this.byStart.set(start, [...known, { bytes, label }]);
  }
}

/** Nothing of a file that its program removed meanwhile. */
async function contentOf(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw fault;
  }
}

function slotOf(start: number): number {
  return (Math.imul(start, 0x9e3779b1) >>> (32 - FILTER_BITS)) & ((1 << FILTER_BITS) - 1);
}

/** The middle of the Base64 of bytes, as it stands wherever they begin within three. */
function base64Forms(bytes: Buffer): readonly string[] {
  return [0, 1, 2]
    .map((offset) =>
      Buffer.concat([Buffer.alloc(offset), bytes])
        .toString('base64')
        .replaceAll('=', ''),
    )
    .map((text, offset) => text.slice(offset === 0 ? 0 : offset + 1, -1))
    .filter((text) => text.length >= 8);
}
