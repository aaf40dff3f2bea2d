import { OPTION_LIMITS } from './option-limits.js';
import { DEFAULT_OPTIONS, OPTION_CHOICES, type AgreementOptions } from './options.js';

/** What a reader needs to choose an option: what it decides, what it is unless chosen, and what it may be. */
export interface OptionDescription {
  readonly option: keyof AgreementOptions;
  readonly explanation: string;
  readonly default: string | number;
  /** The values to choose from; absent for a number. */
  readonly choices?: readonly string[];
  /** The least and the most of a number, both included; absent for a choice. */
  readonly limits?: { readonly least: number; readonly most: number };
}

const EXPLANATIONS: Record<keyof AgreementOptions, string> = {
  documentRoute:
    'Which way the recharge document goes; the money always goes from who was liable to who paid.',
  bridgingReviewWeeks:
    'Weeks from the notified decision to the first review of bridging, which is a review point and never a cap.',
  bridgingReviewStepDays: 'Days from one review of bridging to the next.',
  grossBasis:
    'Whether the recharge claims the net payments with the contributions really paid, with the assessed ones, or alone.',
  creditMethod: 'How money left unspent in the direct payment account is credited to the NHS body.',
  redundancyUnit:
    'The unit in which the time that each body funded is weighed when redundancy pay is shared.',
  redundancySelfFundedTime:
    "Whether time that no public body funded is left out of the division or is the employer's own share.",
  redundancyBridgingDays:
    'Whether a day of bridging counts for the body that was liable or the body that paid.',
  redundancyPennyTie: 'Who bears the odd penny when the remainders of a split are equal.',
  leaveSettlement: 'How the value of leave earned before the liability date reaches the new budget.',
  leaveNegativeBalance:
    'Whether leave that was taken before it was earned is settled too or counts as nothing owed.',
  leaveOnCostPercent: "The employer's on-costs on earned leave, in per cent of its value.",
  rechargeQueryWorkingDays:
    'Working days in which a line of a recharge may be queried; silence is not agreement.',
  rechargePaymentDays: 'Days in which a valid recharge is paid.',
};

/** Every option of a local agreement, described for the person who chooses. */
export const OPTION_DESCRIPTIONS: readonly OptionDescription[] = Object.entries(EXPLANATIONS).map(
  ([name, explanation]) => {
    const option = name as keyof AgreementOptions;
    const choices = { choices: OPTION_CHOICES[option as keyof typeof OPTION_CHOICES] };
    const limits = { limits: OPTION_LIMITS[option as keyof typeof OPTION_LIMITS] };
    const allowed = option in OPTION_CHOICES ? choices : limits;
    return { option, explanation, default: DEFAULT_OPTIONS[option], ...allowed };
  },
);
