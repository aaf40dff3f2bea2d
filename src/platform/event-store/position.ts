/**
 * A place in the global order of the store. PostgreSQL numbers events 1, 2, 3 and both parts are that number; KurrentDB
 * needs both its commit and its prepare position, and saving only one of them can skip an event on resuming.
 */
export interface Position {
  readonly commit: bigint;
  readonly prepare: bigint;
}

/** Before the first event. */
export const START: Position = { commit: 0n, prepare: 0n };

export function comparePositions(left: Position, right: Position): number {
  if (left.commit !== right.commit) return left.commit < right.commit ? -1 : 1;
  if (left.prepare !== right.prepare) return left.prepare < right.prepare ? -1 : 1;
  return 0;
}

/** `42` where both parts agree, else `42/40`. */
export function formatPosition({ commit, prepare }: Position): string {
  return commit === prepare ? String(commit) : `${commit}/${prepare}`;
}

/** Reads what `formatPosition` writes; nothing for any other text. */
export function parsePosition(text: string): Position | undefined {
  const match = /^(\d{1,19})(?:\/(\d{1,19}))?$/.exec(text);
  if (!match) return undefined;
  const commit = BigInt(match[1] ?? '');
  return { commit, prepare: match[2] === undefined ? commit : BigInt(match[2]) };
}
