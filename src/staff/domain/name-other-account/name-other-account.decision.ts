import type { Decision } from '../../../kernel/event.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import type { StaffEvent } from '../staff.events.js';
import type { StaffMember } from '../staff-member.js';

export interface OtherAccount {
  /** The reference of the account that was recorded as another one of this person. */
  readonly account: string;
  readonly recordedOn: PlainDate;
}

/**
 * Names an account at the one that stands for its person, so that what was done under it before is found from there. It is a
 * sign and no word of its own: the stream of the account named says whose it is, and no right follows from either.
 */
export const nameOtherAccount =
  ({ account, recordedOn }: OtherAccount): Decision<StaffMember, StaffEvent> =>
  (state) =>
    state.stage === 'unknown' || state.otherAccounts.includes(account)
      ? []
      : [{ type: 'staff.other-account-named', occurredOn: recordedOn, data: { account } }];
