import type { Decision } from '../../../kernel/event.js';
import { refuseUnlessReasonCode } from '../../../kernel/field-checks.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { refuseOverlap } from '../overlap.js';
import type { StaffEvent } from '../staff.events.js';
import { ADMINISTRATOR, nextGrantOf, type StaffMember } from '../staff-member.js';
import { EnoughAdministrators } from '../staff-refusals.js';

export interface Appointment {
  readonly staff: string;
  readonly issuer: string;
  readonly subject: string;
  readonly organisation: string;
  /** How many administrators the organisation has today who sign in where this one does. */
  readonly administrators: number;
  readonly reasonCode: string;
  readonly today: PlainDate;
}

/** How many it takes to give a right. */
const NEEDED = 2;

/**
 * The operator appoints an administrator, from today on and until it is ended, while the organisation has fewer than two.
 *
 * @throws EnoughAdministrators when it has two or more: they give rights themselves.
 * @throws RightOverlaps when the account is an administrator there, or one was asked for.
 */
export const appointAdministrator =
  (appointment: Appointment): Decision<StaffMember, StaffEvent> =>
  (state) => {
    const { staff, issuer, subject, organisation, administrators, reasonCode, today } = appointment;
    refuseUnlessReasonCode('/reason', reasonCode, 'first-administrators');
    if (administrators >= NEEDED) throw new EnoughAdministrators(organisation, administrators);
    if (state.stage === 'known') refuseOverlap(state, { organisation, role: ADMINISTRATOR, from: today });
    const grant = nextGrantOf(state.stage === 'known' ? state : { staff, rights: [] });
    const recorded: StaffEvent = {
      type: 'staff.account-recorded',
      occurredOn: today,
      data: { staff, issuer, subject, organisation },
    };
    const appointed: StaffEvent = {
      type: 'staff.administrator-appointed',
      occurredOn: today,
      data: { grant, organisation, from: today, reasonCode },
    };
    return state.stage === 'known' ? [appointed] : [recorded, appointed];
  };
