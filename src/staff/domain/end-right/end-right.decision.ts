import type { Decision } from '../../../kernel/event.js';
import { refuseUnlessReasonCode } from '../../../kernel/field-checks.js';
import { dateInWords, type PlainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import type { StaffEvent } from '../staff.events.js';
import { rightHere } from '../staff-here.js';
import type { StaffMember } from '../staff-member.js';
import { RightNotOpen } from '../staff-refusals.js';

export interface RightEnd {
  readonly grant: string;
  /** The organisation of the administrator who ends it. */
  readonly organisation: string;
  /** The first day without the right; absent, it ends at once. */
  readonly until?: PlainDate;
  readonly reasonCode: string;
  readonly today: PlainDate;
}

/**
 * Ends a right, at once or after a last day. One administrator is enough: less can be done afterwards, never more. What has an
 * end can only end earlier.
 *
 * @throws StaffNotFound, RightNotFound when there is no such right in the organisation.
 * @throws RightNotOpen when it was never granted, or has ended.
 * @throws FieldRefused when the last day is past, or not before the one that the right has.
 */
export const endRight =
  ({ grant, organisation, until: wanted, reasonCode, today }: RightEnd): Decision<StaffMember, StaffEvent> =>
  (state) => {
    const right = rightHere(state, organisation, grant);
    const until = wanted ?? today;
    if (right.stage === 'ended' && right.until === until) return [];
    if (right.stage === 'requested' || right.stage === 'refused') throw new RightNotOpen(right);
    if (right.until !== undefined && right.until <= today) {
      throw new RightNotOpen(right, `it was over by ${dateInWords(right.until)}`);
    }
    refuseUnlessReasonCode('/reason', reasonCode, 'left-the-team');
    if (until < today) {
      throw new FieldRefused(
        '/lastDay',
        'in-the-past',
        'A right ends at once at the earliest: leave the last day out',
      );
    }
    if (right.until !== undefined && until >= right.until) {
      throw new FieldRefused(
        '/lastDay',
        'not-earlier',
        'The right ends by itself before that, or on that day',
      );
    }
    return [{ type: 'staff.right-ended', occurredOn: today, data: { grant, until, reasonCode } }];
  };
