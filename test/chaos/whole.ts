import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { derivedId } from '../../src/platform/event-store/derived-id.js';
import type { CommandLog, SentCommand } from './sent-command.js';

const QUIET_MS = 10_000;

/** One event as the store has it, as far as it is checked here. */
interface StoredRow {
  readonly position: string;
  readonly stream: string;
  readonly revision: number;
  readonly event_id: string;
  readonly command_id: string;
  readonly causation_id: string;
  readonly actor_id: string;
}

export interface WholeOptions {
  readonly client: pg.ClientBase;
  readonly log: CommandLog;
  /** Events at or before this position were there before the clients began. */
  readonly since: bigint;
  /** Builds every read model anew, as an operator does; where it is left out, the read models are not compared. */
  readonly rebuild?: () => Promise<unknown>;
  /** Verifies the chains of the store, as an auditor does. */
  readonly verify: () => Promise<unknown>;
}

/** What a check of the whole found. */
export interface Whole {
  readonly lost: number;
  readonly doubled: number;
  readonly faults: readonly string[];
}

/**
 * Checks that nothing is lost, doubled, half done or out of order, that the chains hold, and, where a rebuild is given, that
 * the read models are what it makes of the events.
 */
export async function checkWhole({ client, log, since, rebuild, verify }: WholeOptions): Promise<Whole> {
  const faults: string[] = [];
  const say = (fault: string) => void faults.push(fault);
  await atHead(client, say);
  const rows = await storedRows(client, since);
  const { lost, doubled } = checkCommands(rows, log, say);
  await checkOrder(client, say);
  await checkMoney(client, say);
  await verify().catch((fault: unknown) => say(`the chains do not verify: ${String(fault)}`));
  if (rebuild !== undefined) await checkReadModels(client, rebuild, say);
  return { lost, doubled, faults };
}

/** Every follower of the store has to be at its head soon after the last command. */
async function atHead(client: pg.ClientBase, say: (fault: string) => void): Promise<void> {
  const behind = async () => {
    const { rows } = await client.query<{ name: string; stopped_because: string | null }>(`
      SELECT name, stopped_because
      FROM (SELECT name, commit_position, stopped_because FROM projection_checkpoint
            UNION ALL SELECT name, commit_position, stopped_because FROM reactor_checkpoint) followers
      WHERE commit_position < (SELECT max(position) FROM event_store.events)`);
    return rows;
  };
  for (const until = Date.now() + QUIET_MS; Date.now() < until; await pause(50)) {
    if ((await behind()).length === 0) return;
  }
  const late = await behind();
  for (const { name, stopped_because } of late) {
    say(
      `${name} is behind ${QUIET_MS / 1000} seconds after the last command: ${stopped_because ?? 'no reason'}`,
    );
  }
}

async function storedRows(client: pg.ClientBase, since: bigint): Promise<readonly StoredRow[]> {
  const { rows } = await client.query<StoredRow>(
    `SELECT position, stream, revision, event_id, metadata ->> 'commandId' AS command_id,
            metadata ->> 'causationId' AS causation_id, metadata -> 'actor' ->> 'id' AS actor_id
     FROM (SELECT position, stream, revision, event_id, convert_from(metadata, 'UTF8')::json AS metadata
           FROM event_store.events WHERE position > $1) stored
     ORDER BY position`,
    [since],
  );
  return rows;
}

function checkCommands(
  rows: readonly StoredRow[],
  log: CommandLog,
  say: (fault: string) => void,
): { readonly lost: number; readonly doubled: number } {
  const byCommand = grouped(rows, ({ command_id }) => command_id);
  // An alert takes the place of its person first, and a recharge that of its case, each by a command of its own.
  const sent = new Set(
    log.sent.flatMap(({ commandId }) => [
      commandId,
      derivedId('case-register', commandId),
      derivedId('charge-register', commandId),
    ]),
  );
  let [lost, doubled] = [0, 0];
  for (const command of log.sent) {
    const events = byCommand.get(command.commandId) ?? [];
    if (command.outcome === 'acknowledged' && !holds(events, command)) {
      lost += 1;
      say(`${command.description} was acknowledged, and is not there as it was`);
    }
    if (command.outcome === 'refused' && events.length > 0)
      say(`${command.description} was refused, and is there`);
    if (!onceAndWhole(events)) {
      doubled += 1;
      say(`${command.description} is there twice or in part`);
    }
  }
  for (const [commandId, events] of byCommand) {
    const [first] = events as [StoredRow];
    if (sent.has(commandId)) continue;
    if (!isReaction(first)) say(`${first.stream} ${first.revision} was sent by nobody`);
    else if (!onceAndWhole(events)) say(`the reaction ${first.stream} ${first.revision} is there twice`);
  }
  return { lost, doubled };
}

function grouped<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

/** The last event of the command in its stream is where the answer said. */
function holds(events: readonly StoredRow[], { revision, position, caseRef }: SentCommand): boolean {
  return events.some(
    (event) =>
      event.stream === `transfer-case-${caseRef}` &&
      event.revision === revision &&
      event.position === position,
  );
}

/** Event ids follow from the command and the place among its events, so a second copy would not have them. */
function onceAndWhole(events: readonly StoredRow[]): boolean {
  return [...grouped(events, ({ stream }) => stream).values()].every((ofStream) => {
    const [first] = ofStream as [StoredRow];
    return ofStream.every(
      ({ event_id, revision }, index) =>
        event_id === derivedId('event', first.command_id, index) && revision === first.revision + index,
    );
  });
}

function isReaction({ actor_id, command_id, causation_id }: StoredRow): boolean {
  const [, reactor] = /^reactor:(.+)$/.exec(actor_id) ?? [];
  if (reactor === undefined) return false;
  return [0, 1, 2, 3].some((index) => derivedId('reaction', reactor, causation_id, index) === command_id);
}

async function checkOrder(client: pg.ClientBase, say: (fault: string) => void): Promise<void> {
  const { rows } = await client.query<Record<'positions' | 'revisions' | 'times', boolean>>(`
    SELECT
      (SELECT count(*) = coalesce(max(position), 0) FROM event_store.events) AS positions,
      NOT EXISTS (SELECT FROM event_store.events GROUP BY stream HAVING count(*) <> max(revision) OR min(revision) <> 1)
        AS revisions,
      NOT EXISTS (
        SELECT FROM (SELECT recorded_at, lag(recorded_at) OVER (ORDER BY position) AS before FROM event_store.events) timed
        WHERE recorded_at < before) AS times`);
  const [found] = rows;
  if (found?.positions !== true) say('the positions are not 1 to N');
  if (found?.revisions !== true) say('the revisions of a stream are not 1 to n');
  if (found?.times !== true) say('the recorded time goes back');
}

async function checkMoney(client: pg.ClientBase, say: (fault: string) => void): Promise<void> {
  const { rows: recharges } = await client.query<{ recharge_ref: string }>(`
    SELECT recharge_ref FROM read_model.recharge r
    WHERE total_pence <> (SELECT coalesce(sum(amount_pence), 0) FROM read_model.recharge_line l
                          WHERE l.recharge_ref = r.recharge_ref)`);
  recharges.forEach(({ recharge_ref }) => say(`${recharge_ref} is not the sum of its lines`));
  const { rows: splits } = await client.query<{ employment_id: string }>(`
    SELECT employment_id FROM read_model.redundancy_cost c
    WHERE residual_pence <> (SELECT sum(share_pence) FROM read_model.redundancy_share s
                             WHERE s.employment_id = c.employment_id)`);
  splits.forEach(({ employment_id }) => say(`the shares of ${employment_id} do not make the whole`));
}

async function checkReadModels(
  client: pg.ClientBase,
  rebuild: () => Promise<unknown>,
  say: (fault: string) => void,
): Promise<void> {
  const followed = await readModels(client);
  await rebuild().catch((fault: unknown) => say(`the read models cannot be rebuilt: ${String(fault)}`));
  const rebuilt = await readModels(client);
  for (const [table, hash] of followed) {
    if (rebuilt.get(table) !== hash) say(`read_model.${table} is not what a rebuild makes of the events`);
  }
}

/** A hash of the sorted rows of each read model. */
async function readModels(client: pg.ClientBase): Promise<ReadonlyMap<string, string>> {
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'read_model' ORDER BY 1`,
  );
  const hashes = new Map<string, string>();
  for (const { name } of tables) {
    const { rows } = await client.query<{ hash: string }>(
      `SELECT coalesce(md5(string_agg(t::text, E'\\n' ORDER BY t::text)), '') AS hash FROM read_model."${name}" t`,
    );
    hashes.set(name, rows[0]?.hash ?? '');
  }
  return hashes;
}
