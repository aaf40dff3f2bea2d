import { nextTick } from 'node:process';
import {
  EventStoreBusy,
  EventStoreUnavailable,
  type AppendOutcome,
  type EventToStore,
} from '../event-store.js';

/** One append as it was asked for. */
export interface Append {
  readonly stream: string;
  readonly expectedRevision: number;
  readonly events: readonly EventToStore[];
}

/** Carries out appends in one transaction and answers each, in their order. */
export type SendBatch = (batch: readonly Append[]) => Promise<readonly AppendOutcome[]>;

export interface QueueLimits {
  /** Batches that are under way at the same time. */
  readonly lanes: number;
  readonly batchAppends: number;
  /** Bytes of payloads in a batch. An append that is larger goes alone. */
  readonly batchBytes: number;
  /** Appends that wait or are under way; one more is refused. */
  readonly queueAppends: number;
  readonly queueBytes: number;
}

interface Waiting {
  readonly append: Append;
  readonly bytes: number;
  resolve(outcome: AppendOutcome): void;
  reject(fault: unknown): void;
}

/**
 * Gathers the appends of a process into batches, since waiting for the disk once per batch and not once per append is what
 * makes many writers fast. While a batch is under way the next one fills. Members are carried out in the order in which they
 * came, so rivals for one stream may be in one batch: the first wins and the others are told so at once. No batch holds an
 * event id twice: the same events sent again have to find the first.
 */
export class AppendQueue {
  private readonly waiting: Waiting[] = [];
  private appends = 0;
  private bytes = 0;
  private underWay = 0;
  private scheduled = false;
  private whenEmpty: (() => void)[] = [];

  constructor(
    private readonly send: SendBatch,
    private readonly limits: QueueLimits,
  ) {}

  /** @throws EventStoreBusy when the queue is full: nothing was stored. */
  async add(append: Append): Promise<AppendOutcome> {
    const bytes = append.events.reduce((sum, { data, metadata }) => sum + data.length + metadata.length, 0);
    const { queueAppends, queueBytes } = this.limits;
    // However large an append is, an empty queue takes it.
    if (this.appends >= queueAppends || (this.appends > 0 && this.bytes + bytes > queueBytes)) {
      throw new EventStoreBusy(`${this.appends} appends wait for the event store, and this was one too many`);
    }
    this.appends += 1;
    this.bytes += bytes;
    return new Promise<AppendOutcome>((resolve, reject) => {
      this.waiting.push({ append, bytes, resolve, reject });
      this.schedule();
    });
  }

  /** Resolves when every append has its answer. */
  async empty(): Promise<void> {
    if (this.appends > 0) await new Promise<void>((resolve) => this.whenEmpty.push(resolve));
  }

  private schedule(): void {
    if (this.scheduled || this.waiting.length === 0 || this.underWay >= this.limits.lanes) return;
    this.scheduled = true;
    // Not at once: whoever appends in the same turn of the event loop comes along. When a batch is under way there is time, and
    // whoever appends in the next turns comes along as well.
    const soon = this.underWay === 0 ? nextTick : setImmediate;
    soon(() => {
      this.scheduled = false;
      this.underWay += 1;
      void this.carryOut(this.takeBatch()).finally(() => {
        this.underWay -= 1;
        this.schedule();
      });
      this.schedule();
    });
  }

  /** Takes out what fits into one batch, in the order in which it came. */
  private takeBatch(): readonly Waiting[] {
    const { batchAppends, batchBytes } = this.limits;
    const batch: Waiting[] = [];
    const left: Waiting[] = [];
    const ids = new Set<string>();
    const streamsLeft = new Set<string>();
    let bytes = 0;
    for (const waiting of this.waiting) {
      const { stream, events } = waiting.append;
      const hasRoom =
        batch.length === 0 || (batch.length < batchAppends && bytes + waiting.bytes <= batchBytes);
      // A later append must not overtake one to the same stream that stays.
      if (hasRoom && !streamsLeft.has(stream) && !events.some(({ eventId }) => ids.has(eventId))) {
        batch.push(waiting);
        bytes += waiting.bytes;
        for (const { eventId } of events) ids.add(eventId);
      } else {
        left.push(waiting);
        streamsLeft.add(stream);
      }
    }
    this.waiting.splice(0, this.waiting.length, ...left);
    return batch;
  }

  private async carryOut(batch: readonly Waiting[]): Promise<void> {
    try {
      const outcomes = await this.send(batch.map(({ append }) => append));
      batch.forEach((waiting, index) => this.answer(waiting, outcomes[index] as AppendOutcome));
    } catch (fault) {
      // Without an answer nobody knows what became of the batch, so each of its members is told just that.
      if (fault instanceof EventStoreUnavailable) batch.forEach((waiting) => this.fail(waiting, fault));
      // Anything else was refused as a whole because of one of them: the others must not suffer.
      else for (const waiting of batch) await this.carryOutAlone(waiting);
    }
  }

  private async carryOutAlone(waiting: Waiting): Promise<void> {
    try {
      const [outcome] = await this.send([waiting.append]);
      this.answer(waiting, outcome as AppendOutcome);
    } catch (fault) {
      this.fail(waiting, fault);
    }
  }

  private answer(waiting: Waiting, outcome: AppendOutcome): void {
    this.leave(waiting);
    waiting.resolve(outcome);
  }

  private fail(waiting: Waiting, fault: unknown): void {
    this.leave(waiting);
    waiting.reject(fault);
  }

  private leave({ bytes }: Waiting): void {
    this.appends -= 1;
    this.bytes -= bytes;
    if (this.appends === 0) this.whenEmpty.splice(0).forEach((resume) => resume());
  }
}
