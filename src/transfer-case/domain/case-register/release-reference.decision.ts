import type { Decision } from '../../../kernel/event.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import type { CaseRegisterEvent } from './case-register.events.js';
import type { CaseRegister } from './case-register.js';

/** Lets go of a person's reference that a case holds. A case that holds none has nothing to let go of. */
export const releaseReference =
  ({
    caseRef,
    today,
  }: {
    readonly caseRef: string;
    readonly today: PlainDate;
  }): Decision<CaseRegister, CaseRegisterEvent> =>
  ({ claims }) =>
    claims.some((claim) => claim.caseRef === caseRef)
      ? [{ type: 'case-register.reference-released', occurredOn: today, data: { caseRef } }]
      : [];
