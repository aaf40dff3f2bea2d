import type { Basis } from '../../kernel/basis.js';
import { eventCatalogue, type EventOf } from '../../kernel/event-catalogue.js';
import {
  day,
  exactNumber,
  flag,
  listOf,
  money,
  oneOf,
  optional,
  plainValues,
  record,
  text,
  wholeNumber,
  type Shape,
  type ShapeOf,
} from '../../kernel/shape.js';
import { leaveStatement } from './leave-statement.js';

export const EMPLOYMENT_STATUSES = ['employed', 'self-employed'] as const;

/** Why the job ended. With `employer-died` the last day is the day of the death, which ends the contract by itself. */
export const END_REASONS = [
  'redundancy',
  'employer-died',
  'resignation',
  'other-dismissal',
  'suitable-alternative-refused',
  'misconduct',
  'employer-changed',
  'lay-off',
  'fixed-term-ended',
] as const;

/** Whether the personal representatives' offer to keep the PA on was accepted. */
export const RE_ENGAGEMENT_ANSWERS = ['accepted', 'refused', 'unclear'] as const;

/** Why it has to be said when continuous employment began, where it was not simply the first day of the job. */
export const SERVICE_CAUSES = [
  /** Nobody knows the day; it lies between two days. */
  'start-estimated',
  /** The PA did not work for more than a week; an adviser rules whether service went on. */
  'break-in-work',
  /** A representative took the person's place as employer; service starts anew unless s.218 keeps it. */
  'employer-replaced',
  /** The PA was self-employed before; service counts from the contract of employment. */
  'became-employee',
] as const;

/** Funders that are no council and no NHS body, by the code that a funding period names them with. */
export const OTHER_FUNDERS = [
  'access-to-work',
  'independent-living-fund',
  'compensation-settlement',
  'other-third-party',
] as const;

export const INSURANCE_CLAIMS = ['not-claimed', 'pending', 'declined', 'paid'] as const;

/** Why there is no statutory redundancy payment. */
export const NO_RIGHT_REASONS = [
  'self-employed',
  'under-two-years',
  'relative-of-employer',
  'not-dismissed-by-redundancy',
  'suitable-alternative-refused',
  're-engaged-within-eight-weeks',
  'misconduct',
] as const;

/** A funder and its part of each day, as exact text between 0 and 1. */
const fundingShare = record({ funder: text, share: exactNumber });

const yearsByAge = record({
  /** Counted years in any part of which the PA was below 22. */
  below22: wholeNumber,
  /** Counted years throughout which the PA was 22 or over, but not throughout 41 or over. */
  from22: wholeNumber,
  from41: wholeNumber,
});

/** The explanation as it was when the figure was made: rules change, and what was said then must not. */
const basis: Shape<Basis> = (value, pointer) =>
  record({
    rule: text,
    version: wholeNumber,
    title: text,
    source: text,
    certainty: oneOf(['sourced', 'unverified', 'local-practice', 'product-decision']),
    inputs: plainValues,
    from: listOf(basis),
  })(value, pointer);

/** How the job ended, as far as it is recorded. An absent field says that nobody has told yet. */
const ending = {
  reason: oneOf(END_REASONS),
  notice: optional(oneOf(['given', 'none'])),
  /** The day on which the PA learned of the notice; with `given`. */
  noticeGivenOn: optional(day),
  /** The personal representatives of a dead employer offered to keep the PA on. */
  reEngagement: optional(record({ offeredOn: day, startsOn: day, answer: oneOf(RE_ENGAGEMENT_ANSWERS) })),
};

const noticePay = record({
  /** Statutory weeks, and the days of them that were not served. */
  noticeWeeks: wholeNumber,
  unservedDays: wholeNumber,
  amountPence: money,
  basis,
});

const redundancyAssessed = record({
  lastDay: day,
  /** The end that was assessed; absent while the job went on. */
  ending: optional(record(ending)),
  /** The first day of continuous employment, and the day to which it was counted, where they are not those of the job. */
  serviceFrom: optional(day),
  serviceTo: optional(day),
  completeYears: wholeNumber,
  /** Weeks of pay as exact text: `10.5`. */
  weeks: exactNumber,
  /** Stands for the date of birth, which is never recorded. */
  yearsByAge,
  weekPayPence: money,
  /** The cap on a week's pay and where it stands; absent when there is no right to a payment. */
  capPence: optional(money),
  capInstrument: optional(text),
  weekPayUsedPence: money,
  statutoryPence: money,
  eligible: flag,
  reasons: listOf(oneOf(NO_RIGHT_REASONS)),
  /** Money in the account that was set aside for redundancy. */
  reservesPence: optional(money),
  /** The statutory payment as payroll, the insurer or an adviser worked it out, to show a difference. */
  payrollFigurePence: optional(money),
  /** A week's pay before it was rounded to the penny, where it is an average. */
  weekPayExactPence: optional(exactNumber),
  /** What GOV.UK's calculator shows, where it is another figure. */
  govukPence: optional(money),
  /** Pay for statutory notice that was not served; absent while nobody has said whether notice was given. */
  noticePay: optional(noticePay),
  /** Paid instead of notice where none is due, such as after a death. Never shared. */
  exGratiaNoticePence: optional(money),
  /** Pay for leave that was untaken when the job ended, as payroll states it. */
  untakenLeavePence: optional(money),
  /** Redundancy pay above the statutory sum, and the day on which both bodies had approved it. */
  aboveStatutoryPence: optional(money),
  aboveStatutoryApprovedOn: optional(day),
  /** The adviser's document, and the reading of the rules that it chose. */
  ruling: optional(record({ reference: text, reading: text })),
  basis,
});

/** The figures between which an adviser has to choose. */
const redundancyReferred = record({
  lastDay: day,
  ending: optional(record(ending)),
  referrals: listOf(record({ code: text, reason: text, referTo: text })),
  candidates: listOf(record({ reading: text, outcome: redundancyAssessed })),
});

const shapes = {
  'workforce.employment-started': record({
    employmentId: text,
    caseRef: text,
    /** The council's own reference of the PA: opaque, names nobody. */
    assistantRef: text,
    status: oneOf(EMPLOYMENT_STATUSES),
    startedOn: day,
    weeklyHours: exactNumber,
    hourlyRatePence: money,
  }),
  'workforce.terms-changed': record({
    from: day,
    weeklyHours: exactNumber,
    hourlyRatePence: money,
    /** The id of the event whose terms were wrong. */
    corrects: optional(text),
  }),
  'workforce.funding-period-recorded': record({
    from: day,
    until: optional(day),
    /** Empty when the employer paid alone. */
    shares: listOf(fundingShare),
    /** What was paid for in the whole period, by every funder together; absent while nobody has said. */
    hoursPaid: optional(exactNumber),
    moneyPaidPence: optional(money),
    corrects: optional(text),
  }),
  'workforce.leave-statement-recorded': leaveStatement,
  'workforce.employment-ended': record({
    lastDay: day,
    ...ending,
    corrects: optional(text),
  }),
  'workforce.continuous-service-stated': record({
    cause: oneOf(SERVICE_CAUSES),
    /** The first and the last day on which continuous employment may have begun; the same day once that is settled. */
    earliestStart: day,
    latestStart: day,
    /** The adviser's document, where one ruled. */
    rulingReference: optional(text),
  }),
  'workforce.insurance-claim-updated': record({
    claim: oneOf(INSURANCE_CLAIMS),
    /** Given when the insurer paid. */
    amountPence: optional(money),
    /** Given when the insurer declined. */
    reasonCode: optional(text),
  }),
  'workforce.redundancy-assessed': redundancyAssessed,
  'workforce.redundancy-referred': redundancyReferred,
  'workforce.redundancy-shared': record({
    kind: oneOf(['interim', 'final']),
    residualPence: money,
    /** In the order in which odd pennies and ties were settled. */
    shares: listOf(record({ funder: text, weight: exactNumber, sharePence: money })),
    /** What the estate of an employer who died contributes of the residual; the shares sum to the rest. */
    estatePence: optional(money),
    reference: text,
    /** The split recorded before, which this one puts right: what each party still pays, or gets back where it is negative. */
    adjusts: optional(text),
    adjustments: optional(listOf(record({ party: text, amountPence: money }))),
    adjustmentBasis: optional(basis),
  }),
};

export type WorkforceEvent = EventOf<typeof shapes>;

/** One kind of workforce event, by its type. */
export type WorkforceFact<Type extends WorkforceEvent['type']> = Extract<WorkforceEvent, { type: Type }>;

export type EmploymentTerms = Omit<WorkforceFact<'workforce.terms-changed'>['data'], 'corrects'>;
export type FundingShare = ShapeOf<typeof fundingShare>;
export type YearsByAge = ShapeOf<typeof yearsByAge>;
export type NoRightReason = (typeof NO_RIGHT_REASONS)[number];
export type EndReason = (typeof END_REASONS)[number];
export type InsuranceClaim = WorkforceFact<'workforce.insurance-claim-updated'>['data'];
export type RedundancyAssessed = ShapeOf<typeof redundancyAssessed>;
export type RedundancyReferred = ShapeOf<typeof redundancyReferred>;
export type ContinuousService = WorkforceFact<'workforce.continuous-service-stated'>['data'];
export type NoticePay = ShapeOf<typeof noticePay>;
export type JobEnd = Omit<WorkforceFact<'workforce.employment-ended'>['data'], 'lastDay' | 'corrects'>;
export type RedundancyShared = WorkforceFact<'workforce.redundancy-shared'>['data'];

export const workforceCatalogue = eventCatalogue(shapes);
