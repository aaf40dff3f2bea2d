import { Injectable } from '@nestjs/common';
import { numbersOfPeopleIn } from '../../kernel/numbers-of-people.js';
import { AccessLog, type AccessContext } from '../../platform/access-log/access-log.js';
import type { DocumentText, FoundIdentifier, IdentityCheck, KnownToCase } from '../../recharge/index.js';
import { assistantsOfCase } from '../../workforce/index.js';
import { daysIn } from '../domain/identity/days-in-text.js';
import { tellsName } from '../domain/identity/tells-name.js';
import { wholePart } from '../domain/names/name-terms.js';
import { KeyedIndex } from './keyed-index.js';
import { PeopleTable } from './people-table.js';
import { bornOn } from './search-terms.js';

/** What the access log says that somebody learned it for: a text of theirs tells who the person is. */
const PURPOSE = 'identity-check';

/** Somebody whom a case knows, and how to ask whether something is theirs without reading it. */
interface KnownPerson {
  readonly organisation: string;
  readonly personId: string;
  has(term: string): boolean;
}

/**
 * Finds the texts of a document that tell who the person of a case is. People are known by keyed hashes alone, so nobody's
 * details are opened for it; whoever is told that a text holds a name or a birth date is recorded in the access log first, where
 * those who recorded the person see it as well.
 */
@Injectable()
export class IdentityOfCase implements IdentityCheck {
  constructor(
    private readonly people: PeopleTable,
    private readonly index: KeyedIndex,
    private readonly log: AccessLog,
  ) {}

  async find(
    known: KnownToCase,
    texts: readonly DocumentText[],
    context: AccessContext,
  ): Promise<readonly FoundIdentifier[]> {
    const people = await this.knownPeople(known);
    const told = people.map((person) => ({ person, found: texts.flatMap((each) => toldOf(person, each)) }));
    const named = told.filter(({ found }) => found.length > 0);
    if (named.length > 0) {
      const learned = named.map(({ person: { organisation, personId }, found }) => {
        const fieldClasses = [...new Set(found.map(({ identifier }) => identifier))];
        return {
          entry: { action: 'matched', people: [personId], fieldClasses, purpose: PURPOSE },
          recordedBy: organisation,
        };
      });
      await this.log.recordOfOthers(context, learned);
    }
    return withoutRepeats([...texts.flatMap(numbersIn), ...named.flatMap(({ found }) => found)]);
  }

  private async knownPeople(known: KnownToCase): Promise<readonly KnownPerson[]> {
    const { caseRef, organisations } = known;
    const assistants = await assistantsOfCase(this.people.database, organisations, caseRef);
    const terms = await this.people.termsOf(organisations, [...known.references, ...assistants]);
    return Promise.all(
      terms.map(async ({ organisation, personId, hashes }) => {
        const hashOf = await this.index.of(organisation);
        const held = new Set(hashes.map((hash) => hash.toString('hex')));
        return {
          organisation,
          personId,
          has: (term) => held.has(hashOf('search-term', term).toString('hex')),
        };
      }),
    );
  }
}

function numbersIn({ pointer, text }: DocumentText): readonly FoundIdentifier[] {
  return numbersOfPeopleIn(text).map((identifier) => ({ pointer, identifier }));
}

function toldOf(person: KnownPerson, { pointer, text }: DocumentText): readonly FoundIdentifier[] {
  return [
    ...(daysIn(text).some((day) => person.has(bornOn(day)))
      ? [{ pointer, identifier: 'birth-date' as const }]
      : []),
    ...(tellsName(text, (word) => person.has(wholePart(word)))
      ? [{ pointer, identifier: 'name' as const }]
      : []),
  ];
}

/** Two people of a case may have one name. */
function withoutRepeats(found: readonly FoundIdentifier[]): readonly FoundIdentifier[] {
  return [...new Map(found.map((each) => [`${each.identifier} ${each.pointer}`, each])).values()];
}
