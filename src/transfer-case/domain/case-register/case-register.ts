import type { Aggregate } from '../../../kernel/aggregate.js';
import { caseRegisterCatalogue, type CaseRegisterEvent } from './case-register.events.js';

/** A case that holds the reference of a person. */
export interface Claim {
  readonly caseRef: string;
  readonly nhsBody: string;
  /** When it was recorded: an instant in UTC. */
  readonly claimedAt: string;
}

/** The cases of one person of one council, by the council's own reference: what keeps two alerts from being one move. */
export interface CaseRegister {
  readonly claims: readonly Claim[];
}

export const caseRegister: Aggregate<CaseRegister, CaseRegisterEvent> = {
  category: 'case-register',
  catalogue: caseRegisterCatalogue,
  initial: { claims: [] },
  beginsWith: 'case-register.reference-claimed',
  evolve: ({ claims }, event, { recordedAt }) => {
    switch (event.type) {
      case 'case-register.reference-claimed':
        return { claims: [...claims, { ...event.data, claimedAt: recordedAt }] };
      case 'case-register.reference-released':
        return { claims: claims.filter(({ caseRef }) => caseRef !== event.data.caseRef) };
    }
  },
};
