import type { MissingFact } from '../../kernel/figure.js';
import type { Division } from '../../kernel/parts-of-whole.js';
import type { Pence } from '../../kernel/pence.js';
import { clip, type Period } from '../../kernel/period.js';
import { addDays, earliest, type PlainDate } from '../../kernel/plain-date.js';
import type { Shape } from '../../kernel/shape.js';
import { termsFrom } from '../../kernel/terms-from.js';

/** When the NHS body became liable, as far as the case can say. */
export type LiabilityStart =
  | {
      readonly status: 'known';
      readonly startsOn: PlainDate;
      /** The last day of it, where the person died or declined, or eligibility was lost or overturned. */
      readonly lastDay?: PlainDate;
      /** Days before it that may be the NHS body's too, until somebody says whether the late decision was justified. */
      readonly held?: Period;
    }
  /** The NHS body decided against it, or the transfer was withdrawn: nothing passes. */
  | { readonly status: 'never' }
  | { readonly status: 'unknown' };

/** The choices of the local agreement that decide redundancy and leave, in the agreement's own words. */
export interface SharingTerms {
  readonly redundancyUnit: 'days' | 'months' | 'whole-years' | 'hours-paid' | 'money-paid';
  readonly redundancyPartYears: 'kept' | 'dropped' | 'nearest-half';
  readonly redundancyService: 'whole-employment' | 'last-twenty-years' | 'years-that-count';
  readonly redundancyFundingGap: 'left-out' | 'last-funder' | 'next-funder';
  readonly redundancyJointDays: 'share-of-the-day' | 'equal' | 'lead-funder';
  readonly redundancyOtherFunders: 'own-share-not-recovered' | 'left-out';
  readonly redundancyHoursAndPay: 'service-only' | 'weighted-by-cost';
  readonly redundancyAboveStatutory: 'not-shared' | 'shared-if-approved-before';
  readonly redundancyNoticeAndLeave: 'current-funder' | 'same-split';
  readonly redundancyReserves: 'after-insurance' | 'before-insurance';
  /** Per cent of what insurance and reserves leave, as exact text. */
  readonly redundancyEstatePercent: string;
  readonly redundancyCap: 'none' | 'amount' | 'percent-of-payment';
  readonly redundancyCapPence: number;
  /** Per cent of the statutory payment, as exact text. */
  readonly redundancyCapPercent: string;
  readonly redundancyMinimumPence: number;
  readonly redundancySeveralNhsBodies: 'each-its-own-days' | 'last-settles-and-collects';
  /** 0 for no time bar. */
  readonly redundancyTimeBarYears: number;
  readonly redundancyPaidFirstBy: 'current-funder-then-recovers' | 'each-direct';
  readonly redundancySelfFundedTime: 'left-out' | 'employers-own-share';
  readonly redundancyBridgingDays: 'liable-body' | 'payer-of-the-day';
  readonly redundancyPennyTie: 'funder-on-last-day' | 'earlier-funder';
  readonly leaveCutOff: 'liability-start' | 'cover-start';
  readonly leaveRateDate: 'liability-start' | 'cover-start';
  readonly leaveYear: 'as-the-contract-says' | '1-april' | '1-january';
  readonly leaveSettlement: 'net-off-recharge' | 'council-pays-nhs' | 'retain-in-account' | 'nhs-absorbs';
  readonly leaveNegativeBalance: 'settled-both-ways' | 'floor-at-zero';
  /** Per cent, as exact text. */
  readonly leaveOnCostPercent: string;
}

/** Which body stands for a code on a day, and when that changes. */
export interface BodiesOverTime {
  successionsBetween(code: string, from: PlainDate, until: PlainDate): readonly PlainDate[];
  bodyOn(code: string, day: PlainDate): { readonly code: string; readonly kind?: string } | undefined;
}

/** The parts of a day under a joint package: the council's own, the part that it bridges, and the NHS body's own. */
export type PartOfDay = 'council-own' | 'bridged' | 'nhs-own';

/** What a case says of the days after liability began. What it does not say is absent. */
export interface LiableDays {
  /** In date order: the NHS bodies that followed the one that was alerted, each responsible from its day on. */
  readonly areaChanges?: readonly { readonly from: PlainDate; readonly nhsBody: string }[];
  /** From when NHS bodies dispute which of them is responsible. */
  readonly disputed?: { readonly from: PlainDate; readonly missing: MissingFact };
  /** In date order: how the cost of a day falls on the two bodies from a day on. */
  readonly jointPackages?: readonly (Division<PartOfDay> & { readonly from: PlainDate })[];
  /** In date order: what the package costs a week, which a fixed sum is a part of. */
  readonly awardRates?: readonly { readonly from: PlainDate; readonly weeklyPence: Pence }[];
}

/** What the figures of an employment need to know of its case. */
export interface CaseSetting extends LiableDays {
  readonly council: string;
  readonly nhsBody: string;
  readonly liability: LiabilityStart;
  /** The first day that the personal health budget covers, where it is known. */
  readonly coverStartsOn?: PlainDate;
  readonly terms: SharingTerms;
  /** Where the terms stand: the agreement and version, or that none is bound. */
  readonly termsFrom: string;
  readonly bodies: BodiesOverTime;
}

export const LIABILITY_START_MISSING: MissingFact = {
  fact: 'liability-start',
  reason: 'The day on which the NHS body became liable is not known',
  suppliedBy: 'the ICB’s CHC team',
};

export const DELAY_MISSING: MissingFact = {
  fact: 'delay-classification',
  reason:
    'Nobody has said whether the late decision was justified, so the NHS body may be liable from day 29',
  suppliedBy: 'the ICB’s CHC team',
};

/** What a case says about itself, as far as it matters here. */
export interface CaseFacts extends Omit<LiableDays, 'disputed'> {
  readonly council: string;
  readonly nhsBody: string;
  readonly stage: string;
  readonly liability?: { readonly startsOn: PlainDate; readonly held?: Period };
  readonly phbCoverStartsOn?: PlainDate;
  readonly diedOn?: PlainDate;
  /** The first day for which the person does not want NHS Continuing Healthcare. */
  readonly declinedFrom?: PlainDate;
  readonly agreement?: {
    readonly agreementId: string;
    readonly version: number;
    readonly options: unknown;
  };
}

/** How the options of a bound agreement are read, and what holds without one. */
export interface TermsReader {
  readonly options: Shape<SharingTerms>;
  readonly defaults: SharingTerms;
}

/** The stages in which nothing passes to the NHS body, unless it became liable before. */
const NEVER_LIABLE: ReadonlySet<string> = new Set(['not-eligible', 'withdrawn', 'merged']);

/** What the case has worked out about its liability: when it ended, and from when NHS bodies dispute it. */
export interface LiabilityLimits extends Pick<LiableDays, 'disputed'> {
  readonly end?: { readonly lastDay: PlainDate };
}

/** The setting that a case gives to the figures of its employments. */
export function settingOfCase(
  facts: CaseFacts,
  { end, disputed }: LiabilityLimits,
  reader: TermsReader,
  bodies: BodiesOverTime,
): CaseSetting {
  const { council, nhsBody, agreement, phbCoverStartsOn: coverStartsOn } = facts;
  const { areaChanges, jointPackages, awardRates } = facts;
  return {
    council,
    nhsBody,
    ...(areaChanges && { areaChanges }),
    ...(jointPackages && { jointPackages }),
    ...(awardRates && { awardRates }),
    ...(disputed && { disputed }),
    liability: liabilityOf(facts, end?.lastDay),
    ...(coverStartsOn !== undefined && { coverStartsOn }),
    terms: agreement === undefined ? reader.defaults : reader.options(agreement.options, '/options'),
    termsFrom: termsFrom(agreement),
    bodies,
  };
}

/** Liability that ended before it began is none, and so is that of a case in whose place another goes on. */
function liabilityOf(
  { liability, stage, diedOn, declinedFrom }: CaseFacts,
  lastDayLiable: PlainDate | undefined,
): LiabilityStart {
  if (liability === undefined || stage === 'merged')
    return { status: NEVER_LIABLE.has(stage) ? 'never' : 'unknown' };
  const [first, ...others] = [diedOn, declinedFrom && addDays(declinedFrom, -1), lastDayLiable].filter(
    (day) => day !== undefined,
  );
  if (first === undefined) return { status: 'known', ...liability };
  const lastDay = earliest(first, ...others);
  const { startsOn, held } = liability;
  const heldUntilThen = held && clip(held, { from: held.from, until: addDays(lastDay, 1) });
  if (lastDay < startsOn && heldUntilThen === undefined) return { status: 'never' };
  return { status: 'known', startsOn, lastDay, ...(heldUntilThen && { held: heldUntilThen }) };
}

/** The first day of liability; nothing while days before it are held, while it is not known, or where there is none. */
export function settledLiabilityStart(liability: LiabilityStart): PlainDate | undefined {
  return liability.status === 'known' && liability.held === undefined ? liability.startsOn : undefined;
}

/** The NHS body that the case names for a day, before any succession in law. */
export function nhsBodyOn(
  { nhsBody, areaChanges = [] }: Pick<CaseSetting, 'nhsBody' | 'areaChanges'>,
  day: PlainDate,
): string {
  return areaChanges.findLast(({ from }) => from <= day)?.nhsBody ?? nhsBody;
}

/** The NHS body that became liable first: the one that leave is settled with. */
export function firstLiableBody(setting: Pick<CaseSetting, 'nhsBody' | 'areaChanges' | 'liability'>): string {
  const { liability, nhsBody } = setting;
  return liability.status === 'known' ? nhsBodyOn(setting, liability.startsOn) : nhsBody;
}
