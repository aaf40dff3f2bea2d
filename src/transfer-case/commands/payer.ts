import { organisationDirectory } from '../../agreement/index.js';
import type { Actor } from '../../kernel/event.js';
import type { CaseRecord, Payment } from '../domain/case-record.js';
import { nhsBodiesOf } from '../domain/rules/nhs-body-on.js';
import type { RecordPaymentTerms } from '../domain/record-payment/record-payment.decision.js';
import { CaseNotFound, sideOf } from './transfer-cases.js';

/** A payment as the caller names it: who paid follows from who the caller works for. */
export type GivenPayment = Omit<Payment, 'payer'>;

/**
 * Adds the payer to a payment: the body of the actor's side as it was on the day of the payment, and for a reversal the
 * payer of what it takes back, which a merger in between does not change.
 *
 * @throws CaseNotFound when the actor has no part in the case.
 */
export function withPayer(
  payment: GivenPayment,
  record: CaseRecord,
  actor: Actor,
): Omit<RecordPaymentTerms, 'today'> {
  const side = sideOf(record, actor);
  if (side === undefined) throw new CaseNotFound(record.caseRef);
  const code = side === 'council' ? record.council : nhsBodyFor(record, actor);
  const original = record.payments.find(({ reference }) => reference === payment.reverses);
  const payer = original?.payer ?? organisationDirectory.bodyOn(code, payment.paidOn)?.code ?? code;
  return { ...payment, payer, side };
}

/** Of several NHS bodies of a case, the last one that the actor's organisation stands for. */
function nhsBodyFor(record: CaseRecord, { organisation }: Actor): string {
  const represented = organisationDirectory.withPredecessors(organisation);
  return nhsBodiesOf(record).findLast((body) => represented.includes(body)) ?? record.nhsBody;
}
