/** A store of events under comparison. Each is used as its makers document it, on a database of its own. */
export interface Side {
  readonly name: string;

  /** Appends so many sample events to a stream that holds `revision` of them, or finds that it holds another number. */
  append(stream: string, revision: number, events: number): Promise<Appended>;

  /** Reads a whole stream as its users would, and returns the number of events. */
  readStream(stream: string): Promise<number>;

  /** Up to `limit` events after a place in the order of the whole store; absent where a store has no such order. */
  readonly readAll?: (after: bigint, limit: number) => Promise<Page>;

  close(): Promise<void>;
}

export interface Appended {
  readonly stored: boolean;
  /** What the stream holds now, as far as the writer knows. */
  readonly revision: number;
}

export interface Page {
  readonly count: number;
  /** The place of the last event of the page. */
  readonly last: bigint;
  /** The events as a projection needs them, parsed when asked for. */
  rows(): readonly PageRow[];
}

export interface PageRow {
  readonly place: bigint;
  readonly stream: string;
  readonly revision: number;
  readonly amountPence: number;
}

/** A page of rows that are there already. */
export function pageOf<Row>(rows: readonly Row[], after: bigint, pageRow: (row: Row) => PageRow): Page {
  const last = rows.at(-1);
  return {
    count: rows.length,
    last: last === undefined ? after : pageRow(last).place,
    rows: () => rows.map(pageRow),
  };
}
