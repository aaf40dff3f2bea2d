import { randomUUID } from 'node:crypto';
import type { Page, PageRow, Side } from './sides/side.js';

/** What a reader that follows the store from place to place saw while many wrote. */
export interface Tailing {
  readonly side: string;
  readonly written: number;
  readonly missed: number;
  readonly doubled: number;
  /** Events that came after one with a later place, or before an earlier event of their own stream. */
  readonly outOfOrder: number;
}

const WRITERS = 32;
const PAGE = 100;

/** Thirty-two writers append one to three events at a time, and a reader goes on from the last place that it saw. */
export async function tail(
  side: Side,
  readAll: (after: bigint, limit: number) => Promise<Page>,
  seconds: number,
): Promise<Tailing> {
  let after = await endOf(readAll);
  const end = performance.now() + seconds * 1000;
  const writing = Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(side, writer, end)));
  let done = false;
  void writing.finally(() => (done = true));

  const seen: PageRow[] = [];
  for (let isOver = false; !isOver;) {
    // An empty page says that there is nothing more only when nobody could write any more as it was asked for.
    const hadEnded = done;
    const page = await readAll(after, PAGE);
    seen.push(...page.rows());
    after = page.last;
    isOver = hadEnded && page.count === 0;
  }
  const written = (await writing).flat();
  const times = new Map<string, number>();
  for (const row of seen) times.set(keyOf(row), (times.get(keyOf(row)) ?? 0) + 1);
  return {
    side: side.name,
    written: written.length,
    missed: written.filter((key) => !times.has(key)).length,
    doubled: [...times.values()].filter((count) => count > 1).length,
    outOfOrder: outOfOrder(seen),
  };
}

async function endOf(readAll: (after: bigint, limit: number) => Promise<Page>): Promise<bigint> {
  for (let after = 0n; ;) {
    const page = await readAll(after, 1000);
    if (page.count === 0) return after;
    after = page.last;
  }
}

async function write(side: Side, writer: number, end: number): Promise<readonly string[]> {
  const keys: string[] = [];
  while (performance.now() < end) {
    const stream = `bench-${randomUUID().replaceAll('-', '')}`;
    const events = 1 + ((writer + keys.length) % 3);
    await side.append(stream, 0, events);
    for (let revision = 1; revision <= events; revision += 1) keys.push(keyOf({ stream, revision }));
  }
  return keys;
}

function outOfOrder(seen: readonly PageRow[]): number {
  let count = 0;
  let last = -1n;
  const revisions = new Map<string, number>();
  for (const { place, stream, revision } of seen) {
    if (place <= last || revision <= (revisions.get(stream) ?? 0)) count += 1;
    last = place;
    revisions.set(stream, revision);
  }
  return count;
}

const keyOf = ({ stream, revision }: Pick<PageRow, 'stream' | 'revision'>) => `${stream}@${revision}`;
