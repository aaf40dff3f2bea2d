import { ratesAsExamples } from './rates-file.js';
import { ownValue } from './own-value.js';

/** One row of a worked-examples file, as it stands there. Whether it can be understood is found out when it is checked. */
export interface WorkedExampleRow {
  /** The row's id, with its place in the file when it has none or one that another row has too. */
  readonly label: string;
  readonly row: unknown;
}

/** The file cannot be checked at all. The message is one line. */
export class UnreadableExamples extends Error {
  override readonly name = 'UnreadableExamples';
}

/**
 * Reads the rows of a worked-examples file: `{"examples": [...]}` or `{"rows": [...]}`, or of a file of rates.
 *
 * @throws UnreadableExamples when it is not JSON, has no such list, or the list is empty.
 */
export function readWorkedExamples(text: string): readonly WorkedExampleRow[] {
  const file = parse(text);
  const lists = ['examples', 'rows'].map((name) => ownValue(file, name)).filter(Array.isArray);
  const rows = lists.length > 0 ? (lists.flat() as readonly unknown[]) : ratesAsExamples(file);
  if (rows === undefined) {
    throw new UnreadableExamples('The file has no list "examples" or "rows", nor lists of dated rates');
  }
  if (rows.length === 0) throw new UnreadableExamples('The file has no rows');
  const ids = rows.map(idOf);
  return rows.map((row, index) => ({ label: labelOf(ids, index), row }));
}

function parse(text: string): unknown {
  try {
    // A byte order mark is not JSON, but editors write it.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message.replaceAll(/\s+/g, ' ') : String(fault);
    throw new UnreadableExamples(`The file is not JSON: ${reason}`);
  }
}

function idOf(row: unknown): string | undefined {
  const id = ownValue(row, 'id');
  if (typeof id === 'number') return String(id);
  // The label stands in lines of output, so it has to stay in one.
  const text = typeof id === 'string' ? id.replaceAll(/\s+/g, ' ').trim() : '';
  return text === '' ? undefined : text;
}

function labelOf(ids: readonly (string | undefined)[], index: number): string {
  const id = ids[index];
  if (id === undefined) return `row ${index + 1}`;
  return ids.filter((each) => each === id).length === 1 ? id : `${id} (row ${index + 1})`;
}
