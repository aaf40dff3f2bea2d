import { Inject, Injectable, Logger } from '@nestjs/common';
import { todayInLondon, type Clock } from '../../kernel/clock.js';
import { addMonths, londonDateOf, type PlainDate } from '../../kernel/plain-date.js';
import { AccessLog } from '../../platform/access-log/access-log.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import { FEWEST_YEARS, keptUntil, needsEndOfCare } from '../domain/retention/retention.js';
import { PeopleTable } from '../records/people-table.js';
import { PersonKeys } from '../records/person-keys.js';
import { RetentionFacts } from '../records/retention-facts.js';
import { RetentionPolicies, type DuePerson, type RetentionPolicy } from '../records/retention-policies.js';

const DAY_MS = 86_400_000;
const LOOKED_AT_ONCE = 200;
const PURPOSE = 'retention';

/** Lists whose details need be kept no longer, for people to decide on. Nothing is removed by being listed. */
@Injectable()
export class RetentionListing {
  private readonly logger = new Logger('Retention');

  constructor(
    private readonly people: PeopleTable,
    private readonly keys: PersonKeys,
    private readonly facts: RetentionFacts,
    private readonly policies: RetentionPolicies,
    private readonly log: AccessLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Chooses the class of the organisation, and whether a list is made each day. */
  async choose(
    policy: Pick<RetentionPolicy, 'retentionClass' | 'listing'>,
    context: CommandContext,
  ): Promise<RetentionPolicy> {
    const { organisation, id } = context.actor;
    const entry = { action: 'retention-chosen', people: [], fieldClasses: [], purpose: PURPOSE };
    await this.people.database.transaction(async (manager) => {
      await this.log.record(context, [entry], manager);
      await this.policies.set(manager, organisation, policy, this.clock.now(), id);
    });
    return this.policies.of(organisation);
  }

  /**
   * Makes the lists that are wanted and a day old. One that cannot be made is told and stays as it was, without holding up those of
   * other organisations.
   *
   * @returns of how many organisations
   */
  async listWanted(): Promise<number> {
    const now = this.clock.now();
    const wanted = await this.policies.toList(new Date(now.getTime() - DAY_MS));
    let made = 0;
    for (const organisation of wanted) {
      try {
        const due = await this.dueIn(organisation);
        await this.policies.replaceDue(organisation, due, now);
        this.logger.log({ message: 'details fall due', organisation, people: due.length });
        made += 1;
      } catch (fault) {
        const because = fault instanceof Error ? fault.message : String(fault);
        this.logger.error({ message: 'what falls due cannot be listed', organisation, because });
      }
    }
    return made;
  }

  /**
   * Whose details of an organisation need be kept no longer today, by their ids. Those of whom it cannot be said are told by their
   * number and left out.
   *
   * @throws Error when it cannot be said of anybody: the last list is better than an empty one.
   */
  async dueIn(organisation: string): Promise<readonly DuePerson[]> {
    const today = todayInLondon(this.clock);
    const unusedSince = addMonths(today, -FEWEST_YEARS * 12);
    const due: DuePerson[] = [];
    const faults: string[] = [];
    let looked = 0;
    let after = '';
    for (;;) {
      const some = await this.people.unchangedSince(organisation, unusedSince, after, LOOKED_AT_ONCE);
      for (const { personId, changedAt } of some) {
        try {
          const found = await this.dueOn(organisation, personId, londonDateOf(changedAt));
          if (found !== undefined && found.fallsDueOn <= today) due.push(found);
        } catch (fault) {
          faults.push(fault instanceof Error ? fault.message : String(fault));
        }
      }
      looked += some.length;
      if (some.length < LOOKED_AT_ONCE) break;
      after = some.at(-1)?.personId ?? after;
    }
    if (faults.length > 0) this.tell(organisation, faults, looked);
    return due;
  }

  private tell(organisation: string, faults: readonly string[], looked: number): void {
    const [because] = faults;
    if (faults.length === looked) throw new Error(because);
    const message = 'of some people it cannot be said whether they fall due';
    this.logger.error({ message, organisation, people: faults.length, because });
  }

  /** Nothing for whoever was removed, or is in a case that goes on. */
  private async dueOn(
    organisation: string,
    personId: string,
    changedOn: PlainDate,
  ): Promise<DuePerson | undefined> {
    const { legalHold, destroyedAt } = await this.keys.standing({ organisation, personId });
    if (destroyedAt !== undefined) return undefined;
    const { cases, classes, lastUsedOn } = await this.facts.of(organisation, personId, changedOn);
    if (cases.some(({ isOver }) => !isOver)) return undefined;
    const { until: fallsDueOn, retentionClass } = keptUntil({ classes, lastUsedOn });
    const endOfCareNeeded = needsEndOfCare(classes);
    return { personId, retentionClass, lastUsedOn, fallsDueOn, legalHold, endOfCareNeeded };
  }
}
