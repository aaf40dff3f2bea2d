import type { Decision } from '../../../kernel/event.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import type { StaffEvent } from '../staff.events.js';
import type { StaffMember } from '../staff-member.js';

export interface NewAccount {
  readonly staff: string;
  readonly issuer: string;
  readonly subject: string;
  /** Whose administrators are to see it. */
  readonly organisation: string;
  readonly recordedOn: PlainDate;
}

/** Makes an account known to an organisation. It gives no right; an account that is known already is silence. */
export const recordAccount =
  ({ recordedOn, ...account }: NewAccount): Decision<StaffMember, StaffEvent> =>
  (state) =>
    state.stage === 'known' && state.knownTo.includes(account.organisation)
      ? []
      : [{ type: 'staff.account-recorded', occurredOn: recordedOn, data: account }];
