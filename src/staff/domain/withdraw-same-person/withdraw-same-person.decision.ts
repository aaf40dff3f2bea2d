import { isSamePerson, type Actor, type Decision } from '../../../kernel/event.js';
import { refuseUnlessReasonCode } from '../../../kernel/field-checks.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import type { StaffEvent } from '../staff.events.js';
import { staffHere } from '../staff-here.js';
import type { StaffMember } from '../staff-member.js';
import { NotAnotherAccount, OwnAccounts } from '../staff-refusals.js';

export interface SamePersonWithdrawal {
  /** The administrator who says so. */
  readonly by: Pick<Actor, 'id' | 'staff' | 'organisation'>;
  /** The person behind the account, as long as it is another one of theirs. */
  readonly person: string;
  readonly reasonCode: string;
  readonly recordedOn: PlainDate;
}

/**
 * Records that an account is no other one of somebody after all. From then on the two count as two people, so whoever has one of
 * them does not say it, and nobody but an administrator of the organisation that recorded it does.
 *
 * @throws StaffNotFound when the organisation does not know the account.
 * @throws OwnAccounts when the administrator is the person.
 * @throws NotAnotherAccount when it is recorded as no other one, or was by another organisation.
 */
export const withdrawSamePerson =
  ({ by, person, reasonCode, recordedOn }: SamePersonWithdrawal): Decision<StaffMember, StaffEvent> =>
  (state) => {
    const { subject, samePersonAs, samePersonSaidBy } = staffHere(state, by.organisation);
    refuseUnlessReasonCode('/reason', reasonCode, 'recorded-by-mistake');
    if (samePersonAs === undefined)
      throw new NotAnotherAccount('It is recorded as no other account of anybody');
    if (isSamePerson(by, { id: subject, staff: person })) throw new OwnAccounts();
    if (samePersonSaidBy !== by.organisation) {
      throw new NotAnotherAccount('Another organisation recorded it, and only that one takes it back');
    }
    return [
      { type: 'staff.same-person-withdrawn', occurredOn: recordedOn, data: { samePersonAs, reasonCode } },
    ];
  };
