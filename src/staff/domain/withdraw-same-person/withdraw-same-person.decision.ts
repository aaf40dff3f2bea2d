import { isSamePerson, type Actor, type Decision } from '../../../kernel/event.js';
import { refuseUnlessReasonCode } from '../../../kernel/field-checks.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import type { StaffEvent } from '../staff.events.js';
import { refuseElsewhere, staffHere } from '../staff-here.js';
import { worksFor, type StaffMember } from '../staff-member.js';
import { NotAnotherAccount, OwnAccounts, StaffNotFound } from '../staff-refusals.js';

export interface SamePersonWithdrawal {
  /** The administrator who says so. */
  readonly by: Pick<Actor, 'id' | 'staff' | 'organisation'>;
  /** The person behind the account, as long as it is another one of theirs. */
  readonly person: string;
  /** The other accounts of that person, as they are known now. */
  readonly accounts: readonly StaffMember[];
  readonly reasonCode: string;
  readonly recordedOn: PlainDate;
}

/**
 * Records that an account is no other one of somebody after all. From then on the two count as two people, so whoever has one of
 * them does not say it. An organisation for which one of the accounts works does, so that none is left with what another one said
 * of its staff; and the one that recorded it, as long as they work for no others alone. What was said by one for which both
 * accounts work is taken back by such a one, so that it is not undone where one of the two is hardly known.
 *
 * @throws StaffNotFound when the organisation does not know the account, and no other one of the person works for it.
 * @throws WorksElsewhere when the accounts work for other organisations alone.
 * @throws OwnAccounts when the administrator is the person.
 * @throws NotAnotherAccount when it is recorded as no other one, or was by another organisation that has more to do with it.
 */
export const withdrawSamePerson =
  (withdrawal: SamePersonWithdrawal): Decision<StaffMember, StaffEvent> =>
  (state) => {
    const { by, person, accounts, reasonCode, recordedOn } = withdrawal;
    const { organisation } = by;
    if (state.stage === 'unknown') throw new StaffNotFound();
    const workFor = (wanted: string) => (each: StaffMember) => worksFor(each, recordedOn).includes(wanted);
    const workHere = [state, ...accounts].some(workFor(organisation));
    if (!workHere) {
      staffHere(state, organisation);
      for (const each of [state, ...accounts]) refuseElsewhere(each, organisation, recordedOn);
    }
    refuseUnlessReasonCode('/reason', reasonCode, 'recorded-by-mistake');
    const { subject, samePersonAs, samePersonSaidBy } = state;
    if (samePersonAs === undefined)
      throw new NotAnotherAccount('It is recorded as no other account of anybody');
    if (isSamePerson(by, { id: subject, staff: person })) throw new OwnAccounts();
    if (samePersonSaidBy !== organisation) {
      if (!workHere) {
        throw new NotAnotherAccount(
          'Another organisation recorded it: that one takes it back, or one in which an account of the person has rights',
        );
      }
      const both = [state, ...accounts.filter((each) => isAccount(each, samePersonAs))];
      if (both.every(workFor(samePersonSaidBy ?? '')) && !both.every(workFor(organisation))) {
        throw new NotAnotherAccount(
          'The organisation that recorded it has rights of both accounts, and yours of one',
        );
      }
    }
    return [
      { type: 'staff.same-person-withdrawn', occurredOn: recordedOn, data: { samePersonAs, reasonCode } },
    ];
  };

const isAccount = (state: StaffMember, staff: string) => state.stage === 'known' && state.staff === staff;
