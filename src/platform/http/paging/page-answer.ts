/** One page of a list: it gets `Link: rel="next"` when there is more. */
export class PageAnswer<Item = unknown> {
  private constructor(
    readonly items: readonly Item[],
    /** The cursor of the next page; nothing on the last one. */
    readonly next: string | undefined,
    /** Members of the answer beside its items: at which clocks it was asked. */
    readonly more: object,
  ) {}

  /**
   * Makes a page of rows that were read with one more than the limit, which tells whether there is more.
   *
   * @param cursorOf the cursor that leads to the rows after this one.
   */
  static of<Item>(
    rows: readonly Item[],
    limit: number,
    cursorOf: (last: Item) => string,
    more: object = {},
  ): PageAnswer<Item> {
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return new PageAnswer(
      items,
      rows.length > limit && last !== undefined ? cursorOf(last) : undefined,
      more,
    );
  }
}
