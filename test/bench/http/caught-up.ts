import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_MS = 900_000;

/** True once no read model has an event left to work out, which would take one of the two cores from those who read. */
export async function isCaughtUp(url: string): Promise<boolean> {
  const ready = await fetch(`${url}/health/ready`);
  const { checks } = (await ready.json()) as { checks: readonly { name: string; detail: string }[] };
  return (
    ready.ok && checks.some(({ name, detail }) => name === 'projections' && detail.startsWith('0 events'))
  );
}

/** @throws Error when the read models have not caught up in a quarter of an hour. */
export async function untilCaughtUp(url: string): Promise<void> {
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await pause(500)) {
    if (await isCaughtUp(url)) return;
  }
  throw new Error('The read models did not catch up in time');
}
