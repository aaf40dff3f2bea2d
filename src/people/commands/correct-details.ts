import { Injectable } from '@nestjs/common';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import { StaleRevision } from '../../platform/event-store/streams.js';
import type { EnteredDetails } from '../domain/details/person-details.js';
import { KeyedIndex } from '../records/keyed-index.js';
import { nobodyThere } from '../records/nobody-there.js';
import { PeopleTable } from '../records/people-table.js';
import type { WrittenPerson } from './record-person.js';
import { WriteDetails } from './write-details.js';

/** Why there is another version of a person's details. */
export const CORRECTION_REASONS = ['was-wrong', 'has-changed'] as const;
export type CorrectionReason = (typeof CORRECTION_REASONS)[number];

/** Puts other details in place of those that were recorded, which are kept as the version before. */
@Injectable()
export class CorrectDetails {
  constructor(
    private readonly index: KeyedIndex,
    private readonly people: PeopleTable,
    private readonly writing: WriteDetails,
  ) {}

  /**
   * @param ifVersion the version that the correction was decided on
   * @throws Problem `not-found`, StaleRevision, FieldRefused, NhsNumberTaken or PersonRemoved.
   */
  async execute(
    personId: string,
    { reason, ...entered }: EnteredDetails & { readonly reason: CorrectionReason },
    ifVersion: number,
    context: CommandContext,
  ): Promise<WrittenPerson> {
    const { organisation } = context.actor;
    const current = (await this.people.find(organisation, [personId])).get(personId);
    if (current === undefined) throw nobodyThere();
    const hashOf = await this.index.of(organisation);
    const made = await this.people.versionOf(organisation, personId, hashOf('command', context.commandId));
    if (made !== undefined) return { personId, version: made, probableDuplicates: [] };
    if (current.version !== ifVersion) throw new StaleRevision(ifVersion, current.version);
    const version = ifVersion + 1;
    const details = this.writing.checked(entered);
    const written = { personId, version, details, action: 'corrected', reason };
    const probableDuplicates = await this.writing.write(written, hashOf, context, async (manager) => {
      const locked = await this.people.lockVersion(manager, organisation, personId);
      if (locked !== ifVersion) throw new StaleRevision(ifVersion, locked ?? 0);
    });
    return { personId, version, probableDuplicates };
  }
}
