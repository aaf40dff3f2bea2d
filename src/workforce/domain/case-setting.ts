import type { MissingFact } from '../../kernel/figure.js';
import type { Period } from '../../kernel/period.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import type { Shape } from '../../kernel/shape.js';

/** When the NHS body became liable, as far as the case can say. */
export type LiabilityStart =
  | {
      readonly status: 'known';
      readonly startsOn: PlainDate;
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

/** What the figures of an employment need to know of its case. */
export interface CaseSetting {
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
export interface CaseFacts {
  readonly council: string;
  readonly nhsBody: string;
  readonly stage: string;
  readonly liability?: { readonly startsOn: PlainDate; readonly held?: Period };
  readonly phbCoverStartsOn?: PlainDate;
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
const NEVER_LIABLE: ReadonlySet<string> = new Set(['not-eligible', 'withdrawn']);

/** The setting that a case gives to the figures of its employments. */
export function settingOfCase(facts: CaseFacts, reader: TermsReader, bodies: BodiesOverTime): CaseSetting {
  const { council, nhsBody, agreement, phbCoverStartsOn: coverStartsOn } = facts;
  return {
    council,
    nhsBody,
    liability: liabilityOf(facts),
    ...(coverStartsOn !== undefined && { coverStartsOn }),
    terms: agreement === undefined ? reader.defaults : reader.options(agreement.options, '/options'),
    termsFrom:
      agreement === undefined
        ? 'no agreement bound: defaults'
        : `agreement ${agreement.agreementId} version ${agreement.version}`,
    bodies,
  };
}

function liabilityOf({ liability, stage }: CaseFacts): LiabilityStart {
  if (liability !== undefined) return { status: 'known', ...liability };
  return { status: NEVER_LIABLE.has(stage) ? 'never' : 'unknown' };
}
