import { refuseUnlessReasonCode } from '../../../kernel/field-checks.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import type { CaseRecord } from '../case-record.js';

/** Whether a decision later than 28 days was outside the control of the ICB, why, and who said so. */
export interface DelayTerms {
  readonly delay: 'justified' | 'unjustified' | 'unknown';
  readonly reasonCode: string;
  readonly decidedBy: DelayJudge;
}

/** Who may say whether a delay was justified. */
export const DELAY_JUDGES = ['nhs-body', 'both-bodies', 'independent-review', 'ombudsman', 'court'] as const;
export type DelayJudge = (typeof DELAY_JUDGES)[number];

/** What makes a delay justified: each is outside the control of the ICB. National practice, its own text not read. */
export const JUSTIFYING_REASONS = [
  'evidence-late-from-third-party',
  'person-asked-and-late',
  'key-practitioner-unavailable',
] as const;

/** @throws FieldRefused for a delay called justified by anything that does not justify one. */
export function refuseUnlessDelayReason({ delay, reasonCode }: DelayTerms, pointer = ''): void {
  refuseUnlessReasonCode(`${pointer}/reasonCode`, reasonCode);
  const justifies = JUSTIFYING_REASONS.some((reason) => reason === reasonCode);
  if ((delay === 'justified') !== justifies) {
    throw new FieldRefused(
      `${pointer}/reasonCode`,
      delay === 'justified' ? 'does-not-justify' : 'justifies',
      delay === 'justified'
        ? `A delay is justified only by one of: ${JUSTIFYING_REASONS.join(', ')}`
        : `${reasonCode} makes a delay justified, so it cannot be ${delay}`,
    );
  }
}

/** True when the delay is recorded already as it is said now, with the same reason. */
export function isClassifiedAs(
  { delay, reasonCode, decidedBy }: DelayTerms,
  state: Pick<CaseRecord, 'delay' | 'delayReason'>,
): boolean {
  return (
    state.delay === delay &&
    state.delayReason?.reasonCode === reasonCode &&
    state.delayReason.decidedBy === decidedBy
  );
}
