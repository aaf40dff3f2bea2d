import type { Recorded } from '../../kernel/event.js';
import { addDays, dateInWords, type PlainDate } from '../../kernel/plain-date.js';
import { poundsFromPence, type Pence } from '../../kernel/pence.js';
import type { StaffEvent, StaffFact } from './staff.events.js';

/** One sentence in plain English about an event of the staff. It names references, roles and dates, never a person. */
export function describeStaffEvent({ event }: Recorded<StaffEvent>): string {
  switch (event.type) {
    case 'staff.account-recorded':
      return `The account ${event.data.staff} became known to ${event.data.organisation}`;
    case 'staff.right-requested':
      return requested(event.data);
    case 'staff.right-granted':
      return `The right ${event.data.grant} was granted on ${dateInWords(event.occurredOn)}`;
    case 'staff.right-refused':
      return `The right ${event.data.grant} was refused on ${dateInWords(event.occurredOn)} (${event.data.reasonCode})`;
    case 'staff.right-ended': {
      const { grant, until, reasonCode } = event.data;
      const end = until === event.occurredOn ? 'at once' : `after ${dateInWords(addDays(until, -1))}`;
      return `The right ${grant} was ended on ${dateInWords(event.occurredOn)}, ${end} (${reasonCode})`;
    }
    case 'staff.administrator-appointed': {
      const { grant, organisation, from } = event.data;
      return `The operator appointed an administrator of ${organisation} from ${dateInWords(from)} on (${grant})`;
    }
    case 'staff.same-person-recorded':
      return `The account is another one of ${event.data.samePersonAs}`;
    case 'staff.same-person-withdrawn':
      return `The account is no other one of ${event.data.samePersonAs} (${event.data.reasonCode})`;
    case 'staff.other-account-named':
      return `${event.data.account} was named as another account of the same person`;
    case 'staff.sessions-ended':
      return `An administrator of ${event.data.organisation} ended the sessions of the account on ${dateInWords(event.occurredOn)} (${event.data.reasonCode})`;
  }
}

function requested(data: StaffFact<'staff.right-requested'>['data']): string {
  const { grant, organisation, role, from, until } = data;
  return `The role ${role} in ${organisation} was requested ${inWords(from, until)}${limit(data)} (${grant})`;
}

function inWords(from: PlainDate, until: PlainDate | undefined): string {
  const beginning = `from ${dateInWords(from)}`;
  return until === undefined ? `${beginning} on` : `${beginning} to ${dateInWords(addDays(until, -1))}`;
}

function limit({
  limitStated,
  limitPence,
}: {
  readonly limitStated?: boolean;
  readonly limitPence?: Pence;
}): string {
  if (limitPence !== undefined) return `, for approvals up to £${poundsFromPence(limitPence)}`;
  return limitStated === false ? ', for approvals without a limit' : '';
}
