/** What a command's exit code says. They are part of the interface: scripts rely on them. */
export const EXIT = {
  /** It was done, and nothing is wrong. */
  done: 0,
  /** It was done, and found what it looks for: a wrong figure, a pending migration, a view that stands still. */
  found: 1,
  /** It could not be done: the words are wrong, a file cannot be read, the database cannot be reached. */
  cannot: 2,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export const EXIT_CODES_HELP = `
Exit codes:
  0  done, and nothing is wrong
  1  done, and something was found: a wrong figure, a pending migration, a view that stands still, no such case
  2  not done: wrong arguments, a file that cannot be read, a database that cannot be reached`;

/** The command cannot be carried out. The message is one line for the person who typed it. */
export class CannotDo extends Error {
  override readonly name = 'CannotDo';
}
