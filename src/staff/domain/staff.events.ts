import { eventCatalogue, type EventOf } from '../../kernel/event-catalogue.js';
import { day, flag, money, optional, record, text } from '../../kernel/shape.js';

const shapes = {
  /**
   * An account became known to an organisation: a sign-in (`subject`) at an issuer. It gives no right. `staff` is its opaque
   * reference.
   */
  'staff.account-recorded': record({ staff: text, issuer: text, subject: text, organisation: text }),
  /**
   * An administrator asked for a right. `until` is the first day without it; absent, it lasts until it is ended. For an approver
   * `limitStated` says whether there is a limit, so that none is never a thing forgotten; others have neither field.
   */
  'staff.right-requested': record({
    grant: text,
    organisation: text,
    /** As it was called when it was asked for: a role that there is no more stays readable, and gives nothing. */
    role: text,
    from: day,
    until: optional(day),
    limitStated: optional(flag),
    limitPence: optional(money),
    reasonCode: text,
  }),
  'staff.right-granted': record({ grant: text }),
  'staff.right-refused': record({ grant: text, reasonCode: text }),
  /** `until` is the first day without the right: the day itself when it ended at once. */
  'staff.right-ended': record({ grant: text, until: day, reasonCode: text }),
  /** The operator appointed an administrator of an organisation that had no two of them. */
  'staff.administrator-appointed': record({
    grant: text,
    organisation: text,
    from: day,
    reasonCode: text,
  }),
  /** The account is another one of a person whose account stands under `samePersonAs`. */
  'staff.same-person-recorded': record({ samePersonAs: text, reasonCode: text }),
  /** It is not: the two count as two people from then on. */
  'staff.same-person-withdrawn': record({ samePersonAs: text, reasonCode: text }),
  /** The account was said to be another one of the person whose stream this is. Whether it still is, its own stream says. */
  'staff.other-account-named': record({ account: text }),
  /** An administrator of the organisation ended the sessions that the account had in the pages. */
  'staff.sessions-ended': record({ organisation: text, reasonCode: text }),
};

export type StaffEvent = EventOf<typeof shapes>;

/** One kind of staff event, by its type. */
export type StaffFact<Type extends StaffEvent['type']> = Extract<StaffEvent, { type: Type }>;

export const staffCatalogue = eventCatalogue(shapes);
