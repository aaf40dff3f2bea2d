import type { Agreement, AgreementRecord } from './agreement.js';
import type { Side } from './agreement.events.js';
import { AgreementNotFound } from './agreement-refusals.js';
import { sideOf } from './parties.js';

/** An agreement with the side on which somebody stands who acts under it. */
export interface OwnAgreement {
  readonly agreement: AgreementRecord;
  readonly side: Side;
}

/**
 * The agreement as one of its parties acts under it.
 *
 * @param standsFor the actor's organisation and every body that it took over from
 * @throws AgreementNotFound when there is no agreement, or the actor's organisation is no party to it.
 */
export function ownAgreement(
  state: Agreement,
  agreementId: string,
  standsFor: readonly string[],
): OwnAgreement {
  if (state.stage === 'none') throw new AgreementNotFound(agreementId);
  const side = sideOf(state, standsFor);
  if (side === undefined) throw new AgreementNotFound(agreementId);
  return { agreement: state, side };
}
