import type { DataSource, EntityManager } from 'typeorm';
import { BrokenHistory } from '../../kernel/aggregate.js';
import { Refusal } from '../../kernel/refusal.js';
import type { EventStore, StoredEvent } from '../event-store/event-store.js';
import { comparePositions, parsePosition, START, type Position } from '../event-store/position.js';
import { decodeStored } from '../event-store/recorded.js';
import { refuseAheadOf } from '../following/checkpoint-ahead.js';
import { Checkpoints } from '../following/checkpoints.js';
import type { Followed } from '../following/store-followers.js';
import { outbox } from '../outbox/outbox.js';
import type { OutwardEffect } from '../outbox/outward-effect.js';
import type { EventCatalogues } from '../projections/event-catalogues.js';
import { parkedStreams } from './parked-streams.js';
import { reactionContext } from './reactor-context.js';
import { reactorOutcomes, type ReactorOutcome } from './reactor-outcomes.js';
import type { Reactor } from './reactor.js';

/** Events that are read at a time; after a crash the reactions to no more than these are repeated. */
const BATCH = 100;

const reactorCheckpoints = new Checkpoints('reactor_checkpoint');

export interface ReactorRunnerOptions {
  readonly store: EventStore;
  readonly dataSource: DataSource;
  readonly catalogues: EventCatalogues;
}

/**
 * Lets one reactor react to each event, in order. A reaction may be repeated after a crash, which changes nothing, and none
 * is left out: the checkpoint moves only over events whose reaction is done or refused, or that are held back by name. An event
 * that cannot be read holds back its own stream, in order, until an operator has it tried again.
 */
export class ReactorRunner implements Followed {
  constructor(
    private readonly reactor: Reactor,
    private readonly options: ReactorRunnerOptions,
  ) {}

  get name(): string {
    return this.reactor.name;
  }

  /** Makes the checkpoint of a new reactor at the head of the store: what happened before it was there is not its business. */
  async register(): Promise<void> {
    const { store, dataSource } = this.options;
    await reactorCheckpoints.register(dataSource.manager, this.name, await store.head());
  }

  /**
   * Reacts to the next events, if there are any and no other worker is at it. A reactor that was never registered does
   * nothing.
   *
   * @throws whatever a reaction throws besides a Refusal, after the reactions before it were written down.
   * @throws CheckpointAhead when the store ends before the checkpoint.
   */
  async step(): Promise<'more' | 'caught-up'> {
    const { store, dataSource } = this.options;
    const head = await store.head();
    const checkpoint = await reactorCheckpoints.look(dataSource, this.name);
    const seen = checkpoint?.position ?? START;
    if (comparePositions(seen, head) > 0) await refuseAheadOf(store, this.name, seen);
    await this.retryWanted();
    if (comparePositions(seen, head) >= 0) {
      if (checkpoint?.stoppedBecause !== undefined)
        await reactorCheckpoints.resume(dataSource.manager, this.name);
      return 'caught-up';
    }
    const faults: unknown[] = [];
    const progress = await dataSource.transaction(async (manager) => {
      const locked = await reactorCheckpoints.tryLock(manager, this.name);
      if (locked === undefined) return 'caught-up';
      const batch = await store.readAll(locked.position, BATCH);
      const parked = new Set(await parkedStreams.of(manager, this.name));
      let reached = locked.position;
      for (const event of batch) {
        try {
          if (!parked.has(event.stream) && (await this.reactOrPark(manager, event)) === 'parked')
            parked.add(event.stream);
        } catch (fault) {
          faults.push(fault);
          break;
        }
        reached = event.position;
      }
      await reactorCheckpoints.move(manager, this.name, reached);
      return batch.length < BATCH ? 'caught-up' : 'more';
    });
    if (faults.length > 0) throw faults[0];
    return progress;
  }

  async recordStop(because: string): Promise<void> {
    await reactorCheckpoints.stop(this.options.dataSource.manager, this.name, because);
  }

  /** Tries the streams again that an operator has asked for, up to where the reactor stands. */
  private async retryWanted(): Promise<void> {
    const { dataSource } = this.options;
    if ((await parkedStreams.wanted(dataSource.manager, this.name)).length === 0) return;
    await dataSource.transaction(async (manager) => {
      const checkpoint = await reactorCheckpoints.tryLock(manager, this.name);
      if (checkpoint === undefined) return;
      for (const { stream, sincePosition } of await parkedStreams.wanted(manager, this.name)) {
        await parkedStreams.release(manager, this.name, stream);
        await this.reactToStream(manager, stream, parsePosition(sincePosition) ?? START, checkpoint.position);
      }
    });
  }

  private async reactToStream(
    manager: EntityManager,
    stream: string,
    since: Position,
    until: Position,
  ): Promise<void> {
    for (const event of await this.options.store.readStream(stream)) {
      if (comparePositions(event.position, since) < 0) continue;
      if (comparePositions(event.position, until) > 0) return;
      if ((await this.reactOrPark(manager, event)) === 'parked') return;
    }
  }

  private async reactOrPark(manager: EntityManager, event: StoredEvent): Promise<'passed' | 'parked'> {
    try {
      await this.reactTo(manager, event);
      return 'passed';
    } catch (fault) {
      if (!(fault instanceof BrokenHistory)) throw fault;
      await parkedStreams.park(manager, this.name, event.stream, fault.message, event.position);
      return 'parked';
    }
  }

  private async reactTo(manager: EntityManager, event: StoredEvent): Promise<void> {
    if (!this.reactor.reactsTo.includes(event.type)) return;
    const effects: OutwardEffect[] = [];
    const result = await this.react(event, (effect) => effects.push(effect));
    await reactorOutcomes.record(manager, this.name, event.eventId, result);
    if (result.outcome === 'done') await outbox.put(manager, this.name, event.eventId, effects);
  }

  private async react(event: StoredEvent, send: (effect: OutwardEffect) => void): Promise<ReactorOutcome> {
    const recorded = decodeStored(event, this.options.catalogues.catalogueOf(event));
    try {
      await this.reactor.react(recorded, (index) => reactionContext(this.name, event, index), send);
      return { outcome: 'done' };
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault;
      return { outcome: 'refused', reason: fault.message };
    }
  }
}
