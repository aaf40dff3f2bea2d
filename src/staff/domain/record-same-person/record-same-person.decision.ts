import type { Decision } from '../../../kernel/event.js';
import { refuseUnlessReasonCode } from '../../../kernel/field-checks.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import type { StaffEvent } from '../staff.events.js';
import { refuseElsewhere, staffHere } from '../staff-here.js';
import { MOST_ACCOUNTS, type StaffMember } from '../staff-member.js';
import { NotAnotherAccount } from '../staff-refusals.js';

export interface SamePerson {
  /** The organisation of the administrator who says so. */
  readonly organisation: string;
  /** The account that stands for the person from now on. */
  readonly samePersonAs: string;
  /** The other accounts of either person, as they are known now: a link makes each of them one person's with each other one. */
  readonly accounts: readonly StaffMember[];
  /** How many accounts a request would read to know the person: those that were taken back are among them. */
  readonly named: number;
  readonly reasonCode: string;
  readonly recordedOn: PlainDate;
}

/**
 * Records that an account is another one of somebody. Nobody can do more by it: each account keeps its own rights, and what
 * takes two people is refused to the two accounts. So one administrator is enough, of an organisation for which they work.
 *
 * @throws StaffNotFound when the organisation does not know the account.
 * @throws WorksElsewhere when an account of either person has rights in other organisations alone.
 * @throws NotAnotherAccount when it is the account itself, or is recorded as another one of somebody else, or when the person
 * has as many as are read.
 */
export const recordSamePerson =
  (said: SamePerson): Decision<StaffMember, StaffEvent> =>
  (state) => {
    const { organisation, samePersonAs, accounts, named, reasonCode, recordedOn } = said;
    const member = staffHere(state, organisation);
    for (const each of [member, ...accounts]) refuseElsewhere(each, organisation, recordedOn);
    if (member.samePersonAs === samePersonAs) return [];
    refuseUnlessReasonCode('/reason', reasonCode, 'second-account');
    if (member.samePersonAs !== undefined) {
      throw new NotAnotherAccount(`It is recorded as another account of ${member.samePersonAs}`);
    }
    if (samePersonAs === member.staff) throw new NotAnotherAccount('An account is no other one of itself');
    if (named > MOST_ACCOUNTS) {
      throw new NotAnotherAccount(
        `No more than ${MOST_ACCOUNTS} accounts are read as one person’s, those that were taken back among them`,
      );
    }
    return [
      { type: 'staff.same-person-recorded', occurredOn: recordedOn, data: { samePersonAs, reasonCode } },
    ];
  };
