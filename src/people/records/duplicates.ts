import { Injectable } from '@nestjs/common';
import type { PersonDetails } from '../domain/details/person-details.js';
import { exactWorth, wantedTerms } from '../domain/names/name-terms.js';
import { nameParts } from '../domain/names/name-parts.js';
import type { HashOf } from './keyed-index.js';
import { PeopleTable } from './people-table.js';
import { bornOn } from './search-terms.js';

/** More than this help nobody to decide. */
const MOST = 10;

/** Finds whoever may be the same person, without reading anybody's details. */
@Injectable()
export class Duplicates {
  constructor(private readonly people: PeopleTable) {}

  /**
   * Those who were born on the same day and have a part of the name in common, if only by its sound; and those of exactly the
   * same name, where one of the two has no birth date.
   *
   * @returns their ids, `except` left out
   */
  async find(
    organisation: string,
    hashOf: HashOf,
    { name, birthDate }: PersonDetails,
    except: string,
  ): Promise<readonly string[]> {
    const typed = `${name.given} ${name.family}`;
    const terms = wantedTerms(typed).map((wanted) => ({
      ...wanted,
      hash: hashOf('search-term', wanted.term),
    }));
    const bornThen =
      birthDate === undefined
        ? []
        : await this.people.findByTerms(
            organisation,
            [
              { hash: hashOf('search-term', bornOn(birthDate)), part: 0, worth: 0 },
              ...terms.map(({ hash, worth }) => ({ hash, part: 1, worth })),
            ],
            MOST + 1,
          );
    const namesakes = (await this.people.findByTerms(organisation, terms, MOST + 1))
      .filter(({ worth }) => worth === exactWorth(nameParts(typed).length))
      .map(({ personId }) => personId);
    const undated =
      birthDate === undefined
        ? namesakes
        : [...(await this.people.withoutBirthDate(organisation, namesakes))].sort();
    const found = [...new Set([...bornThen.map(({ personId }) => personId), ...undated])];
    return found.filter((personId) => personId !== except).slice(0, MOST);
  }
}
