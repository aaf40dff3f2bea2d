import { Injectable } from '@nestjs/common';
import { referenceFromBytes } from '../../kernel/ids.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import type { EnteredDetails } from '../domain/details/person-details.js';
import { KeyedIndex } from '../records/keyed-index.js';
import { PeopleTable } from '../records/people-table.js';
import { PERSON_PREFIX } from './person-id.js';
import { WriteDetails } from './write-details.js';

/** Where a command left a person. */
export interface WrittenPerson {
  readonly personId: string;
  readonly version: number;
  /** The ids of those who may be the same person. */
  readonly probableDuplicates: readonly string[];
}

/** Records a person of the actor's organisation. */
@Injectable()
export class RecordPerson {
  constructor(
    private readonly index: KeyedIndex,
    private readonly people: PeopleTable,
    private readonly writing: WriteDetails,
  ) {}

  /**
   * The id follows from the command by a keyed hash, so that it is as good as random, and the same command sent again finds
   * the person that it made.
   *
   * @throws FieldRefused, NhsNumberTaken or PersonRemoved.
   */
  async execute(entered: EnteredDetails, context: CommandContext): Promise<WrittenPerson> {
    const { organisation } = context.actor;
    const details = this.writing.checked(entered);
    const hashOf = await this.index.of(organisation);
    const personId = referenceFromBytes(PERSON_PREFIX, hashOf('person-id', context.commandId));
    const made = await this.people.versionOf(organisation, personId, hashOf('command', context.commandId));
    if (made !== undefined) return { personId, version: made, probableDuplicates: [] };
    const written = { personId, version: 1, details, action: 'recorded', reason: 'first-recorded' };
    return { personId, version: 1, probableDuplicates: await this.writing.write(written, hashOf, context) };
  }
}
