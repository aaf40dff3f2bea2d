import type { Decision } from '../../../kernel/event.js';
import { refuseUnlessReasonCode } from '../../../kernel/field-checks.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import type { StaffEvent } from '../staff.events.js';
import { staffHere } from '../staff-here.js';
import type { StaffMember } from '../staff-member.js';
import { NotAnotherAccount } from '../staff-refusals.js';

export interface SamePerson {
  /** The organisation of the administrator who says so. */
  readonly organisation: string;
  /** The account that stands for the person from now on. */
  readonly samePersonAs: string;
  readonly reasonCode: string;
  readonly recordedOn: PlainDate;
}

/**
 * Records that an account is another one of somebody. Nobody can do more by it: each account keeps its own rights, and what
 * takes two people is refused to the two accounts. So one administrator is enough.
 *
 * @throws StaffNotFound when the organisation does not know the account.
 * @throws NotAnotherAccount when it is the account itself, or is recorded as another one of somebody else.
 */
export const recordSamePerson =
  ({ organisation, samePersonAs, reasonCode, recordedOn }: SamePerson): Decision<StaffMember, StaffEvent> =>
  (state) => {
    const member = staffHere(state, organisation);
    if (member.samePersonAs === samePersonAs) return [];
    refuseUnlessReasonCode('/reason', reasonCode, 'second-account');
    if (member.samePersonAs !== undefined) {
      throw new NotAnotherAccount(`It is recorded as another account of ${member.samePersonAs}`);
    }
    if (samePersonAs === member.staff) throw new NotAnotherAccount('An account is no other one of itself');
    return [
      { type: 'staff.same-person-recorded', occurredOn: recordedOn, data: { samePersonAs, reasonCode } },
    ];
  };
