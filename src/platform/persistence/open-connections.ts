/** Somebody's hold on a connection of a pool, until they let go of it. */
export interface Held {
  release(): unknown;
}

/**
 * Has a pool open its connections before anybody needs them, one after the other, so that no crowd has to wait until they are
 * open. Where the database does not answer, or the pool is closed meanwhile, whoever asks next opens what is missing.
 *
 * @param hold takes one connection of the pool, which it opens where none is free
 */
export async function openConnections(count: number, hold: () => Promise<Held>): Promise<void> {
  const held: Held[] = [];
  try {
    while (held.length < count) held.push(await hold());
  } catch {
    // Said to whoever asks next, who can be told.
  } finally {
    for (const each of held) await each.release();
  }
}
