/** A link of a cell that has several. */
export interface CellLink {
  readonly text: string;
  readonly href: string;
  readonly hidden: string;
}

/** What stands in a cell of a table: a text, perhaps as a link, or several links to files. */
export interface Cell {
  readonly text: string;
  readonly href?: string;
  /** What a link says besides its text to who does not see where it stands. */
  readonly hidden?: string;
  readonly links?: readonly CellLink[];
}

export interface Column<Row> {
  readonly text: string;
  /** Figures stand under each other. */
  readonly numeric?: boolean;
  readonly cell: (row: Row) => Cell | string;
}

/** A table as `components/data-table.njk` draws it. Each row begins with what it is called by. */
export interface DataTable {
  readonly caption: string;
  readonly columns: readonly { readonly text: string; readonly numeric: boolean }[];
  readonly rows: readonly (readonly Cell[])[];
  /** What is said in place of a table without rows. */
  readonly empty: string;
}

export function dataTable<Row>(
  caption: string,
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  empty: string,
): DataTable {
  return {
    caption,
    columns: columns.map(({ text, numeric = false }) => ({ text, numeric })),
    rows: rows.map((row) =>
      columns.map(({ cell }) => {
        const content = cell(row);
        return typeof content === 'string' ? { text: content } : content;
      }),
    ),
    empty,
  };
}
