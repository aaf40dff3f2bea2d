import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../kernel/plain-date.js';
import { FieldRefused } from '../../kernel/refusal.js';
import { AccessLog, type AccessContext } from '../../platform/access-log/access-log.js';
import { classesOf, FIELD_CLASSES, type FieldClass } from '../domain/details/detail-fields.js';
import { checkedNumber, type PersonDetails } from '../domain/details/person-details.js';
import { nameParts } from '../domain/names/name-parts.js';
import { exactWorth, wantedTerms } from '../domain/names/name-terms.js';
import { KeyedIndex } from './keyed-index.js';
import { nobodyThere } from './nobody-there.js';
import { PeopleTable, type PersonRow } from './people-table.js';
import { PersonKeys, type PersonKey } from './person-keys.js';
import { openDetails } from './sealed-details.js';

/** What the details are needed for. It stands in the access log. */
export const PURPOSES = ['case-work', 'person-request', 'data-quality', 'complaint', 'audit'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** What the restricted schedule of a document is read for, and nothing else. */
export const INVOICE_VALIDATION = 'invoice-validation';

/** A person with their details, or when those were removed and of which classes they were. */
export type ReadPerson = { readonly personId: string; readonly version: number } & (
  | { readonly state: 'held'; readonly details: PersonDetails }
  | {
      readonly state: 'removed';
      readonly removedOn: PlainDate;
      readonly authority: string;
      readonly fieldClasses: readonly FieldClass[];
    }
);

export interface FoundPerson {
  readonly personId: string;
  readonly details: PersonDetails;
  /** Everything that was looked for is there as it was typed. */
  readonly exact: boolean;
}

export interface FoundPeople {
  readonly people: readonly FoundPerson[];
  /** There are more than are shown: something more particular has to be looked for. */
  readonly more: boolean;
}

/** What to look for: one of the two. */
export interface Wanted {
  readonly nhsNumber?: string;
  readonly name?: string;
}

const MOST_FOUND = 20;
const SHOWN_OF_FOUND: readonly FieldClass[] = ['name', 'birth-date'];

/** Reads people's details, each time after the access log has it. */
@Injectable()
export class ReadPeople {
  constructor(
    private readonly people: PeopleTable,
    private readonly keys: PersonKeys,
    private readonly index: KeyedIndex,
    private readonly log: AccessLog,
  ) {}

  /** @throws Problem `not-found` when the actor's organisation has no such person. */
  async get(personId: string, purpose: Purpose, context: AccessContext): Promise<ReadPerson> {
    const person = await this.find(personId, purpose, context);
    if (person === undefined) throw nobodyThere();
    return person;
  }

  /**
   * The person, or nothing when the actor's organisation has none of that id.
   *
   * @param shown what the caller shows of the details, and nothing beside it
   */
  async find(
    personId: string,
    purpose: Purpose | typeof INVOICE_VALIDATION,
    context: AccessContext,
    shown: readonly FieldClass[] = FIELD_CLASSES,
  ): Promise<ReadPerson | undefined> {
    const { organisation } = context.actor;
    const row = (await this.people.find(organisation, [personId])).get(personId);
    if (row === undefined) return undefined;
    const fieldClasses = classesOf(Object.keys(row.sealed)).filter((each) => shown.includes(each));
    await this.log.record(context, [{ action: 'read', people: [personId], fieldClasses, purpose }]);
    const key = await this.keys.get({ organisation, personId });
    const { version } = row;
    if (key.state === 'held')
      return { personId, version, state: 'held', details: opened(organisation, row, key) };
    const { on: removedOn, authority } = key;
    return { personId, version, state: 'removed', removedOn, authority, fieldClasses };
  }

  /** @throws FieldRefused when neither a number nor a name is given, or both, or one that cannot be. */
  async search(wanted: Wanted, purpose: Purpose, context: AccessContext): Promise<FoundPeople> {
    const { organisation } = context.actor;
    const matches = await this.matches(organisation, wanted);
    const shown = matches.slice(0, MOST_FOUND);
    const personIds = shown.map(({ personId }) => personId);
    await this.log.record(context, [
      { action: 'searched', people: personIds, fieldClasses: SHOWN_OF_FOUND, purpose },
    ]);
    const rows = await this.people.find(organisation, personIds);
    const keys = await this.keys.ofSeveral(organisation, personIds);
    const people = shown.flatMap(({ personId, exact }, at): readonly FoundPerson[] => {
      const row = rows.get(personId);
      const key = keys[at];
      // Removed in this very moment.
      if (row === undefined || key?.state !== 'held') return [];
      return [{ personId, exact, details: opened(organisation, row, key) }];
    });
    return { people, more: matches.length > shown.length };
  }

  private async matches(
    organisation: string,
    { nhsNumber, name }: Wanted,
  ): Promise<readonly { readonly personId: string; readonly exact: boolean }[]> {
    if ((nhsNumber === undefined) === (name === undefined))
      throw new FieldRefused(
        '/name',
        'name-or-number',
        'Look for a name or for an NHS number, and not for both',
      );
    const hashOf = await this.index.of(organisation);
    if (nhsNumber !== undefined) {
      const hash = hashOf('nhs-number', checkedNumber(nhsNumber));
      const personId = await this.people.findByNumber(organisation, hash);
      return personId === undefined ? [] : [{ personId, exact: true }];
    }
    const typed = name ?? '';
    const terms = wantedTerms(typed);
    if (terms.length === 0) throw new FieldRefused('/name', 'not-a-name', 'A name has at least one letter');
    const hashes = terms.map((term) => ({ ...term, hash: hashOf('search-term', term.term) }));
    const found = await this.people.findByTerms(organisation, hashes, MOST_FOUND + 1);
    const exact = exactWorth(nameParts(typed).length);
    return found.map(({ personId, worth }) => ({ personId, exact: worth === exact }));
  }
}

function opened(
  organisation: string,
  { personId, version, sealed }: PersonRow,
  { dataKey }: Extract<PersonKey, { state: 'held' }>,
): PersonDetails {
  return openDetails(dataKey, { organisation, personId, version }, sealed);
}
