import { StaleRevision, type Committed } from '../../../src/platform/event-store/streams.js';

/** What the sample API keeps, in memory: just enough to have versions. */
export interface Thing {
  readonly reference: string;
  readonly weeklyPence: number;
  readonly revision: number;
}

/** Stands in for streams and read models; a test may hold back a command or the view. */
export class Things {
  private readonly things = new Map<string, Thing>();
  private count = 0;
  /** How many commands were really carried out. */
  carriedOut = 0;
  /** Commands wait for this before they end. */
  hold: Promise<void> = Promise.resolve();
  /** What a view shows: positions up to this one. */
  visiblePosition = Number.MAX_SAFE_INTEGER;

  async add(weeklyPence: number): Promise<{ thing: Thing; committed: Committed<Thing> }> {
    this.count += 1;
    const reference = `TC-${String(this.count).padStart(10, '0')}`;
    return this.put({ reference, weeklyPence, revision: 1 });
  }

  async change(reference: string, ifRevision: number, weeklyPence: number): Promise<Committed<Thing>> {
    const thing = this.things.get(reference);
    if (thing?.revision !== ifRevision) throw new StaleRevision(ifRevision, thing?.revision ?? 0);
    return (await this.put({ ...thing, weeklyPence, revision: ifRevision + 1 })).committed;
  }

  find(reference: string): Thing | undefined {
    return this.things.get(reference);
  }

  list(): readonly Thing[] {
    return [...this.things.values()];
  }

  private async put(thing: Thing): Promise<{ thing: Thing; committed: Committed<Thing> }> {
    await this.hold;
    this.carriedOut += 1;
    this.things.set(thing.reference, thing);
    const position = String(this.carriedOut);
    return { thing, committed: { state: thing, revision: thing.revision, position, repeated: false } };
  }
}
