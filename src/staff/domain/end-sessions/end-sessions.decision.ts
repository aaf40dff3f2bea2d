import type { Decision } from '../../../kernel/event.js';
import { refuseUnlessReasonCode } from '../../../kernel/field-checks.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import type { StaffEvent } from '../staff.events.js';
import { refuseElsewhere, staffHere } from '../staff-here.js';
import type { StaffMember } from '../staff-member.js';

export interface SessionsEnd {
  /** The organisation of the administrator who ends them. */
  readonly organisation: string;
  readonly reasonCode: string;
  readonly today: PlainDate;
}

/**
 * Records that an administrator ended the sessions of an account: all of them, since a session that began for another
 * organisation can go on for this one. Rights stay as they are. Each time is a deed of its own.
 *
 * @throws StaffNotFound when the organisation does not know the account.
 * @throws WorksElsewhere when the account has rights in other organisations alone.
 */
export const endSessions =
  ({ organisation, reasonCode, today }: SessionsEnd): Decision<StaffMember, StaffEvent> =>
  (state) => {
    refuseElsewhere(staffHere(state, organisation), organisation, today);
    refuseUnlessReasonCode('/reason', reasonCode, 'machine-lost');
    return [{ type: 'staff.sessions-ended', occurredOn: today, data: { organisation, reasonCode } }];
  };
