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

/** Why the job ended. Only the first two can be a dismissal by reason of redundancy. */
export const END_REASONS = ['redundancy', 'employer-died', 'resignation', 'other-dismissal'] as const;

export const INSURANCE_CLAIMS = ['not-claimed', 'pending', 'declined', 'paid'] as const;

/** Why there is no statutory redundancy payment. */
export const NO_RIGHT_REASONS = [
  'self-employed',
  'under-two-years',
  'relative-of-employer',
  'not-dismissed-by-redundancy',
  'suitable-alternative-refused',
  're-engaged-within-eight-weeks',
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

const redundancyAssessed = record({
  lastDay: day,
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
  basis,
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
    corrects: optional(text),
  }),
  'workforce.leave-statement-recorded': leaveStatement,
  'workforce.employment-ended': record({
    lastDay: day,
    reason: oneOf(END_REASONS),
    corrects: optional(text),
  }),
  'workforce.insurance-claim-updated': record({
    claim: oneOf(INSURANCE_CLAIMS),
    /** Given when the insurer paid. */
    amountPence: optional(money),
    /** Given when the insurer declined. */
    reasonCode: optional(text),
  }),
  'workforce.redundancy-assessed': redundancyAssessed,
  'workforce.redundancy-shared': record({
    kind: oneOf(['interim', 'final']),
    residualPence: money,
    /** In the order in which odd pennies and ties were settled. */
    shares: listOf(record({ funder: text, weight: exactNumber, sharePence: money })),
    reference: text,
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
export type RedundancyShared = WorkforceFact<'workforce.redundancy-shared'>['data'];

export const workforceCatalogue = eventCatalogue(shapes);
