import type { PlainDate } from '../../kernel/plain-date.js';

/** A document as it is read from its beginning to its end, whatever it is printed by. */
export interface PrintedDocument {
  readonly title: string;
  /** In whose name it goes out. */
  readonly author: string;
  /** The day of the document. Its file says that it was made on it, so that the same document is the same file. */
  readonly date: PlainDate;
  /** Stands at the foot of each page, beside its number. */
  readonly foot: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | PrintedTable
  | { readonly kind: 'steps'; readonly steps: readonly PrintedStep[] };

/** A table whose rows begin with what they are called by. */
export interface PrintedTable {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly PrintedColumn[];
  readonly rows: readonly (readonly string[])[];
  /** Stands last, set off: it is no row of the others’ kind. */
  readonly total?: readonly string[];
}

export interface PrintedColumn {
  readonly text: string;
  /** How wide it is, beside the others. */
  readonly share: number;
  /** Figures stand under each other. */
  readonly numeric?: boolean;
}

/** One step of an explanation with those that it rests on. */
export interface PrintedStep {
  /** `1`, and `1.2` for the second step that it rests on. */
  readonly number: string;
  readonly title: string;
  readonly facts: readonly PrintedFact[];
  readonly from: readonly PrintedStep[];
}

export interface PrintedFact {
  readonly label: string;
  readonly text: string;
}

export const heading = (level: 2 | 3, text: string): Block => ({ kind: 'heading', level, text });
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

/** Facts under each other: what they are called, and what they are. Those without a text are left out. */
export function factsTable(
  caption: string,
  facts: readonly (readonly [label: string, text: string | undefined])[],
): PrintedTable {
  return {
    kind: 'table',
    caption,
    columns: [
      { text: 'What', share: 2 },
      { text: 'Says', share: 3 },
    ],
    rows: facts.flatMap(([label, text]) => (text === undefined ? [] : [[label, text]])),
  };
}
