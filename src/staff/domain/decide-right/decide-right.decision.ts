import { isSamePerson, type Decision, type Person } from '../../../kernel/event.js';
import { refuseUnlessReasonCode } from '../../../kernel/field-checks.js';
import { dateInWords, type PlainDate } from '../../../kernel/plain-date.js';
import type { StaffEvent } from '../staff.events.js';
import { rightHere } from '../staff-here.js';
import type { Right, StaffMember } from '../staff-member.js';
import { OwnRight, RightNotOpen, SamePersonDecides } from '../staff-refusals.js';

export interface RightDecision {
  readonly grant: string;
  /** The organisation of the administrator who decides. */
  readonly organisation: string;
  readonly outcome: { readonly is: 'granted' } | { readonly is: 'refused'; readonly reasonCode: string };
  readonly by: Person;
  /** Whose account it is: the same reference for each account of a person. */
  readonly person: string;
  readonly today: PlainDate;
}

/**
 * Grants or refuses a right that another administrator asked for. The same decision by the same person again is silence.
 *
 * @throws StaffNotFound, RightNotFound when there is no such right in the organisation.
 * @throws OwnRight when the account is one of the administrator's own.
 * @throws SamePersonDecides when the administrator asked for it, under whatever account.
 * @throws RightNotOpen when it was decided already, or its days are over.
 */
export const decideRight =
  (decision: RightDecision): Decision<StaffMember, StaffEvent> =>
  (state) => {
    const { grant, organisation, outcome, by, today } = decision;
    const right = rightHere(state, organisation, grant);
    if (state.stage === 'unknown' || isSamePerson(by, { id: state.subject, staff: decision.person })) {
      throw new OwnRight();
    }
    if (isRepeat(right, decision)) return [];
    if (right.stage !== 'requested') throw new RightNotOpen(right);
    if (isSamePerson(by, right.requestedBy)) throw new SamePersonDecides();
    if (outcome.is === 'refused') {
      refuseUnlessReasonCode('/reason', outcome.reasonCode, 'not-needed');
      const data = { grant, reasonCode: outcome.reasonCode };
      return [{ type: 'staff.right-refused', occurredOn: today, data }];
    }
    if (right.until !== undefined && right.until <= today) {
      throw new RightNotOpen(right, `its days were over by ${dateInWords(right.until)}`);
    }
    return [{ type: 'staff.right-granted', occurredOn: today, data: { grant } }];
  };

function isRepeat({ stage, decidedBy }: Right, { outcome, by }: RightDecision): boolean {
  return stage === outcome.is && decidedBy !== undefined && isSamePerson(decidedBy, by);
}
