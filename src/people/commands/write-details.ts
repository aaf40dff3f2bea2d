import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { todayInLondon, type Clock } from '../../kernel/clock.js';
import { londonDateOf } from '../../kernel/plain-date.js';
import { AccessLog } from '../../platform/access-log/access-log.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import { refusesAValue } from '../../platform/persistence/refused-value.js';
import { classesOf, fieldsOf } from '../domain/details/detail-fields.js';
import { checkedDetails, type EnteredDetails, type PersonDetails } from '../domain/details/person-details.js';
import { NhsNumberTaken, PersonRemoved } from '../domain/people-refusals.js';
import { Duplicates } from '../records/duplicates.js';
import type { HashOf } from '../records/keyed-index.js';
import { PeopleTable } from '../records/people-table.js';
import { PersonKeys } from '../records/person-keys.js';
import { sealDetails } from '../records/sealed-details.js';
import { searchHashes } from '../records/search-terms.js';

/** A version of a person's details that is to be written. */
export interface Writing {
  readonly personId: string;
  readonly version: number;
  readonly details: PersonDetails;
  /** Code of the deed in the access log. */
  readonly action: string;
  /** Code of why there is this version. */
  readonly reason: string;
}

/** What the log says that a change was for. */
const RECORD_KEEPING = 'record-keeping';

/** Writes sealed details with their hashes and their entry in the access log, all or nothing. */
@Injectable()
export class WriteDetails {
  constructor(
    private readonly people: PeopleTable,
    private readonly keys: PersonKeys,
    private readonly duplicates: Duplicates,
    private readonly log: AccessLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws FieldRefused naming the field. */
  checked(entered: EnteredDetails): PersonDetails {
    return checkedDetails(entered, todayInLondon(this.clock));
  }

  /**
   * @param before what has to hold in the transaction before anything is written; it locks the row of a person who has one
   * @returns the ids of those who may be the same person
   * @throws NhsNumberTaken when somebody else of the organisation has the number.
   * @throws PersonRemoved when the person's key was destroyed.
   */
  async write(
    writing: Writing,
    hashOf: HashOf,
    context: CommandContext,
    before: (manager: EntityManager) => Promise<void> = async () => undefined,
  ): Promise<readonly string[]> {
    const { personId, version, details, action, reason } = writing;
    const { organisation, id: by } = context.actor;
    const { nhsNumber, birthDate } = details;
    const numberHash = nhsNumber === undefined ? undefined : hashOf('nhs-number', nhsNumber);
    const key = await this.keys.getOrMake({ organisation, personId });
    if (key.state === 'destroyed') throw new PersonRemoved(key.on);
    await this.refuseTaken(numberHash, personId, context);
    const probable = await this.duplicates.find(organisation, hashOf, details, personId);
    const written = {
      organisation,
      personId,
      version,
      sealed: sealDetails(key.dataKey, { organisation, personId, version }, details),
      birthDateKnown: birthDate !== undefined,
      reason,
      commandHash: hashOf('command', context.commandId),
      numberHash,
      searchHashes: searchHashes(hashOf, details),
      at: this.clock.now(),
      by,
    };
    const fieldClasses = classesOf(Object.keys(fieldsOf(details)));
    const entries = [
      { action, people: [personId], fieldClasses, purpose: RECORD_KEEPING },
      ...(probable.length === 0 ? [] : [matched(probable, ['name', 'birth-date'])]),
    ];
    try {
      await this.people.database.transaction(async (manager) => {
        await before(manager);
        // The key may have been destroyed since it was read, and its person taken out of every search: that stands.
        const { destroyedAt } = await this.keys.standing({ organisation, personId }, manager);
        if (destroyedAt !== undefined) throw new PersonRemoved(londonDateOf(destroyedAt));
        await this.people.write(manager, written);
        await this.log.record(context, entries, manager);
      });
    } catch (fault) {
      // Somebody took the number in the moment since it was looked for.
      if (refusesAValue(fault)) await this.refuseTaken(numberHash, personId, context);
      throw fault;
    }
    return probable;
  }

  private async refuseTaken(
    numberHash: Buffer | undefined,
    personId: string,
    context: CommandContext,
  ): Promise<void> {
    if (numberHash === undefined) return;
    const holder = await this.people.findByNumber(context.actor.organisation, numberHash);
    if (holder === undefined || holder === personId) return;
    await this.log.record(context, [matched([holder], ['nhs-number'])]);
    throw new NhsNumberTaken(holder);
  }
}

/** Whoever enters details learns of these people that they are like them. */
function matched(people: readonly string[], fieldClasses: readonly string[]) {
  return { action: 'matched', people, fieldClasses, purpose: RECORD_KEEPING };
}
