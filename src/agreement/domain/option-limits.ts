import { Fraction } from '../../kernel/fraction.js';
import { FieldRefused } from '../../kernel/refusal.js';
import type { AgreementOptions } from './options.js';

type NumberOption =
  | 'bridgingReviewWeeks'
  | 'bridgingReviewStepDays'
  | 'leaveOnCostPercent'
  | 'limitationWarningYears'
  | 'oneOffRespiteCapPence'
  | 'redundancyCapPence'
  | 'redundancyCapPercent'
  | 'redundancyEstatePercent'
  | 'redundancyMinimumPence'
  | 'redundancyTimeBarYears'
  | 'transferBackNoticeDays'
  | 'rechargeQueryWorkingDays'
  | 'rechargePaymentDays';

/** The least and the most that an option of number may be, both included. Generous: they stop slips, not practice. */
export const OPTION_LIMITS = {
  bridgingReviewWeeks: { least: 1, most: 52 },
  bridgingReviewStepDays: { least: 1, most: 182 },
  leaveOnCostPercent: { least: 0, most: 100 },
  limitationWarningYears: { least: 1, most: 30 },
  oneOffRespiteCapPence: { least: 0, most: 10_000_000 },
  redundancyCapPence: { least: 0, most: 10_000_000 },
  redundancyCapPercent: { least: 0, most: 100 },
  redundancyEstatePercent: { least: 0, most: 100 },
  redundancyMinimumPence: { least: 0, most: 1_000_000 },
  redundancyTimeBarYears: { least: 0, most: 50 },
  transferBackNoticeDays: { least: 1, most: 182 },
  rechargeQueryWorkingDays: { least: 1, most: 65 },
  rechargePaymentDays: { least: 1, most: 182 },
} as const satisfies Record<NumberOption, { least: number; most: number }>;

/** @throws FieldRefused for the first option of number that is outside its limits. */
export function checkOptionLimits(options: AgreementOptions): void {
  for (const [option, { least, most }] of Object.entries(OPTION_LIMITS)) {
    const value = Fraction.parse(String(options[option as NumberOption]));
    if (value.compare(Fraction.of(least)) < 0 || value.compare(Fraction.of(most)) > 0) {
      const detail = `${option} must be from ${least} to ${most}`;
      throw new FieldRefused(`/options/${option}`, 'outside-limits', detail);
    }
  }
}
