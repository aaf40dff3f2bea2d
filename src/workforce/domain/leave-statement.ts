import {
  day,
  exactNumber,
  flag,
  listOf,
  money,
  oneOf,
  optional,
  record,
  text,
  wholeNumber,
  type Shape,
  type ShapeOf,
} from '../../kernel/shape.js';

/** What makes leave of the year before usable in this one (Working Time Regulations 1998 regs 13, 13A, 15D). */
export const CARRY_OVER_REASONS = [
  'agreed',
  'statutory-leave',
  'sickness',
  'leave-not-given-or-not-warned-of',
] as const;

/** Absences in which irregular-hours and part-year workers accrue leave by their average hours (reg 15C). */
export const LEAVE_ABSENCES = ['sickness', 'statutory-leave'] as const;

const daysOfWork = record({ kind: oneOf(['days', 'hours', 'compressed']), daysPerWeek: exactNumber });
const shiftsOfWork = record({
  kind: oneOf(['shifts']),
  shiftsPerPattern: exactNumber,
  daysInPattern: exactNumber,
  hoursPerShift: exactNumber,
});
const annualisedWork = record({ kind: oneOf(['annualised']) });

export type LeaveWorkPattern =
  ShapeOf<typeof daysOfWork> | ShapeOf<typeof shiftsOfWork> | ShapeOf<typeof annualisedWork>;

/** How regular work is counted. The hours of a week are in the statement itself. */
const workPattern: Shape<LeaveWorkPattern> = (value, pointer) => {
  switch ((value as { kind?: unknown } | null)?.kind) {
    case 'shifts':
      return shiftsOfWork(value, pointer);
    case 'annualised':
      return annualisedWork(value, pointer);
    default:
      return daysOfWork(value, pointer);
  }
};

const anyStatement = {
  leaveYearFrom: day,
  leaveYearUntil: day,
  /** Leave taken in the leave year before the NHS body became liable. */
  takenHours: exactNumber,
  carriedOverHours: optional(exactNumber),
  /** Why hours were carried over, and where that is written. */
  carryOver: optional(record({ reason: oneOf(CARRY_OVER_REASONS), evidenceReference: text })),
  /** What had accrued on the day of liability as payroll works it out. It is followed, and a difference is shown. */
  accruedHours: optional(exactNumber),
  /** Leave taken from the day of liability to the day before the budget first covers. */
  takenInBridgingHours: optional(exactNumber),
  /** Actual pay for an hour on the day that the NHS body became liable. */
  hourlyRatePence: money,
  /** Whether the direct payment rate already holds money for leave. */
  rateIncludesLeave: flag,
  /** What of that money was still in the account, unspent, on the day of liability. */
  unspentReservePence: optional(money),
  /** What payroll paid for untaken leave when the job ended. */
  paidOnTerminationPence: optional(money),
  statementReference: text,
  /** The day of liability that the case had when this was recorded; absent where it was not settled then. */
  statedForLiabilityOn: optional(day),
};

const regularStatement = record({
  method: oneOf(['regular']),
  /** Weeks of leave a year as payroll gives them; without them the entitlement follows from the work pattern. */
  entitlementWeeks: optional(exactNumber),
  /** Contract hours a week, the average of a week where hours are annualised. */
  weeklyHours: exactNumber,
  workPattern: optional(workPattern),
  ...anyStatement,
});

const irregularStatement = record({
  method: oneOf(['irregular-hours', 'part-year']),
  /** Hours worked in each pay period of the leave year before the NHS body became liable. */
  hoursByPayPeriod: listOf(exactNumber),
  /** Hours worked in each pay period from then to the day before the budget first covers. */
  hoursByPayPeriodInBridging: optional(listOf(exactNumber)),
  /** Days on which those hours before liability were worked: what the cap of 28 days is told by. */
  daysWorked: optional(wholeNumber),
  /** Average of the last 52 weeks with pay, for leave years that began before 1 April 2024. */
  averageWeeklyHours: optional(exactNumber),
  /** Leave that accrued in absences, as payroll worked it out. */
  absences: optional(
    listOf(record({ kind: oneOf(LEAVE_ABSENCES), accruedHours: exactNumber, evidenceReference: text })),
  ),
  /** Whether holiday pay is paid with the wages of each pay period. */
  rolledUpPay: optional(flag),
  ...anyStatement,
});

export type RegularLeaveStatement = ShapeOf<typeof regularStatement>;
export type IrregularLeaveStatement = ShapeOf<typeof irregularStatement>;
export type LeaveStatement = RegularLeaveStatement | IrregularLeaveStatement;

/** Payroll's statement of one PA's leave. Each method has its own facts, so neither can lack one. */
export const leaveStatement: Shape<LeaveStatement> = (value, pointer) =>
  isIrregular((value as { method?: unknown } | null)?.method)
    ? irregularStatement(value, pointer)
    : regularStatement(value, pointer);

function isIrregular(method: unknown): boolean {
  return method === 'irregular-hours' || method === 'part-year';
}
