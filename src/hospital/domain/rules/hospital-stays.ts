import { basisOf, type Basis } from '../../../kernel/basis.js';
import { InvalidValue } from '../../../kernel/invalid-value.js';
import type { Period } from '../../../kernel/period.js';
import { daysBetween, latest } from '../../../kernel/plain-date.js';
import { HOSPITAL_STAYS_JOINED } from './hospital-rules.js';

/** One stay, which may have days at home in it. */
export interface HospitalStay extends Period {
  readonly basis: Basis;
}

/**
 * Admissions as the stays that they make, in date order. Weeks count from the first day of a stay, so that somebody who goes home
 * for the weekend does not get the first weeks anew.
 *
 * @param admissions each from its first day to the first day at home
 * @param joiningDays days at home that still join two admissions, by the local agreement
 * @throws InvalidValue when the days are not a whole number of zero or more
 */
export function hospitalStays(admissions: readonly Period[], joiningDays: number): readonly HospitalStay[] {
  if (!Number.isSafeInteger(joiningDays) || joiningDays < 0) {
    throw new InvalidValue(`${joiningDays} is not a whole number of days`);
  }
  const inOrder = [...admissions].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  return inOrder
    .reduce<Joined[]>((stays, next) => {
      const last = stays.at(-1);
      if (last === undefined || daysBetween(last.until, next.from) > joiningDays) {
        return [...stays, { ...next, admissions: 1 }];
      }
      const until = latest(last.until, next.until);
      return [...stays.slice(0, -1), { from: last.from, until, admissions: last.admissions + 1 }];
    }, [])
    .map(({ admissions: joined, ...stay }) => ({
      ...stay,
      basis: basisOf(HOSPITAL_STAYS_JOINED, { admittedOn: stay.from, admissions: joined, joiningDays }),
    }));
}

interface Joined extends Period {
  readonly admissions: number;
}
