import { describe, expect, it } from '@jest/globals';
import { fold } from '../../kernel/aggregate.js';
import type { Decision } from '../../kernel/event.js';
import { pence } from '../../kernel/pence.js';
import { plainDate } from '../../kernel/plain-date.js';
import { Refusal } from '../../kernel/refusal.js';
import { numberedUuid, recordedHistory } from '../../../test/support/recorded.js';
import { assessRedundancy, type AssessmentTerms } from './assess-redundancy/assess-redundancy.decision.js';
import { changeTerms, type TermsChange } from './change-terms/change-terms.decision.js';
import { employment, type Employment } from './employment.js';
import { endEmployment, type EndOfEmployment } from './end-employment/end-employment.decision.js';
import {
  recordFundingPeriod,
  type FundingFacts,
} from './record-funding-period/record-funding-period.decision.js';
import { recordLeaveStatement } from './record-leave-statement/record-leave-statement.decision.js';
import { shareRedundancy } from './share-redundancy/share-redundancy.decision.js';
import { startEmployment, type EmploymentFacts } from './start-employment/start-employment.decision.js';
import { stateContinuousService } from './state-continuous-service/state-continuous-service.decision.js';
import { updateInsuranceClaim } from './update-insurance-claim/update-insurance-claim.decision.js';
import { COUNCIL, LEAVE_STATEMENT, NHS_BODY, SETTING, STARTED } from './workforce.fixtures.js';
import type { ContinuousService, InsuranceClaim, WorkforceEvent } from './workforce.events.js';

type Decide = Decision<Employment, WorkforceEvent>;
/** What was decided before, the decision that is refused, and what the reader is told. */
type Row = readonly [string, readonly Decide[], Decide, object];
type FieldRow = readonly [string, Decide, string, string, string];

const DAY = plainDate('2024-04-30');
const starting = (changes: Partial<EmploymentFacts>) => startEmployment({ ...STARTED.data, ...changes });
const changing = (changes: Partial<TermsChange> = {}) =>
  changeTerms({ from: DAY, weeklyHours: '20', hourlyRatePence: pence(1300), ...changes });
const ending = (changes: Partial<EndOfEmployment> = {}) =>
  endEmployment({ lastDay: DAY, reason: 'redundancy', ...changes });
const funding = (changes: Partial<FundingFacts> = {}) =>
  recordFundingPeriod({
    from: plainDate('2016-04-01'),
    until: plainDate('2021-04-01'),
    shares: [{ funder: COUNCIL, share: '1' }],
    ...changes,
  });
const serving = (changes: Partial<ContinuousService> = {}) =>
  stateContinuousService(
    { cause: 'start-estimated', earliestStart: plainDate('2016-04-01'), latestStart: DAY, ...changes },
    DAY,
  );
const claiming = (claim: InsuranceClaim) => updateInsuranceClaim(claim, DAY);
const assessing = (changes: Partial<AssessmentTerms> = {}) =>
  assessRedundancy({
    assessedOn: plainDate('2024-05-02'),
    lastDay: DAY,
    dateOfBirth: plainDate('1972-01-15'),
    weekPay: { weekPayPence: pence(46200) },
    relationship: 'none',
    privateHousehold: true,
    statusDoubtful: false,
    ...changes,
  });
const sharing = (kind: 'interim' | 'final' = 'final', reference = 'PANEL-7') =>
  shareRedundancy({ kind, reference, sharedOn: DAY }, { ...SETTING, liability: { status: 'never' } });
const stating = (changes: object = {}) => recordLeaveStatement({ ...LEAVE_STATEMENT, ...changes }, DAY);
const { entitlementWeeks: _, weeklyHours: __, ...COMMON } = LEAVE_STATEMENT;
const statingIrregular = (changes: object) =>
  recordLeaveStatement(
    { ...COMMON, method: 'irregular-hours', hoursByPayPeriod: ['118.5', '96'], ...changes },
    DAY,
  );

/** What happened to the job so far, by the decisions themselves. */
const after = (...decided: readonly Decide[]) =>
  decided.reduce<readonly WorkforceEvent[]>(
    (history, decide) => [...history, ...decide(fold(employment, recordedHistory(history)))],
    [STARTED],
  );
const settled = [funding({ until: plainDate('2024-05-01') }), ending(), assessing()];
const insurerPaid = claiming({ claim: 'paid', amountPence: pence(100) });

/** What the reader of a refusal is given. */
function refusalOf(history: readonly WorkforceEvent[], decide: Decide) {
  try {
    decide(fold(employment, recordedHistory(history)));
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    const { name, code, kind, message, facts, fields } = refusal;
    return { name, code, kind, message, facts, fields };
  }
  throw new Error('It was not refused');
}

const STATUS = 'Whether the PA was an employee is doubtful, and only an employee has a right (s.135)';
const RELATIVE =
  'The PA is a relative on the list of s.161(1), who has no right if the work is domestic service in a private household; whether personal care is that is not settled';
const conflict = (name: string, code: string, message: string, facts: object = {}) => ({
  name,
  code,
  kind: 'conflict',
  message,
  facts,
  fields: [],
});

describe('What the reader is told who records', () => {
  it.each<Row>([
    [
      'a PA who is known with other facts',
      [],
      starting({ weeklyHours: '12' }),
      conflict(
        'EmploymentContradicted',
        'employment-contradicted',
        'PA-1 is already recorded on TC-0000000001, with another status, start, hours or rate',
        { employmentId: 'EM-0000000001' },
      ),
    ],
    ...[changing({ weeklyHours: '21' }), changing({ hourlyRatePence: pence(1301) })].map((decide): Row => [
      'other terms from the same day',
      [changing()],
      decide,
      conflict(
        'TermsContradicted',
        'terms-contradicted',
        'Other hours or another rate are recorded from 30 April 2024; to put them right, name the record that this one corrects',
        { eventId: numberedUuid(2) },
      ),
    ]),
    ...[
      { standing: changing(), correction: changing({ weeklyHours: '21', corrects: numberedUuid(9) }) },
      { standing: funding(), correction: funding({ shares: [], corrects: numberedUuid(9) }) },
      { standing: ending(), correction: ending({ reason: 'resignation', corrects: numberedUuid(9) }) },
    ].map(({ standing, correction }): Row => [
      'a correction of something that does not stand',
      [standing],
      correction,
      {
        name: 'NothingToCorrect',
        code: 'nothing-to-correct',
        kind: 'conflict',
        message: 'The correction names no record of this employment that still stands',
        facts: {},
        fields: [
          {
            pointer: '/corrects/eventId',
            code: 'nothing-to-correct',
            detail: 'Give the id of a record of this kind that still stands',
          },
        ],
      },
    ]),
    [
      'another end of the job',
      [ending()],
      ending({ reason: 'resignation' }),
      conflict(
        'EndContradicted',
        'end-contradicted',
        'The job is recorded to have ended on 30 April 2024, with other facts; to put that right, name the record that this one corrects',
        { eventId: numberedUuid(2) },
      ),
    ],
    [
      'a funder for days that have one',
      [funding()],
      funding({ from: plainDate('2021-03-31'), until: plainDate('2022-04-01') }),
      conflict(
        'FundingOverlaps',
        'funding-overlaps',
        'Who funded the days from 31 March 2021 is recorded already; to put that right, name the record that this one corrects',
        { eventId: numberedUuid(2), from: '2016-04-01', until: '2021-04-01' },
      ),
    ],
    [
      'a funder for days of a period that goes on',
      [recordFundingPeriod({ from: plainDate('2021-04-01'), shares: [] })],
      funding({ until: plainDate('2021-04-02') }),
      conflict(
        'FundingOverlaps',
        'funding-overlaps',
        'Who funded the days from 1 April 2021 is recorded already; to put that right, name the record that this one corrects',
        { eventId: numberedUuid(2), from: '2021-04-01' },
      ),
    ],
    [
      'a statement of leave whose reference says something else',
      [stating()],
      stating({ takenHours: '61' }),
      conflict(
        'StatementContradicted',
        'statement-contradicted',
        'Statement PAYROLL-88 is recorded already, with other facts; a new statement has a new reference',
      ),
    ],
    [
      'a redundancy for another day than the last of the job',
      [ending({ lastDay: plainDate('2024-04-29') })],
      assessing(),
      conflict(
        'AssessedForAnotherDay',
        'assessed-for-another-day',
        'The job ended on 29 April 2024, so redundancy is assessed for that day',
        { lastDay: '2024-04-29' },
      ),
    ],
    [
      'a redundancy that turns on notice, before anybody told of it',
      // Eight weeks from 4 April 2025 reach the cap of 6 April, and this PA earns more than either.
      [ending({ lastDay: plainDate('2025-04-04') })],
      assessing({ lastDay: plainDate('2025-04-04'), weekPay: { weekPayPence: pence(90000) } }),
      conflict(
        'AssessmentPending',
        'assessment-pending',
        'The payment cannot be worked out yet: Nobody has said whether notice was given, and statutory notice that was not served would change the payment (s.145(5))',
        {
          missing: [
            {
              fact: 'notice-given',
              reason:
                'Nobody has said whether notice was given, and statutory notice that was not served would change the payment (s.145(5))',
              suppliedBy: 'the employer or payroll, through the council’s direct payment team',
            },
          ],
        },
      ),
    ],
    [
      'a split while the job goes on',
      [assessing()],
      sharing(),
      conflict('EmploymentNotEnded', 'employment-not-ended', 'A redundancy is shared once the job has ended'),
    ],
    [
      'a final split while the insurer may still pay',
      [...settled, claiming({ claim: 'pending' })],
      sharing(),
      conflict(
        'InsuranceClaimPending',
        'insurance-claim-pending',
        'No split is final while the insurance claim is pending; an interim split can be recorded',
      ),
    ],
    [
      'a final split before the insurer was asked',
      [...settled],
      sharing(),
      conflict(
        'InsuranceClaimNotRecorded',
        'insurance-claim-not-recorded',
        'Record whether the employer’s insurance was claimed on; until then only an interim split can be recorded',
      ),
    ],
    [
      'a split of what waits for facts',
      [funding({ from: plainDate('2017-04-01'), until: DAY }), ending(), assessing()],
      sharing('interim'),
      conflict(
        'SplitPending',
        'split-pending',
        'The split cannot be worked out yet: Who funded this employment from 1 April 2016 to 31 March 2017 is not recorded; Who funded this employment from 30 April 2024 is not recorded',
        {
          missing: [
            {
              fact: 'funding-period',
              reason: 'Who funded this employment from 1 April 2016 to 31 March 2017 is not recorded',
              suppliedBy: 'the council’s direct payment team',
            },
            {
              fact: 'funding-period',
              reason: 'Who funded this employment from 30 April 2024 is not recorded',
              suppliedBy: 'the council’s direct payment team',
            },
          ],
        },
      ),
    ],
    [
      'a split of what waits for an adviser',
      [
        funding({ until: plainDate('2024-05-01') }),
        ending(),
        assessing({ relationship: 'child', statusDoubtful: true }),
      ],
      sharing('interim'),
      conflict('SplitReferred', 'split-referred', `The split waits for an adviser: ${STATUS}; ${RELATIVE}`, {
        referrals: [
          { code: 'status-doubtful', reason: STATUS, referTo: 'an employment adviser' },
          { code: 'domestic-service-doubtful', reason: RELATIVE, referTo: 'an employment adviser' },
        ],
      }),
    ],
    ...[sharing('interim', 'PANEL-8'), sharing('interim', 'PANEL-7')].map((decide, index): Row => [
      'a split that is recorded under another reference, or another one under its reference',
      [...settled, sharing('interim'), ...(index === 0 ? [] : [insurerPaid])],
      decide,
      conflict(
        'SharingContradicted',
        'sharing-contradicted',
        'A different interim split, or the same one, is recorded under PANEL-7; a new split has a new reference',
        { reference: 'PANEL-7' },
      ),
    ]),
  ])('%s', (_case, before, decide, words) => {
    expect(refusalOf(after(...before), decide)).toStrictEqual(words);
  });
});

const NOT_A_REFERENCE =
  'A reference has letters, digits and / . _ : - only, up to 64 characters, and no spaces';
const BELOW_ZERO = 'This cannot be below zero';
const carryOver = { reason: 'sickness', evidenceReference: 'FIT-NOTE-7' };
const absence = { kind: 'sickness', accruedHours: '1', evidenceReference: 'FIT-NOTE-7' };
const shifts = { kind: 'shifts', shiftsPerPattern: '4', daysInPattern: '8', hoursPerShift: '12' };
const renewal = {
  offeredOn: plainDate('2024-05-03'),
  startsOn: plainDate('2024-06-18'),
  answer: 'accepted',
} as const;
const ruling = { reference: 'ADVICE-9', reading: 'as the family sees it' };

describe('The field that is put right, and what is wrong with it', () => {
  const workingFields: readonly FieldRow[] = [
    ['hours below zero', changing({ weeklyHours: '-1' }), '/weeklyHours', 'below-zero', BELOW_ZERO],
    [
      'more hours than a week has',
      changing({ weeklyHours: '168.01' }),
      '/weeklyHours',
      'not-hours-of-a-week',
      'A week has 168 hours',
    ],
    [
      'work for nothing',
      changing({ hourlyRatePence: pence(0) }),
      '/hourlyRate',
      'not-above-zero',
      'The hourly rate must be above zero',
    ],
    [
      'terms before the job began',
      changing({ from: plainDate('2016-03-31') }),
      '/from',
      'out-of-order',
      '31 March 2016 is before 1 April 2016, when the job began',
    ],
    [
      'a last day before the first',
      ending({ lastDay: plainDate('2016-03-31') }),
      '/lastDay',
      'out-of-order',
      '31 March 2016 is before 1 April 2016, when the job began',
    ],
    [
      'notice by somebody who died',
      ending({ reason: 'employer-died', notice: 'given', noticeGivenOn: plainDate('2024-03-05') }),
      '/notice',
      'not-wanted',
      'The death ended the job by itself, so it ended without notice',
    ],
    [
      'notice without its day',
      ending({ notice: 'given' }),
      '/noticeGivenOn',
      'required',
      'Give the day on which the PA learned of the notice',
    ],
    ...([undefined, 'none'] as const).map((notice): FieldRow => [
      `the day of notice ${notice ?? 'unsaid'}`,
      ending({ ...(notice && { notice }), noticeGivenOn: plainDate('2024-03-05') }),
      '/noticeGivenOn',
      'not-wanted',
      'Only notice that was given has a day',
    ]),
    [
      'notice after the last day',
      ending({ notice: 'given', noticeGivenOn: plainDate('2024-05-01') }),
      '/noticeGivenOn',
      'out-of-order',
      'Notice is given by 30 April 2024, the last day',
    ],
    [
      'a re-engagement by somebody alive',
      ending({ reEngagement: renewal }),
      '/reEngagement',
      'not-wanted',
      'Only the personal representatives of an employer who died re-engage a PA',
    ],
    [
      'an offer before the death',
      ending({ reason: 'employer-died', reEngagement: { ...renewal, offeredOn: plainDate('2024-04-29') } }),
      '/reEngagement/offeredOn',
      'out-of-order',
      '29 April 2024 is before 30 April 2024, when the employer died',
    ],
    [
      'a new job before the death',
      ending({ reason: 'employer-died', reEngagement: { ...renewal, startsOn: plainDate('2024-04-29') } }),
      '/reEngagement/startsOn',
      'out-of-order',
      '29 April 2024 is before 30 April 2024, when the employer died',
    ],
    [
      'a period of funding without a day',
      funding({ until: plainDate('2016-04-01') }),
      '/lastDay',
      'out-of-order',
      'The last day is before 1 April 2016, the first',
    ],
    [
      'a funder by name',
      funding({ shares: [{ funder: 'Jo Smith', share: '1' }] }),
      '/shares/0/funder',
      'not-a-reference',
      NOT_A_REFERENCE,
    ],
    [
      'a share of nothing',
      funding({
        shares: [
          { funder: COUNCIL, share: '1' },
          { funder: NHS_BODY, share: '0' },
        ],
      }),
      '/shares/1/share',
      'not-above-zero',
      'A share is above 0 and at most 1',
    ],
    [
      'a funder named twice',
      funding({
        shares: [
          { funder: COUNCIL, share: '1/3' },
          { funder: COUNCIL, share: '1/3' },
        ],
      }),
      '/shares/1/funder',
      'named-twice',
      'E10000015 is named twice',
    ],
    [
      'more than the whole of a day',
      funding({
        shares: [
          { funder: COUNCIL, share: '2/3' },
          { funder: NHS_BODY, share: '1/2' },
        ],
      }),
      '/shares',
      'above-the-whole',
      'The shares of a day are 7/6, above 1',
    ],
    ['hours paid below zero', funding({ hoursPaid: '-1' }), '/hoursPaid', 'below-zero', BELOW_ZERO],
    [
      'money paid below zero',
      funding({ moneyPaidPence: pence(-1) }),
      '/moneyPaid',
      'below-zero',
      'Money paid cannot be below zero',
    ],
    ...[{ hoursPaid: '0' }, { moneyPaidPence: pence(0) }].map((measured): FieldRow => [
      'what a period without an end paid for',
      recordFundingPeriod({ from: DAY, shares: [], ...measured }),
      '/lastDay',
      'required',
      'Hours and money paid are for a period with a last day',
    ]),
    [
      'first days of service in the wrong order',
      serving({ latestStart: plainDate('2016-03-31') }),
      '/latestStart',
      'out-of-order',
      'The latest first day is before 1 April 2016, the earliest',
    ],
    [
      'a ruling by somebody’s name',
      serving({ rulingReference: 'by Mrs Smith' }),
      '/rulingReference',
      'not-a-reference',
      NOT_A_REFERENCE,
    ],
    [
      'an estimate of when a contract of employment began',
      serving({ cause: 'became-employee' }),
      '/latestStart',
      'not-wanted',
      'A contract of employment begins on one day: give it as the earliest and the latest; an estimate has a cause of its own',
    ],
    ...(['break-in-work', 'employer-replaced'] as const).map((cause): FieldRow => [
      `a settled start that nobody ruled on: ${cause}`,
      serving({ cause, latestStart: plainDate('2016-04-01') }),
      '/rulingReference',
      'required',
      'Whether service went on needs a typed ruling: name its document, or give both first days until there is one',
    ]),
    ...[{}, { amountPence: pence(0) }].map((amount): FieldRow => [
      'an insurer’s payment of nothing',
      claiming({ claim: 'paid', ...amount }),
      '/amount',
      'required',
      'Give the amount that the insurer paid',
    ]),
    [
      'an amount of a claim that was not paid',
      claiming({ claim: 'pending', amountPence: pence(1) }),
      '/amount',
      'not-wanted',
      'Only a claim that was paid has an amount',
    ],
    [
      'an insurer’s refusal without a reason',
      claiming({ claim: 'declined' }),
      '/reasonCode',
      'required',
      'Give the code of why the insurer declined',
    ],
    [
      'an insurer’s refusal in free text',
      claiming({ claim: 'declined', reasonCode: 'No cover' }),
      '/reasonCode',
      'not-a-reason-code',
      'A reason is a code such as "policy-lapsed"',
    ],
    [
      'a redundancy before the job began',
      assessing({ lastDay: plainDate('2016-03-31') }),
      '/lastDay',
      'out-of-order',
      '31 March 2016 is before 1 April 2016, when the job began',
    ],
    [
      'a PA born on the day the job began',
      assessing({ dateOfBirth: plainDate('2016-04-01') }),
      '/dateOfBirth',
      'out-of-order',
      'The date of birth is after the job began',
    ],
    [
      'a week’s pay of nothing',
      assessing({ weekPay: { weekPayPence: pence(0) } }),
      '/weekPay',
      'not-above-zero',
      'A week’s pay must be above zero',
    ],
    [
      'an estate of somebody alive',
      assessing({ estateInsolvent: true }),
      '/estateInsolvent',
      'not-wanted',
      'There is an estate only after the employer died',
    ],
    ...(
      [
        ['reserves', 'Money set aside'],
        ['untakenLeave', 'Pay for untaken leave'],
        ['exGratiaNotice', 'A payment instead of notice'],
        ['aboveStatutory', 'Pay above the statutory sum'],
      ] as const
    ).map(([field, what]): FieldRow => [
      `${what} below zero`,
      assessing({ [`${field}Pence`]: pence(-1) }),
      `/${field}`,
      'below-zero',
      `${what} cannot be below zero`,
    ]),
    [
      'an approval of no amount',
      assessing({ aboveStatutoryApprovedOn: DAY }),
      '/aboveStatutory',
      'required',
      'Give the amount that was approved',
    ],
    [
      'an adviser by name',
      assessing({ ruling: { ...ruling, reference: 'Jo Smith' } }),
      '/ruling/reference',
      'not-a-reference',
      NOT_A_REFERENCE,
    ],
    [
      'a ruling that nothing calls for',
      assessing({ ruling }),
      '/ruling',
      'not-wanted',
      'The rules settle this payment, so there is nothing to rule on',
    ],
    [
      'a ruling that names no reading',
      assessing({ relationship: 'child', ruling }),
      '/ruling/reading',
      'no-such-reading',
      'The readings are "the rules as recorded", "no right: ERA 1996 s161(1), if the work is domestic service in a private household"',
    ],
    ['a panel by name', sharing('final', 'Jo Smith'), '/reference', 'not-a-reference', NOT_A_REFERENCE],
  ];

  const statementFields: readonly FieldRow[] = [
    ...['2024-04-01', '2025-04-02'].map((until): FieldRow => [
      `a leave year that ends before ${until}`,
      stating({ leaveYearUntil: plainDate(until) }),
      '/leaveYearLastDay',
      'not-a-leave-year',
      'A leave year has at least a day and at most a year',
    ]),
    [
      'a statement by name',
      stating({ statementReference: 'Jo Smith' }),
      '/statementReference',
      'not-a-reference',
      NOT_A_REFERENCE,
    ],
    [
      'leave that is worth nothing',
      stating({ hourlyRatePence: pence(0) }),
      '/hourlyRate',
      'not-above-zero',
      'The hourly rate must be above zero',
    ],
    ...[
      'takenHours',
      'carriedOverHours',
      'accruedHours',
      'takenInBridgingHours',
      'entitlementWeeks',
      'weeklyHours',
    ].map((field): FieldRow => [
      `less than no ${field}`,
      stating({ [field]: '-1' }),
      `/${field}`,
      'below-zero',
      BELOW_ZERO,
    ]),
    ...['unspentReserve', 'paidOnTermination'].map((field): FieldRow => [
      `less than no ${field}`,
      stating({ rateIncludesLeave: true, [`${field}Pence`]: pence(-1) }),
      `/${field}`,
      'below-zero',
      BELOW_ZERO,
    ]),
    [
      'a reserve of what the rate does not hold',
      stating({ unspentReservePence: pence(1) }),
      '/unspentReserve',
      'not-wanted',
      'Only a rate that holds money for leave leaves a reserve of it in the account',
    ],
    [
      'hours carried over for no reason',
      stating({ carriedOverHours: '0.1' }),
      '/carryOver',
      'required',
      'Hours carried over need their reason and its evidence',
    ],
    ...[{}, { carriedOverHours: '0.0' }].map((carried): FieldRow => [
      'a reason to carry over nothing',
      stating({ carryOver, ...carried }),
      '/carriedOverHours',
      'required',
      'A reason to carry leave over needs the hours',
    ]),
    [
      'evidence of leave carried over by name',
      stating({ carriedOverHours: '8', carryOver: { ...carryOver, evidenceReference: 'Jo Smith' } }),
      '/carryOver/evidenceReference',
      'not-a-reference',
      NOT_A_REFERENCE,
    ],
    [
      'neither weeks of leave nor a work pattern',
      stating({ entitlementWeeks: undefined }),
      '/entitlementWeeks',
      'required',
      'Give payroll’s weeks of leave a year, or the work pattern that they follow from',
    ],
    [
      'eight days a week',
      stating({ workPattern: { kind: 'days', daysPerWeek: '8' } }),
      '/workPattern',
      'not-a-work-pattern',
      'Days a week are 8, which is not above 0 and at most 7',
    ],
    [
      'thirty hours a day',
      stating({ workPattern: { kind: 'compressed', daysPerWeek: '1' } }),
      '/workPattern',
      'not-a-work-pattern',
      'Hours a day are 30, which is not above 0 and at most 24',
    ],
    [
      'a shift pattern without days',
      stating({ workPattern: { ...shifts, daysInPattern: '0' } }),
      '/workPattern',
      'not-a-work-pattern',
      'A shift pattern has no days',
    ],
    ...['0', '24.1'].map((hoursPerShift): FieldRow => [
      `a shift of ${hoursPerShift} hours`,
      stating({ workPattern: { ...shifts, hoursPerShift } }),
      '/workPattern/hoursPerShift',
      'not-a-work-pattern',
      'A shift has at most 24 hours',
    ]),
    ...['hoursByPayPeriod', 'hoursByPayPeriodInBridging'].map((field): FieldRow => [
      `less than no ${field}`,
      statingIrregular({ [field]: ['10', '-1'] }),
      `/${field}/1`,
      'below-zero',
      BELOW_ZERO,
    ]),
    [
      'an average week below zero',
      statingIrregular({ averageWeeklyHours: '-1' }),
      '/averageWeeklyHours',
      'below-zero',
      BELOW_ZERO,
    ],
    [
      'leave of an absence below zero',
      statingIrregular({ absences: [absence, { ...absence, accruedHours: '-1' }] }),
      '/absences/1/accruedHours',
      'below-zero',
      BELOW_ZERO,
    ],
    [
      'evidence of an absence by name',
      statingIrregular({ absences: [absence, { ...absence, evidenceReference: 'Jo Smith' }] }),
      '/absences/1/evidenceReference',
      'not-a-reference',
      NOT_A_REFERENCE,
    ],
    // 118.5 and 96 are 214.5 hours: nine days have 216, eight have 192.
    ...[-1, 8, 367].map((daysWorked): FieldRow => [
      `214.5 hours on ${daysWorked} days`,
      statingIrregular({ daysWorked }),
      '/daysWorked',
      'not-days-of-these-hours',
      'The hours cannot have been worked on so many days of a leave year',
    ]),
    [
      'rolled-up pay before it was law',
      statingIrregular({
        method: 'part-year',
        leaveYearFrom: plainDate('2024-03-31'),
        leaveYearUntil: plainDate('2025-03-31'),
        rolledUpPay: true,
      }),
      '/rolledUpPay',
      'not-yet-law',
      'Rolled-up holiday pay is lawful only in leave years that began on or after 1 April 2024',
    ],
  ];

  it.each([...workingFields, ...statementFields])('%s', (_case, decide, pointer, code, detail) => {
    expect(refusalOf([STARTED], decide)).toEqual({
      name: 'FieldRefused',
      code,
      kind: 'invalid',
      message: detail,
      facts: {},
      fields: [{ pointer, code, detail }],
    });
  });

  it.each<FieldRow>([
    [
      'a name in place of a reference',
      starting({ assistantRef: 'Jo Smith' }),
      '/assistantRef',
      'not-a-reference',
      NOT_A_REFERENCE,
    ],
    ['hours below zero', starting({ weeklyHours: '-1' }), '/weeklyHours', 'below-zero', BELOW_ZERO],
    [
      'work for nothing',
      starting({ hourlyRatePence: pence(-1) }),
      '/hourlyRate',
      'not-above-zero',
      'The hourly rate must be above zero',
    ],
  ])('of a new job: %s', (_case, decide, pointer, code, detail) => {
    expect(refusalOf([], decide).fields).toEqual([{ pointer, code, detail }]);
  });

  it('where the job has ended: service that began after its last day', () => {
    const found = serving({ latestStart: plainDate('2024-05-01') });
    expect(refusalOf(after(ending()), found).fields).toEqual([
      { pointer: '/latestStart', code: 'out-of-order', detail: 'The job ended on 30 April 2024' },
    ]);
  });

  it('where service is open: a ruling on the payment', () => {
    expect(
      refusalOf(after(serving({ latestStart: plainDate('2017-04-01') })), assessing({ ruling })).fields,
    ).toEqual([
      {
        pointer: '/ruling',
        code: 'service-not-settled',
        detail:
          'When continuous employment began is not settled: record that first, with its ruling where one is needed',
      },
    ]);
  });
});

describe('What is not refused, though only just', () => {
  it.each<readonly [string, Decide]>([
    ['a week of 168 hours', changing({ weeklyHours: '168' })],
    ['a week without hours', changing({ weeklyHours: '0' })],
    ['work for a penny', changing({ hourlyRatePence: pence(1) })],
    [
      'terms from the first day, in place of the first',
      changing({ from: plainDate('2016-04-01'), corrects: numberedUuid(1) }),
    ],
    ['notice on the last day', ending({ notice: 'given', noticeGivenOn: DAY })],
    [
      'a new job from the day of the death',
      ending({
        reason: 'employer-died',
        notice: 'none',
        reEngagement: { ...renewal, offeredOn: DAY, startsOn: DAY },
      }),
    ],
    ['a period of one day', funding({ until: plainDate('2016-04-02') })],
    ['a period that paid for nothing', funding({ hoursPaid: '0', moneyPaidPence: pence(0) })],
    ['a first day of service that is found', serving({ latestStart: plainDate('2016-04-01') })],
    [
      'a ruling on a break',
      serving({ cause: 'break-in-work', rulingReference: 'ADVICE-3', latestStart: plainDate('2016-04-01') }),
    ],
    ['an insurer who pays a penny', claiming({ claim: 'paid', amountPence: pence(1) })],
    ['a PA born the day before the job began', assessing({ dateOfBirth: plainDate('2016-03-31') })],
    ['a week’s pay of a penny', assessing({ weekPay: { weekPayPence: pence(1) } })],
    ['an estate that is not insolvent', assessing({ estateInsolvent: false })],
    [
      'nothing set aside, nothing untaken and nothing beside',
      assessing({
        reservesPence: pence(0),
        untakenLeavePence: pence(0),
        exGratiaNoticePence: pence(0),
        aboveStatutoryPence: pence(0),
        aboveStatutoryApprovedOn: DAY,
      }),
    ],
    ['a leave year of a day', stating({ leaveYearUntil: plainDate('2024-04-02') })],
    ['an empty reserve where the rate holds no money for leave', stating({ unspentReservePence: pence(0) })],
    ['a reserve where it does', stating({ rateIncludesLeave: true, unspentReservePence: pence(1) })],
    ['leave paid for with nothing', stating({ paidOnTerminationPence: pence(0) })],
    [
      'no hours of everything',
      stating({ takenHours: '0', carriedOverHours: '0', accruedHours: '0', takenInBridgingHours: '0' }),
    ],
    ['hours carried over, with their evidence', stating({ carriedOverHours: '8', carryOver })],
    ['a shift of 24 hours', stating({ workPattern: { ...shifts, hoursPerShift: '24' } })],
    ['annualised hours of more than a day', stating({ workPattern: { kind: 'annualised' } })],
    ['214.5 hours on nine days', statingIrregular({ daysWorked: 9 })],
    ['a leave year in which every day was worked', statingIrregular({ daysWorked: 366 })],
    ['no hours on no day', statingIrregular({ daysWorked: 0, hoursByPayPeriod: ['0'] })],
    ['rolled-up pay in the first leave year that allows it', statingIrregular({ rolledUpPay: true })],
    [
      'pay that is not rolled up before it was law',
      statingIrregular({
        rolledUpPay: false,
        leaveYearFrom: plainDate('2024-03-31'),
        leaveYearUntil: plainDate('2025-03-31'),
      }),
    ],
  ])('%s', (_case, decide) => {
    expect(decide(fold(employment, recordedHistory([STARTED])))).toHaveLength(1);
  });

  it('an end and service on the last day of a job that has ended', () => {
    const service = serving({ latestStart: DAY });
    expect(service(fold(employment, recordedHistory(after(ending()))))).toHaveLength(1);
  });
});

describe('A job that nobody recorded', () => {
  it.each<readonly [string, Decide]>([
    ['change its terms', changing()],
    ['end it', ending()],
    ['say who funded it', funding()],
    ['state its service', serving()],
    ['record its leave', stating()],
    ['tell of its insurance', claiming({ claim: 'pending' })],
    ['assess its redundancy', assessing()],
    ['share its redundancy', sharing()],
  ])('is not found, nor whether it is another’s, to %s', (_step, decide) => {
    expect(refusalOf([], decide)).toEqual({
      name: 'EmploymentNotFound',
      code: 'employment-not-found',
      kind: 'not-found',
      message: 'There is no such employment, or your organisation has no part in it',
      facts: {},
      fields: [],
    });
  });
});
