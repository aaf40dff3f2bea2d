/** A row of a worked-examples file names something that the product does not know, so its figures prove nothing. */
export class NotUnderstood extends Error {
  override readonly name = 'NotUnderstood';
}

/**
 * One kind of worked example: computes, with the product's own rules, every figure that an example of the kind may expect.
 * The file's words and units are kept (whole pence, inclusive `to` dates, decimals as text); the checker compares.
 */
export interface WorkedExampleKind {
  readonly kind: string;
  /**
   * @param inputs the row's inputs as parsed JSON
   * @param expected the row's expected answer: only its keys may be looked at, to see which variants are asked for
   * @returns an answer in the words of `expected`; keys that nobody expects are ignored
   * @throws NotUnderstood when an input is unknown or missing, so that nothing is guessed
   */
  compute(
    inputs: Readonly<Record<string, unknown>>,
    expected: Readonly<Record<string, unknown>>,
  ): Record<string, unknown>;
}
