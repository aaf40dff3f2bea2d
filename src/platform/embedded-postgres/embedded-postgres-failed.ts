/** The embedded database cannot be used. The message is one line that says what is wrong and what to do about it. */
export class EmbeddedPostgresFailed extends Error {
  override readonly name = 'EmbeddedPostgresFailed';
}
