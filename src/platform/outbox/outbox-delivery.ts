import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { outbox, type OutboxEntry } from './outbox.js';
import type { EffectReceiver } from './outward-effect.js';

/** How long a receiver may take for one effect. */
const DELIVERY_MS = 20_000;

/**
 * Hands effects to their receivers, each in a transaction that holds its row: two workers never carry out the same one at the
 * same time, and one that dies lets go of it.
 */
export class OutboxDelivery {
  private readonly logger = new Logger('Outbox');

  constructor(
    private readonly dataSource: DataSource,
    private readonly receivers: readonly EffectReceiver[],
    private readonly deliveryMs = DELIVERY_MS,
  ) {}

  /** True when there is anybody to hand effects to. */
  get isNeeded(): boolean {
    return this.receivers.length > 0;
  }

  /** Hands over the effect that has been due for longest. A fault of its receiver is written down, and it is tried later. */
  async step(): Promise<'more' | 'caught-up'> {
    return this.dataSource.transaction(async (manager) => {
      const entry = await outbox.take(manager);
      if (entry === undefined) return 'caught-up';
      const fault = await this.deliver(entry);
      if (fault === undefined) await outbox.delivered(manager, entry.id);
      else {
        await outbox.failed(manager, entry.id, fault);
        this.logger.warn({ message: `${entry.effect} was not delivered`, id: entry.id, because: fault });
      }
      return 'more';
    });
  }

  /** What went wrong, in words; nothing when nothing did. */
  private async deliver({ id, effect, payload }: OutboxEntry): Promise<string | undefined> {
    const receiver = this.receivers.find((each) => each.effect === effect);
    if (receiver === undefined) return `Nobody carries out ${effect}`;
    const signal = AbortSignal.timeout(this.deliveryMs);
    const tooLate = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(new Error(`No answer in ${this.deliveryMs} ms`)));
    });
    try {
      await Promise.race([receiver.deliver({ id, payload }, signal), tooLate]);
      return undefined;
    } catch (fault) {
      return fault instanceof Error ? fault.message : String(fault);
    }
  }
}
