import { SOMEBODY } from './recorded.js';
import { plainDate as day } from '../../src/kernel/plain-date.js';
import {
  decideRight,
  type RightDecision,
} from '../../src/staff/domain/decide-right/decide-right.decision.js';
import { endRight, type RightEnd } from '../../src/staff/domain/end-right/end-right.decision.js';
import {
  requestRight,
  type WantedRight,
} from '../../src/staff/domain/request-right/request-right.decision.js';
import { COUNCIL, STAFF } from '../../src/staff/domain/staff.fixtures.js';

export const ANNE = { id: 'anne', staff: 'SM-000000000A' };
export const BILAL = { id: 'bilal', staff: 'SM-000000000B' };
/** Who recorded the events that are given: the fixtures' somebody asked for every right. */
export const ASKED = { id: SOMEBODY.id };
export const GRANT = `${STAFF}-1`;

/** Anne asks, on 20 March 2026, for the right of the fixtures. */
export const ask = (changes: Partial<WantedRight> = {}) =>
  requestRight({
    organisation: COUNCIL,
    role: 'council-finance',
    isApprover: false,
    from: day('2026-04-01'),
    limit: { withoutLimit: false },
    reasonCode: 'joined-the-team',
    by: ANNE,
    person: STAFF,
    today: day('2026-03-20'),
    ...changes,
  });
export const askForApprover = (limit: WantedRight['limit']) =>
  ask({ role: 'council-approver', isApprover: true, until: day('2027-04-01'), limit });
/** Bilal grants it on 23 March 2026. */
export const decide = (changes: Partial<RightDecision> = {}) =>
  decideRight({
    grant: GRANT,
    organisation: COUNCIL,
    outcome: { is: 'granted' },
    by: BILAL,
    person: STAFF,
    today: day('2026-03-23'),
    ...changes,
  });
export const refuse = (changes: Partial<RightDecision> = {}) =>
  decide({ outcome: { is: 'refused', reasonCode: 'not-needed' }, ...changes });
/** It ends at once on 1 June 2026. */
export const end = (changes: Partial<RightEnd> = {}) =>
  endRight({
    grant: GRANT,
    organisation: COUNCIL,
    reasonCode: 'left-the-team',
    today: day('2026-06-01'),
    ...changes,
  });
