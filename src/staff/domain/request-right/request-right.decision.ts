import { isSamePerson, type Decision, type Person } from '../../../kernel/event.js';
import { refuseEmptyPeriod, refuseUnlessReasonCode } from '../../../kernel/field-checks.js';
import type { Pence } from '../../../kernel/pence.js';
import { dateInWords, type PlainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { refuseOverlap } from '../overlap.js';
import type { StaffEvent } from '../staff.events.js';
import { staffHere } from '../staff-here.js';
import { nextGrantOf, type StaffMember } from '../staff-member.js';
import { OwnRight } from '../staff-refusals.js';

/** What an approver may approve at once: up to an amount of pence, or without a limit, which has to be said. */
export interface ApprovalLimit {
  readonly limitPence?: Pence;
  readonly withoutLimit: boolean;
}

export interface WantedRight {
  /** The organisation of the administrator who asks, which is the one that the right is in. */
  readonly organisation: string;
  readonly role: string;
  readonly isApprover: boolean;
  readonly from: PlainDate;
  /** The first day without the right; absent, it lasts until it is ended. */
  readonly until?: PlainDate;
  readonly limit: ApprovalLimit;
  readonly reasonCode: string;
  readonly by: Person;
  /** Whose account it is: the same reference for each account of a person. */
  readonly person: string;
  readonly today: PlainDate;
}

/**
 * Asks for a right for somebody else. It is nothing until another administrator grants it.
 *
 * @throws StaffNotFound when the organisation does not know the account.
 * @throws OwnRight when the account is one of the administrator's own.
 * @throws FieldRefused for days that are past or out of order, or an approver's limit that is missing or of nobody.
 * @throws RightOverlaps when the role is held or asked for on some of the days already.
 */
export const requestRight =
  (wanted: WantedRight): Decision<StaffMember, StaffEvent> =>
  (state) => {
    const { organisation, role, from, until, reasonCode, today } = wanted;
    const member = staffHere(state, organisation);
    if (isSamePerson(wanted.by, { id: member.subject, staff: wanted.person })) throw new OwnRight();
    refuseUnlessReasonCode('/reason', reasonCode, 'joined-the-team');
    if (from < today) {
      throw new FieldRefused(
        '/from',
        'in-the-past',
        `${dateInWords(from)} is past, and no right begins before it is there`,
      );
    }
    if (until !== undefined) refuseEmptyPeriod(from, until);
    const limit = limitOf(wanted);
    refuseOverlap(member, { organisation, role, from, ...(until !== undefined && { until }) });
    const data = {
      grant: nextGrantOf(member),
      organisation,
      role,
      from,
      ...(until !== undefined && { until }),
      ...limit,
      reasonCode,
    };
    return [{ type: 'staff.right-requested', occurredOn: today, data }];
  };

function limitOf({ isApprover, role, limit: { limitPence, withoutLimit } }: WantedRight) {
  const pointer = '/approvalLimit';
  if (!isApprover) {
    if (limitPence === undefined && !withoutLimit) return {};
    throw new FieldRefused(
      pointer,
      'no-limit-for-this-role',
      `${role} approves nothing, so there is no limit to it`,
    );
  }
  if (limitPence === undefined) {
    if (withoutLimit) return { limitStated: false };
    throw new FieldRefused(
      pointer,
      'limit-missing',
      'Say up to how much an approver may approve at once, or that there is no limit',
    );
  }
  if (withoutLimit) {
    throw new FieldRefused('/withoutApprovalLimit', 'limit-and-none', 'There is a limit, or there is none');
  }
  if (limitPence <= 0) throw new FieldRefused(pointer, 'not-above-zero', 'The limit has to be above zero');
  return { limitStated: true, limitPence };
}
