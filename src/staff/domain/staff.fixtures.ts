import { pence } from '../../kernel/pence.js';
import { plainDate } from '../../kernel/plain-date.js';
import type { StaffFact } from './staff.events.js';

export const STAFF = 'SM-0000000001';
export const OTHER_ACCOUNT = 'SM-0000000002';
export const COUNCIL = 'E10000015';
export const BOARD = 'QM7';

export const recorded = (organisation = COUNCIL) =>
  ({
    type: 'staff.account-recorded',
    occurredOn: plainDate('2026-03-02'),
    data: { staff: STAFF, issuer: 'https://sign-in.example', subject: 'ngozi', organisation },
  }) satisfies StaffFact<'staff.account-recorded'>;

type Requested = StaffFact<'staff.right-requested'>['data'];

/** Council finance from 1 April 2026 on, asked for on 20 March, unless it says otherwise. */
export const requested = (changes: Partial<Requested> = {}) =>
  ({
    type: 'staff.right-requested',
    occurredOn: plainDate('2026-03-20'),
    data: {
      grant: `${STAFF}-1`,
      organisation: COUNCIL,
      role: 'council-finance',
      from: plainDate('2026-04-01'),
      reasonCode: 'joined-the-team',
      ...changes,
    },
  }) satisfies StaffFact<'staff.right-requested'>;

/** An approver's right for the year from 1 April 2026, up to £5,000. */
export const approverRequested = requested({
  role: 'council-approver',
  until: plainDate('2027-04-01'),
  limitStated: true,
  limitPence: pence(500_000),
});

export const granted = (on = '2026-03-23', grant = `${STAFF}-1`) =>
  ({
    type: 'staff.right-granted',
    occurredOn: plainDate(on),
    data: { grant },
  }) satisfies StaffFact<'staff.right-granted'>;

export const refused = (grant = `${STAFF}-1`) =>
  ({
    type: 'staff.right-refused',
    occurredOn: plainDate('2026-03-23'),
    data: { grant, reasonCode: 'not-needed' },
  }) satisfies StaffFact<'staff.right-refused'>;

export const ended = (on: string, until = on, grant = `${STAFF}-1`) =>
  ({
    type: 'staff.right-ended',
    occurredOn: plainDate(on),
    data: { grant, until: plainDate(until), reasonCode: 'left-the-team' },
  }) satisfies StaffFact<'staff.right-ended'>;

export const appointed = (grant = `${STAFF}-1`) =>
  ({
    type: 'staff.administrator-appointed',
    occurredOn: plainDate('2026-03-02'),
    data: { grant, organisation: COUNCIL, from: plainDate('2026-03-02'), reasonCode: 'first-administrators' },
  }) satisfies StaffFact<'staff.administrator-appointed'>;

export const samePersonWithdrawn = (samePersonAs = OTHER_ACCOUNT, on = '2026-03-04') =>
  ({
    type: 'staff.same-person-withdrawn',
    occurredOn: plainDate(on),
    data: { samePersonAs, reasonCode: 'recorded-by-mistake' },
  }) satisfies StaffFact<'staff.same-person-withdrawn'>;

export const sessionsEnded = (organisation = COUNCIL) =>
  ({
    type: 'staff.sessions-ended',
    occurredOn: plainDate('2026-03-05'),
    data: { organisation, reasonCode: 'machine-lost' },
  }) satisfies StaffFact<'staff.sessions-ended'>;

export const otherAccountNamed = (account = OTHER_ACCOUNT) =>
  ({
    type: 'staff.other-account-named',
    occurredOn: plainDate('2026-03-03'),
    data: { account },
  }) satisfies StaffFact<'staff.other-account-named'>;

export const samePerson = (samePersonAs = OTHER_ACCOUNT, on = '2026-03-03') =>
  ({
    type: 'staff.same-person-recorded',
    occurredOn: plainDate(on),
    data: { samePersonAs, reasonCode: 'second-account' },
  }) satisfies StaffFact<'staff.same-person-recorded'>;
