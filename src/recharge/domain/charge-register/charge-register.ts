import type { Aggregate } from '../../../kernel/aggregate.js';
import { chargeRegisterCatalogue, type ChargeRegisterEvent } from './charge-register.events.js';

/** Something that is about to be done with the charges of a case. */
export interface ChargeClaim {
  readonly reference: string;
  readonly heldBy: string;
  /** When it was recorded: an instant in UTC. */
  readonly claimedAt: string;
}

/**
 * What keeps a case from being merged while a recharge of it is made. Both write here first, one after the other, since the
 * case and its recharges are streams of their own.
 */
export interface ChargeRegister {
  readonly recharges: readonly ChargeClaim[];
  /** Once it is there nothing is charged any more. */
  readonly merger?: ChargeClaim;
}

export const chargeRegister: Aggregate<ChargeRegister, ChargeRegisterEvent> = {
  category: 'charge-register',
  catalogue: chargeRegisterCatalogue,
  initial: { recharges: [] },
  beginsWith: 'charge-register.claimed',
  evolve: (state, event, { recordedAt }) => {
    switch (event.type) {
      case 'charge-register.claimed': {
        const { purpose, reference, heldBy } = event.data;
        const claim = { reference, heldBy, claimedAt: recordedAt };
        return purpose === 'merger'
          ? { ...state, merger: claim }
          : { ...state, recharges: [...state.recharges, claim] };
      }
      case 'charge-register.merger-released': {
        const { merger, ...open } = state;
        return merger?.heldBy === event.data.heldBy ? open : state;
      }
    }
  },
};
