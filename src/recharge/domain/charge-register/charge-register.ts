import type { Aggregate } from '../../../kernel/aggregate.js';
import type { Pence } from '../../../kernel/pence.js';
import type { Person } from '../../../kernel/event.js';
import { personOf } from '../../../kernel/recorded-facts.js';
import type { Direction } from '../rules/joint-package.js';
import { chargeRegisterCatalogue, type ChargeRegisterEvent } from './charge-register.events.js';

/** Something that is about to be done with the charges of a case. */
export interface ChargeClaim {
  readonly reference: string;
  readonly heldBy: string;
  /** When it was recorded: an instant in UTC. */
  readonly claimedAt: string;
}

/** A sum that somebody is about to approve. */
export interface ApprovalClaim extends ChargeClaim {
  readonly direction: Direction;
  readonly amountPence: Pence;
  readonly approver: Person;
}

/**
 * What keeps a case from being merged while a recharge of it is made. Both write here first, one after the other, since the
 * case and its recharges are streams of their own. So do two approvals whose sums count together.
 */
export interface ChargeRegister {
  readonly recharges: readonly ChargeClaim[];
  readonly approvals: readonly ApprovalClaim[];
  /** Once it is there nothing is charged any more. */
  readonly merger?: ChargeClaim;
}

export const chargeRegister: Aggregate<ChargeRegister, ChargeRegisterEvent> = {
  category: 'charge-register',
  catalogue: chargeRegisterCatalogue,
  initial: { recharges: [], approvals: [] },
  beginsWith: 'charge-register.claimed',
  evolve: (state, event, { recordedAt, recordedBy }) => {
    switch (event.type) {
      case 'charge-register.claimed': {
        const { purpose, reference, heldBy } = event.data;
        const claim = { reference, heldBy, claimedAt: recordedAt };
        return purpose === 'merger'
          ? { ...state, merger: claim }
          : { ...state, recharges: [...state.recharges, claim] };
      }
      case 'charge-register.approval-claimed': {
        const claim = { ...event.data, approver: personOf(recordedBy), claimedAt: recordedAt };
        return { ...state, approvals: [...state.approvals, claim] };
      }
      case 'charge-register.merger-released': {
        const { merger, ...open } = state;
        return merger?.heldBy === event.data.heldBy ? open : state;
      }
    }
  },
};
