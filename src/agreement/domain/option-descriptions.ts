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
  costBasis: 'Whether the recharge claims what was paid into the account or what was spent of it.',
  oneOffForLaterUse:
    'Training, checks and equipment that are bought in bridging for use after it: borne by the NHS body if approved before they were bought, or refused unless they were.',
  oneOffAnnual:
    'Whether a yearly cost in bridging, such as insurance, is shared by the days that it is good for or falls on whoever was liable when it was bought.',
  oneOffBeforeLiability:
    'Whether the council keeps the whole cost of what was bought before liability, or the NHS body bears the part that had not expired.',
  oneOffBackPay:
    'Whether back pay for earlier weeks stays with the council that owed it, or falls on whoever was liable when it was paid.',
  oneOffRespite: 'Whether respite and emergency cover in bridging have a cap.',
  oneOffRespiteCapPence:
    'The most of all respite and emergency cover in one bridging that the NHS body bears, in pence; only with a cap.',
  limitationWarningYears: 'Years after a payment from which finance is warned that a claim is out of time.',
  transferBackNoticeDays:
    'Days of notice that the NHS body gives when eligibility ends, the day of the decision among them.',
  transferBackRate:
    'Whether the council owes its own assessed budget or the rate really paid for weeks after the notice that ended eligibility.',
  redundancyUnit:
    'The unit in which what each body funded is weighed when redundancy pay is shared: time, or the hours or the money that was paid.',
  redundancyPartYears:
    'Whether the part of a month or year is kept, dropped or rounded to the nearest half where time is weighed in months or years.',
  redundancyService:
    'Whether redundancy pay is shared over the whole employment, its last twenty years, or the complete years that count for the payment.',
  redundancyFundingGap:
    'Whether days that nobody funded while the contract went on are left out, or count for the last or the next funder.',
  redundancyJointDays:
    'Whether a day with several funders counts by their parts of it, equally, or for the one with the largest part.',
  redundancyOtherFunders:
    'Whether a funder that is neither council nor NHS body has a share that nobody recovers, or is left out of the division.',
  redundancyHoursAndPay: 'Whether more hours or higher pay under one funder make its time weigh more.',
  redundancyAboveStatutory:
    'Whether redundancy pay above the statutory sum is shared when both bodies approved it before.',
  redundancyNoticeAndLeave:
    'Whether statutory notice and leave untaken at the end of a job fall on the current funder or are shared as the redundancy pay is.',
  redundancyReserves: 'Whether money set aside in the account counts after or before what the insurer pays.',
  redundancyEstatePercent:
    'What the estate of an employer who died contributes to what is left after insurance and reserves, in per cent.',
  redundancyCap:
    'Whether there is a limit to what one body bears, as an amount or as a part of the statutory payment.',
  redundancyCapPence: 'The most that one body bears, in pence; only where the limit is an amount.',
  redundancyCapPercent:
    'The most that one body bears, in per cent of the statutory payment; only where the limit is such a part.',
  redundancyMinimumPence: 'Redundancy costs below this many pence are not shared; 0 for none.',
  redundancySeveralNhsBodies:
    'Whether each of several NHS bodies answers for its own days, or the last one settles and collects from the others.',
  redundancyTimeBarYears: 'Years after it last funded from which a body owes nothing; 0 for no time bar.',
  redundancyPaidFirstBy:
    'Whether the current funder pays the PA through the account and recovers from the others, or each body pays its share directly.',
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
