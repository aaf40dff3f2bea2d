import { withFact, type RecordedFacts } from '../../kernel/recorded-facts.js';
import type { Actor } from '../../kernel/event.js';
import type { TransferCaseEvent } from './transfer-case.events.js';

/** What an event is to the charges of its case. */
type BehindCharges =
  /** The sums of the charges rest on it, and whoever recorded it has entered a part of them. */
  | 'entered'
  /** The sums may be others after it, but it takes two people of two bodies, or says nothing of money itself. */
  | 'changes'
  | 'nothing';

const BEHIND_CHARGES: Readonly<Record<TransferCaseEvent['type'], BehindCharges>> = {
  'transfer-case.alert-raised': 'nothing',
  'transfer-case.alert-acknowledged': 'nothing',
  'transfer-case.assigned': 'nothing',
  'transfer-case.unassigned': 'nothing',
  'transfer-case.checklist-received': 'entered',
  'transfer-case.fast-track-received': 'entered',
  'transfer-case.eligibility-decided': 'entered',
  'transfer-case.decision-revised': 'entered',
  'transfer-case.delay-classified': 'entered',
  'transfer-case.liability-agreed': 'entered',
  // It follows from other facts, and is recorded with whichever came last.
  'transfer-case.liability-date-determined': 'changes',
  'transfer-case.agreement-bound': 'changes',
  'transfer-case.agreement-change-signed': 'nothing',
  'transfer-case.bridging-opened': 'nothing',
  'transfer-case.bridging-extended': 'nothing',
  'transfer-case.award-rate-set': 'entered',
  'transfer-case.contribution-set': 'entered',
  'transfer-case.joint-package-set': 'entered',
  'transfer-case.suspension-recorded': 'entered',
  'transfer-case.payment-made': 'entered',
  'transfer-case.contribution-received': 'entered',
  'transfer-case.one-off-paid': 'entered',
  'transfer-case.opening-balance-stated': 'entered',
  'transfer-case.account-closed': 'entered',
  'transfer-case.balance-reclaimed': 'entered',
  'transfer-case.phb-cover-started': 'entered',
  'transfer-case.direct-payment-stopped': 'entered',
  'transfer-case.area-changed': 'entered',
  'transfer-case.interim-payer-agreed': 'entered',
  'transfer-case.death-recorded': 'entered',
  'transfer-case.death-retracted': 'entered',
  'transfer-case.chc-declined': 'entered',
  'transfer-case.eligibility-lost': 'entered',
  'transfer-case.eligibility-overturned': 'entered',
  'transfer-case.council-budget-set': 'entered',
  'transfer-case.phb-rate-set': 'entered',
  'transfer-case.council-cover-started': 'entered',
  'transfer-case.transfer-completed': 'nothing',
  'transfer-case.transfer-withdrawn': 'nothing',
  'transfer-case.budget-form-chosen': 'nothing',
  'transfer-case.reopening-requested': 'nothing',
  // A case is reopened because its facts change; what was approved before rests on a case that was thought finished.
  'transfer-case.case-reopened': 'changes',
  'transfer-case.case-merged': 'changes',
};

/** True when the sums of the charges of a case may be others after an event of this type. */
export function isBehindCharges(type: string): boolean {
  return (
    Object.hasOwn(BEHIND_CHARGES, type) && BEHIND_CHARGES[type as TransferCaseEvent['type']] !== 'nothing'
  );
}

/** The facts behind the charges of a case after an event of it. */
export function withChargeFact(
  facts: RecordedFacts,
  type: TransferCaseEvent['type'],
  recordedBy: Actor,
): RecordedFacts {
  const behind = BEHIND_CHARGES[type];
  if (behind === 'nothing') return facts;
  return behind === 'entered' ? withFact(facts, recordedBy) : withFact(facts);
}
