import { pence } from '../../kernel/pence.js';
import { plainDate } from '../../kernel/plain-date.js';
import type { CaseSetting } from './case-setting.js';
import type { EmploymentRecord, FundingPeriod } from './employment.js';
import type { WorkforceFact } from './workforce.events.js';

/** Hertfordshire moves a person to its NHS body, liable from 14 October 2024. Shared by the specs of this context. */
export const COUNCIL = 'E10000015';
export const NHS_BODY = 'QM7';

export const SETTING: CaseSetting = {
  council: COUNCIL,
  nhsBody: NHS_BODY,
  liability: { status: 'known', startsOn: plainDate('2024-10-14') },
  terms: {
    redundancyUnit: 'days',
    redundancyPartYears: 'kept',
    redundancyService: 'whole-employment',
    redundancyFundingGap: 'left-out',
    redundancyJointDays: 'share-of-the-day',
    redundancyOtherFunders: 'own-share-not-recovered',
    redundancyHoursAndPay: 'service-only',
    redundancyAboveStatutory: 'not-shared',
    redundancyNoticeAndLeave: 'current-funder',
    redundancyReserves: 'after-insurance',
    redundancyEstatePercent: '0',
    redundancyCap: 'none',
    redundancyCapPence: 0,
    redundancyCapPercent: '100',
    redundancyMinimumPence: 0,
    redundancySeveralNhsBodies: 'each-its-own-days',
    redundancyTimeBarYears: 0,
    redundancyPaidFirstBy: 'current-funder-then-recovers',
    redundancySelfFundedTime: 'left-out',
    redundancyBridgingDays: 'liable-body',
    redundancyPennyTie: 'funder-on-last-day',
    leaveCutOff: 'liability-start',
    leaveRateDate: 'liability-start',
    leaveYear: 'as-the-contract-says',
    leaveSettlement: 'net-off-recharge',
    leaveNegativeBalance: 'settled-both-ways',
    leaveOnCostPercent: '0',
  },
  termsFrom: 'agreement AG-1 version 1',
  bodies: { successionsBetween: () => [], bodyOn: () => undefined },
};

export function settingWith(terms: Partial<CaseSetting['terms']>): CaseSetting {
  return { ...SETTING, terms: { ...SETTING.terms, ...terms } };
}

/** A period of funding, half-open; without an end it goes on. */
export function funded(
  from: string,
  until: string | undefined,
  shares: Record<string, string>,
): FundingPeriod {
  return {
    from: plainDate(from),
    ...(until !== undefined && { until: plainDate(until) }),
    shares: Object.entries(shares).map(([funder, share]) => ({ funder, share })),
    eventId: `funding-${from}`,
  };
}

export const STARTED: WorkforceFact<'workforce.employment-started'> = {
  type: 'workforce.employment-started',
  occurredOn: plainDate('2016-04-01'),
  data: {
    employmentId: 'EM-0000000001',
    caseRef: 'TC-0000000001',
    assistantRef: 'PA-1',
    status: 'employed',
    startedOn: plainDate('2016-04-01'),
    weeklyHours: '30',
    hourlyRatePence: pence(1200),
  },
};

export const EMPLOYED: EmploymentRecord = {
  stage: 'working',
  employmentId: 'EM-0000000001',
  caseRef: 'TC-0000000001',
  assistantRef: 'PA-1',
  status: 'employed',
  startedOn: plainDate('2016-04-01'),
  firstTerms: { weeklyHours: '30', hourlyRatePence: pence(1200) },
  terms: [
    { from: plainDate('2016-04-01'), weeklyHours: '30', hourlyRatePence: pence(1200), eventId: 'started' },
  ],
  fundingPeriods: [],
  leaveStatements: [],
  shared: [],
};

/** 168 hours a year; 60 were taken before 14 October 2024. */
export const LEAVE_STATEMENT = {
  method: 'regular',
  leaveYearFrom: plainDate('2024-04-01'),
  leaveYearUntil: plainDate('2025-04-01'),
  entitlementWeeks: '5.6',
  weeklyHours: '30',
  takenHours: '60',
  hourlyRatePence: pence(1200),
  rateIncludesLeave: false,
  statementReference: 'PAYROLL-88',
} as const;

/** Eight complete years at 41 or over, 462.00 a week: 5,544.00. */
export const ASSESSED: WorkforceFact<'workforce.redundancy-assessed'> = {
  type: 'workforce.redundancy-assessed',
  occurredOn: plainDate('2024-05-02'),
  data: {
    lastDay: plainDate('2024-04-30'),
    completeYears: 8,
    weeks: '12',
    yearsByAge: { below22: 0, from22: 0, from41: 8 },
    weekPayPence: pence(46200),
    capPence: pence(70000),
    capInstrument: 'SI 2024/213',
    weekPayUsedPence: pence(46200),
    statutoryPence: pence(554400),
    eligible: true,
    reasons: [],
    basis: {
      rule: 'REDUNDANCY-STATUTORY-PAY',
      version: 1,
      title: 'Weeks by age for each complete year, times a week’s pay up to the cap on the last day',
      source: 'Employment Rights Act 1996 ss.162, 227',
      certainty: 'sourced',
      inputs: { weeks: '12', weekPayUsedPence: 46200, statutoryPence: 554400 },
      from: [],
    },
  },
};
