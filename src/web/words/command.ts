/** Something that can be done to a record: the end of its address in the API, and what people call it. */
export interface Command {
  /** Its step in the table of stages; absent where that table does not know it, as it is possible at every stage. */
  readonly step?: string;
  readonly path: string;
  readonly text: string;
  /** What it is about; pages list it under this heading. */
  readonly group: string;
}
