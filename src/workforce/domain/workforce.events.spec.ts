import { describe, expect, it } from '@jest/globals';
import { pence } from '../../kernel/pence.js';
import { plainDate } from '../../kernel/plain-date.js';
import { CARRY_OVER_REASONS, LEAVE_ABSENCES } from './leave-statement.js';
import { ASSESSED, COUNCIL, LEAVE_STATEMENT, NHS_BODY, STARTED } from './workforce.fixtures.js';
import {
  EMPLOYMENT_STATUSES,
  END_REASONS,
  INSURANCE_CLAIMS,
  NO_RIGHT_REASONS,
  OTHER_FUNDERS,
  RE_ENGAGEMENT_ANSWERS,
  SERVICE_CAUSES,
  workforceCatalogue,
  type RedundancyAssessed,
  type WorkforceEvent,
} from './workforce.events.js';

const DAY = plainDate('2024-04-30');
const basis = { ...ASSESSED.data.basis, from: [ASSESSED.data.basis] };
const ending = {
  reason: 'employer-died',
  notice: 'given',
  noticeGivenOn: DAY,
  reEngagement: { offeredOn: DAY, startsOn: DAY, answer: 'refused' },
} as const;
const assessed: RedundancyAssessed = {
  ...ASSESSED.data,
  ending,
  serviceFrom: DAY,
  serviceTo: DAY,
  reasons: ['misconduct'],
  reservesPence: pence(1),
  payrollFigurePence: pence(2),
  weekPayExactPence: '46200.5',
  govukPence: pence(3),
  noticePay: { noticeWeeks: 8, unservedDays: 3, amountPence: pence(4), basis },
  exGratiaNoticePence: pence(5),
  untakenLeavePence: pence(6),
  aboveStatutoryPence: pence(7),
  aboveStatutoryApprovedOn: DAY,
  ruling: { reference: 'ADVICE-9', reading: 'a right' },
  basis,
};
const { entitlementWeeks, weeklyHours, method: _, ...COMMON } = LEAVE_STATEMENT;
const leave = {
  ...COMMON,
  carriedOverHours: '8',
  carryOver: { reason: 'sickness', evidenceReference: 'FIT-NOTE-7' },
  accruedHours: '90',
  takenInBridgingHours: '10',
  unspentReservePence: pence(8),
  paidOnTerminationPence: pence(9),
  statedForLiabilityOn: DAY,
} as const;
const workPattern = {
  kind: 'shifts',
  shiftsPerPattern: '4',
  daysInPattern: '8',
  hoursPerShift: '12',
} as const;
const regular = { ...leave, method: 'regular', entitlementWeeks, weeklyHours, workPattern } as const;
const irregular = {
  ...leave,
  method: 'irregular-hours',
  hoursByPayPeriod: ['118.5'],
  hoursByPayPeriodInBridging: ['96'],
  daysWorked: 20,
  averageWeeklyHours: '25.5',
  absences: [{ kind: 'sickness', accruedHours: '3', evidenceReference: 'FIT-NOTE-8' }],
  rolledUpPay: true,
} as const;

/** An event of every type, with every fact that it may have. */
const WHOLE: readonly WorkforceEvent[] = [
  STARTED,
  {
    type: 'workforce.terms-changed',
    occurredOn: DAY,
    data: { from: DAY, weeklyHours: '20', hourlyRatePence: pence(1300), corrects: 'an-event' },
  },
  {
    type: 'workforce.funding-period-recorded',
    occurredOn: DAY,
    data: {
      from: DAY,
      until: DAY,
      shares: [{ funder: COUNCIL, share: '1/2' }],
      hoursPaid: '1500',
      moneyPaidPence: pence(1),
      corrects: 'an-event',
    },
  },
  { type: 'workforce.leave-statement-recorded', occurredOn: DAY, data: regular },
  {
    type: 'workforce.employment-ended',
    occurredOn: DAY,
    data: { lastDay: DAY, ...ending, corrects: 'an-event' },
  },
  {
    type: 'workforce.continuous-service-stated',
    occurredOn: DAY,
    data: { cause: 'break-in-work', earliestStart: DAY, latestStart: DAY, rulingReference: 'ADVICE-3' },
  },
  {
    type: 'workforce.insurance-claim-updated',
    occurredOn: DAY,
    data: { claim: 'declined', amountPence: pence(1), reasonCode: 'policy-lapsed' },
  },
  { type: 'workforce.redundancy-assessed', occurredOn: DAY, data: assessed },
  {
    type: 'workforce.redundancy-referred',
    occurredOn: DAY,
    data: {
      lastDay: DAY,
      ending,
      referrals: [{ code: 'status-doubtful', reason: 'In doubt', referTo: 'an employment adviser' }],
      candidates: [{ reading: 'a right', outcome: ASSESSED.data }],
    },
  },
  {
    type: 'workforce.redundancy-shared',
    occurredOn: DAY,
    data: {
      kind: 'final',
      residualPence: pence(554400),
      shares: [{ funder: NHS_BODY, weight: '2952', sharePence: pence(554400) }],
      estatePence: pence(1),
      reference: 'PANEL-8',
      adjusts: 'PANEL-7',
      adjustments: [{ party: COUNCIL, amountPence: pence(-1) }],
      adjustmentBasis: basis,
    },
  },
];
const STORED = [
  ...WHOLE,
  { type: 'workforce.leave-statement-recorded', occurredOn: DAY, data: irregular },
] as const satisfies readonly WorkforceEvent[];

/** What an event may lack. What is not told is absent, never zero and never empty. */
const MAY_BE_ABSENT: Readonly<Record<WorkforceEvent['type'], readonly string[]>> = {
  'workforce.employment-started': [],
  'workforce.terms-changed': ['/corrects'],
  'workforce.funding-period-recorded': ['/until', '/hoursPaid', '/moneyPaidPence', '/corrects'],
  'workforce.leave-statement-recorded': [
    '/carriedOverHours',
    '/carryOver',
    '/accruedHours',
    '/takenInBridgingHours',
    '/unspentReservePence',
    '/paidOnTerminationPence',
    '/statedForLiabilityOn',
    '/entitlementWeeks',
    '/workPattern',
    '/hoursByPayPeriodInBridging',
    '/daysWorked',
    '/averageWeeklyHours',
    '/absences',
    '/rolledUpPay',
  ],
  'workforce.employment-ended': ['/notice', '/noticeGivenOn', '/reEngagement', '/corrects'],
  'workforce.continuous-service-stated': ['/rulingReference'],
  'workforce.insurance-claim-updated': ['/amountPence', '/reasonCode'],
  'workforce.redundancy-assessed': [
    '/ending',
    '/ending/notice',
    '/ending/noticeGivenOn',
    '/ending/reEngagement',
    '/serviceFrom',
    '/serviceTo',
    '/capPence',
    '/capInstrument',
    '/reservesPence',
    '/payrollFigurePence',
    '/weekPayExactPence',
    '/govukPence',
    '/noticePay',
    '/exGratiaNoticePence',
    '/untakenLeavePence',
    '/aboveStatutoryPence',
    '/aboveStatutoryApprovedOn',
    '/ruling',
  ],
  'workforce.redundancy-referred': [
    '/ending',
    '/ending/notice',
    '/ending/noticeGivenOn',
    '/ending/reEngagement',
    '/candidates/0/outcome/capPence',
    '/candidates/0/outcome/capInstrument',
  ],
  'workforce.redundancy-shared': ['/estatePence', '/adjusts', '/adjustments', '/adjustmentBasis'],
};

const named = STORED.map(
  ({ type, data }) => ['method' in data ? `${type} ${data.method}` : type, type, data] as const,
);
const decode = (type: string, data: unknown) =>
  workforceCatalogue.decode({ type, schemaVersion: 1, occurredOn: DAY, data }).data;
const copyOf = (data: unknown) => JSON.parse(JSON.stringify(data)) as Record<string, unknown>;

/** The pointers of all facts of an event, one in another; what the figures of a basis are called is free. */
const pointersOf = (value: unknown, at = ''): readonly string[] =>
  typeof value !== 'object' || value === null || at.endsWith('/inputs')
    ? []
    : Object.entries(value).flatMap(([key, each]) => [
        ...(Array.isArray(value) ? [] : [`${at}/${key}`]),
        ...pointersOf(each, `${at}/${key}`),
      ]);

/** The facts with another one at a pointer, or with none there. */
function withAt(data: unknown, pointer: string, value?: unknown): unknown {
  const whole = copyOf(data);
  const keys = pointer.split('/').slice(1);
  const last = keys.pop() ?? '';
  const holder = keys.reduce((each, key) => each[key] as Record<string, unknown>, whole);
  holder[last] = value;
  return whole;
}

describe('The events of an employment', () => {
  it('are these, and no others', () => {
    expect(workforceCatalogue.types).toEqual(WHOLE.map(({ type }) => type));
  });

  it.each(named)('are read as they were written, with all of their facts: %s', (_name, type, data) => {
    expect(decode(type, copyOf(data))).toStrictEqual(data);
  });

  it.each(named)('are not read without a fact that they must have: %s', (_name, type, data) => {
    for (const pointer of pointersOf(data)) {
      const read = () => decode(type, withAt(data, pointer));
      if (MAY_BE_ABSENT[type].includes(pointer)) expect(read).not.toThrow();
      else if (pointer === '/method') expect(read).toThrow();
      else if (pointer === '/workPattern/kind') expect(read).toThrow('/workPattern/');
      else expect(read).toThrow(`${pointer} is not there`);
    }
  });

  it.each<readonly [string, WorkforceEvent['type'], string, readonly string[]]>([
    ['a PA’s status', 'workforce.employment-started', '/status', EMPLOYMENT_STATUSES],
    ['an end', 'workforce.employment-ended', '/reason', END_REASONS],
    ['notice', 'workforce.employment-ended', '/notice', ['given', 'none']],
    ['an answer', 'workforce.employment-ended', '/reEngagement/answer', RE_ENGAGEMENT_ANSWERS],
    ['service', 'workforce.continuous-service-stated', '/cause', SERVICE_CAUSES],
    ['a claim', 'workforce.insurance-claim-updated', '/claim', INSURANCE_CLAIMS],
    ['no right', 'workforce.redundancy-assessed', '/reasons/0', NO_RIGHT_REASONS],
    [
      'how sure a rule is',
      'workforce.redundancy-assessed',
      '/basis/certainty',
      ['sourced', 'unverified', 'local-practice', 'product-decision'],
    ],
    ['a split', 'workforce.redundancy-shared', '/kind', ['interim', 'final']],
    ['leave carried over', 'workforce.leave-statement-recorded', '/carryOver/reason', CARRY_OVER_REASONS],
  ])('know each word of a list, and no other: %s', (_list, type, pointer, words) => {
    const data = WHOLE.find((event) => event.type === type)?.data;
    for (const word of words) expect(() => decode(type, withAt(data, pointer, word))).not.toThrow();
    for (const strange of ['', 'something-else'])
      expect(() => decode(type, withAt(data, pointer, strange))).toThrow(
        `${pointer} is not one of ${words.join(', ')}`,
      );
  });

  const decodeLeave = (data: object, pointer: string, value: unknown) => () =>
    decode('workforce.leave-statement-recorded', withAt(data, pointer, value));

  it('know each way to count leave, with the facts of that way and no others', () => {
    for (const method of ['irregular-hours', 'part-year'])
      expect(decodeLeave(irregular, '/method', method)).not.toThrow();
    expect(decodeLeave(irregular, '/method', 'regular')).toThrow('/hoursByPayPeriod is not a field');
    expect(decodeLeave(regular, '/method', 'part-year')).toThrow('/entitlementWeeks is not a field');
    expect(decodeLeave(regular, '/method', 'something-else')).toThrow('/method is not one of regular');
    for (const kind of LEAVE_ABSENCES) expect(decodeLeave(irregular, '/absences/0/kind', kind)).not.toThrow();
    expect(decodeLeave(irregular, '/absences/0/kind', 'holiday')).toThrow(
      '/absences/0/kind is not one of sickness, statutory-leave',
    );
    for (const nothing of [null, undefined, 'a statement'])
      expect(() => decode('workforce.leave-statement-recorded', nothing)).toThrow(
        'The record is not an object',
      );
  });

  it('know each pattern of work, with the facts of that pattern and no others', () => {
    for (const kind of ['days', 'hours', 'compressed'])
      expect(decodeLeave(regular, '/workPattern', { kind, daysPerWeek: '5' })).not.toThrow();
    expect(decodeLeave(regular, '/workPattern', { kind: 'annualised' })).not.toThrow();
    expect(decodeLeave(regular, '/workPattern', { kind: 'days' })).toThrow(
      '/workPattern/daysPerWeek is not there',
    );
    expect(decodeLeave(regular, '/workPattern', { kind: 'annualised', daysPerWeek: '5' })).toThrow(
      '/workPattern/daysPerWeek is not a field',
    );
    expect(decodeLeave(regular, '/workPattern', { kind: 'weeks', daysPerWeek: '5' })).toThrow(
      '/workPattern/kind is not one of days, hours, compressed',
    );
    expect(decodeLeave(regular, '/workPattern', null)).toThrow('/workPattern is not an object');
  });
});

describe('The words of an employment', () => {
  it.each<readonly [string, readonly string[], readonly string[]]>([
    ['what a PA may be', EMPLOYMENT_STATUSES, ['employed', 'self-employed']],
    [
      'why a job ended',
      END_REASONS,
      [
        'redundancy',
        'employer-died',
        'resignation',
        'other-dismissal',
        'suitable-alternative-refused',
        'misconduct',
        'employer-changed',
        'lay-off',
        'fixed-term-ended',
      ],
    ],
    ['how a PA answers an offer', RE_ENGAGEMENT_ANSWERS, ['accepted', 'refused', 'unclear']],
    [
      'why service is stated',
      SERVICE_CAUSES,
      ['start-estimated', 'break-in-work', 'employer-replaced', 'became-employee'],
    ],
    [
      'who else may fund a job',
      OTHER_FUNDERS,
      ['access-to-work', 'independent-living-fund', 'compensation-settlement', 'other-third-party'],
    ],
    ['where a claim stands', INSURANCE_CLAIMS, ['not-claimed', 'pending', 'declined', 'paid']],
    [
      'why there is no right to a payment',
      NO_RIGHT_REASONS,
      [
        'self-employed',
        'under-two-years',
        'relative-of-employer',
        'not-dismissed-by-redundancy',
        'suitable-alternative-refused',
        're-engaged-within-eight-weeks',
        'misconduct',
      ],
    ],
    [
      'why leave is carried over',
      CARRY_OVER_REASONS,
      ['agreed', 'statutory-leave', 'sickness', 'leave-not-given-or-not-warned-of'],
    ],
    ['in which absences leave accrues', LEAVE_ABSENCES, ['sickness', 'statutory-leave']],
  ])('are stored for ever: %s', (_list, words, stored) => {
    expect(words).toEqual(stored);
  });
});
