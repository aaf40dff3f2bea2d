import type { PlainDate } from '../../kernel/plain-date.js';
import type { PersonDetails } from '../domain/details/person-details.js';
import { termsOfName } from '../domain/names/name-terms.js';
import type { HashOf } from './keyed-index.js';

/** Under which hashes the person is found. */
export function searchHashes(hashOf: HashOf, { name, birthDate }: PersonDetails): readonly Buffer[] {
  const terms = [...termsOfName(name), ...(birthDate === undefined ? [] : [bornOn(birthDate)])];
  return terms.map((term) => hashOf('search-term', term));
}

/** The term of everybody who was born on a day. */
export function bornOn(birthDate: PlainDate): string {
  return `born:${birthDate}`;
}
