import type { Decision } from '../../../kernel/event.js';
import { refuseUnlessReasonCode } from '../../../kernel/field-checks.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { sameFacts } from '../../../kernel/same-facts.js';
import type { Employment } from '../employment.js';
import { known } from '../refusals.js';
import type { InsuranceClaim, WorkforceEvent } from '../workforce.events.js';

/**
 * Records where the claim on the employer's insurance stands. Insurers change their minds, so each news takes the place
 * of the last.
 *
 * @param updatedOn the day of the news
 * @throws FieldRefused for a paid claim without an amount above zero, an amount for another, or a refusal without a reason.
 */
export function updateInsuranceClaim(
  claim: InsuranceClaim,
  updatedOn: PlainDate,
): Decision<Employment, WorkforceEvent> {
  return (state) => {
    const { insuranceClaim: standing } = known(state);
    refuseUnlessComplete(claim);
    return sameFacts<InsuranceClaim | undefined>(standing, claim)
      ? []
      : [{ type: 'workforce.insurance-claim-updated', occurredOn: updatedOn, data: claim }];
  };
}

function refuseUnlessComplete({ claim, amountPence, reasonCode }: InsuranceClaim): void {
  if (claim === 'paid' && (amountPence === undefined || amountPence <= 0)) {
    throw new FieldRefused('/amount', 'required', 'Give the amount that the insurer paid');
  }
  if (claim !== 'paid' && amountPence !== undefined) {
    throw new FieldRefused('/amount', 'not-wanted', 'Only a claim that was paid has an amount');
  }
  if (claim === 'declined' && reasonCode === undefined) {
    throw new FieldRefused('/reasonCode', 'required', 'Give the code of why the insurer declined');
  }
  if (reasonCode !== undefined) refuseUnlessReasonCode('/reasonCode', reasonCode, 'policy-lapsed');
}
