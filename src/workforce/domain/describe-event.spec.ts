import { describe, expect, it } from '@jest/globals';
import { recordedHistory } from '../../../test/support/recorded.js';
import { pence } from '../../kernel/pence.js';
import { plainDate } from '../../kernel/plain-date.js';
import { describeWorkforceEvent } from './describe-event.js';
import { ASSESSED, COUNCIL, LEAVE_STATEMENT, NHS_BODY, STARTED } from './workforce.fixtures.js';
import { workforceCatalogue, type InsuranceClaim, type WorkforceEvent } from './workforce.events.js';

const DAY = plainDate('2024-04-30');
const claim = (data: InsuranceClaim): WorkforceEvent => ({
  type: 'workforce.insurance-claim-updated',
  occurredOn: DAY,
  data,
});
const SENTENCES: readonly (readonly [WorkforceEvent, string])[] = [
  [STARTED, 'PA PA-1 (employed) works from 1 April 2016, 30 hours a week at £12.00 an hour'],
  [
    {
      type: 'workforce.terms-changed',
      occurredOn: DAY,
      data: { from: DAY, weeklyHours: '20', hourlyRatePence: pence(1350), corrects: 'an-event' },
    },
    'Corrected: from 30 April 2024 the PA works 20 hours a week at £13.50 an hour',
  ],
  [
    {
      type: 'workforce.funding-period-recorded',
      occurredOn: DAY,
      data: {
        from: DAY,
        until: plainDate('2024-06-01'),
        shares: [
          { funder: COUNCIL, share: '1/2' },
          { funder: NHS_BODY, share: '1/2' },
        ],
      },
    },
    'From 30 April 2024 to 31 May 2024 the employment was funded by E10000015 (1/2) and QM7 (1/2)',
  ],
  [
    { type: 'workforce.funding-period-recorded', occurredOn: DAY, data: { from: DAY, shares: [] } },
    'From 30 April 2024 on the employment was funded by the employer alone',
  ],
  [
    { type: 'workforce.leave-statement-recorded', occurredOn: DAY, data: LEAVE_STATEMENT },
    'Leave statement PAYROLL-88 for the leave year from 1 April 2024 was recorded: 60 hours taken',
  ],
  [
    {
      type: 'workforce.leave-statement-recorded',
      occurredOn: DAY,
      data: { ...LEAVE_STATEMENT, statedForLiabilityOn: plainDate('2024-10-14') },
    },
    'Leave statement PAYROLL-88 for the leave year from 1 April 2024 was recorded: 60 hours taken before liability from 14 October 2024',
  ],
  [
    { type: 'workforce.employment-ended', occurredOn: DAY, data: { lastDay: DAY, reason: 'redundancy' } },
    'The job ended on 30 April 2024 (redundancy)',
  ],
  [claim({ claim: 'not-claimed' }), 'No claim was made on the employer’s insurance'],
  [claim({ claim: 'pending' }), 'The claim on the employer’s insurance is pending'],
  [
    claim({ claim: 'declined', reasonCode: 'policy-lapsed' }),
    'The insurer declined the claim (policy-lapsed)',
  ],
  [claim({ claim: 'paid', amountPence: pence(500000) }), 'The insurer paid £5,000.00'],
  [ASSESSED, 'Redundancy on 30 April 2024 was assessed: a statutory payment of £5,544.00 (12 weeks)'],
  [
    { ...ASSESSED, data: { ...ASSESSED.data, eligible: false, reasons: ['under-two-years'] } },
    'Redundancy on 30 April 2024 was assessed: no right to a statutory payment (under-two-years)',
  ],
  [
    {
      type: 'workforce.redundancy-shared',
      occurredOn: DAY,
      data: {
        kind: 'final',
        residualPence: pence(554400),
        shares: [
          { funder: COUNCIL, weight: '1826', sharePence: pence(342932) },
          { funder: NHS_BODY, weight: '1126', sharePence: pence(211468) },
        ],
        reference: 'PANEL-7',
      },
    },
    'The final split PANEL-7 shares £5,544.00 of redundancy: E10000015 £3,429.32, QM7 £2,114.68',
  ],
  [
    {
      type: 'workforce.redundancy-shared',
      occurredOn: DAY,
      data: {
        kind: 'final',
        residualPence: pence(554400),
        shares: [{ funder: NHS_BODY, weight: '2952', sharePence: pence(554400) }],
        reference: 'PANEL-8',
        adjusts: 'PANEL-7',
        adjustments: [
          { party: COUNCIL, amountPence: pence(-342932) },
          { party: NHS_BODY, amountPence: pence(342932) },
        ],
      },
    },
    'The final split PANEL-8 shares £5,544.00 of redundancy: QM7 £5,544.00; beside PANEL-7 the difference is E10000015 −£3,429.32, QM7 £3,429.32',
  ],
  [
    {
      type: 'workforce.employment-ended',
      occurredOn: DAY,
      data: {
        lastDay: plainDate('2024-04-30'),
        reason: 'redundancy',
        notice: 'given',
        noticeGivenOn: plainDate('2024-03-05'),
      },
    },
    'The job ended on 30 April 2024 (redundancy), with notice given on 5 March 2024',
  ],
  [
    {
      type: 'workforce.employment-ended',
      occurredOn: DAY,
      data: {
        lastDay: plainDate('2024-04-30'),
        reason: 'employer-died',
        notice: 'none',
        reEngagement: {
          offeredOn: plainDate('2024-05-03'),
          startsOn: plainDate('2024-06-18'),
          answer: 'accepted',
        },
      },
    },
    'The job ended on 30 April 2024 (employer-died), without notice; the personal representatives offered to keep the PA on from 18 June 2024 (accepted)',
  ],
  [
    {
      type: 'workforce.continuous-service-stated',
      occurredOn: DAY,
      data: {
        cause: 'start-estimated',
        earliestStart: plainDate('2016-04-01'),
        latestStart: plainDate('2016-06-30'),
      },
    },
    'Continuous employment began between 1 April 2016 and 30 June 2016 (start-estimated)',
  ],
  [
    {
      type: 'workforce.continuous-service-stated',
      occurredOn: DAY,
      data: {
        cause: 'break-in-work',
        earliestStart: plainDate('2016-04-01'),
        latestStart: plainDate('2016-04-01'),
        rulingReference: 'ADVICE-3',
      },
    },
    'Continuous employment began on 1 April 2016 (break-in-work), as ruled under ADVICE-3',
  ],
  [
    {
      type: 'workforce.redundancy-referred',
      occurredOn: DAY,
      data: {
        lastDay: plainDate('2024-04-30'),
        referrals: [
          {
            code: 'domestic-service-doubtful',
            reason: 'A listed relative',
            referTo: 'an employment adviser',
          },
        ],
        candidates: [
          { reading: 'a right', outcome: ASSESSED.data },
          { reading: 'no right', outcome: { ...ASSESSED.data, statutoryPence: pence(0) } },
        ],
      },
    },
    'Redundancy on 30 April 2024 waits for an adviser (domestic-service-doubtful): £5,544.00 or £0.00',
  ],
  [claim({ claim: 'declined' }), 'The insurer declined the claim (no reason recorded)'],
  [claim({ claim: 'paid' }), 'The insurer paid an unknown amount'],
  [
    {
      ...ASSESSED,
      data: { ...ASSESSED.data, eligible: false, reasons: ['under-two-years', 'misconduct'] },
    },
    'Redundancy on 30 April 2024 was assessed: no right to a statutory payment (under-two-years, misconduct)',
  ],
  [
    {
      type: 'workforce.redundancy-referred',
      occurredOn: DAY,
      data: {
        lastDay: plainDate('2024-04-30'),
        referrals: ['status-doubtful', 'estate-insolvent'].map((code) => ({
          code,
          reason: 'In doubt',
          referTo: 'an employment adviser',
        })),
        candidates: [{ reading: 'a right', outcome: ASSESSED.data }],
      },
    },
    'Redundancy on 30 April 2024 waits for an adviser (status-doubtful, estate-insolvent): £5,544.00',
  ],
  [
    {
      type: 'workforce.redundancy-shared',
      occurredOn: DAY,
      data: { kind: 'interim', residualPence: pence(0), shares: [], reference: 'PANEL-9' },
    },
    'The interim split PANEL-9 shares £0.00 of redundancy: nothing',
  ],
  [
    {
      type: 'workforce.employment-ended',
      occurredOn: DAY,
      data: { lastDay: plainDate('2024-04-30'), reason: 'resignation', corrects: 'an-event' },
    },
    'Corrected: the job ended on 30 April 2024 (resignation)',
  ],
  [
    {
      type: 'workforce.funding-period-recorded',
      occurredOn: DAY,
      data: { from: DAY, shares: [{ funder: COUNCIL, share: '1' }], corrects: 'an-event' },
    },
    'Corrected: from 30 April 2024 on the employment was funded by E10000015 (1)',
  ],
];

describe('An event of an employment in a sentence', () => {
  it.each(SENTENCES.map(([event, sentence]) => [sentence, event] as const))('%s', (sentence, event) => {
    expect(recordedHistory([event]).map(describeWorkforceEvent)).toEqual([sentence]);
  });

  it('is there for every type of event', () => {
    expect(new Set(SENTENCES.map(([{ type }]) => type as string))).toEqual(new Set(workforceCatalogue.types));
  });

  it.each(SENTENCES.map(([event]) => [event.type, event] as const))(
    'reads back as it was stored: %s',
    (_, event) => {
      const stored = { ...event, schemaVersion: 1, data: JSON.parse(JSON.stringify(event.data)) as unknown };
      expect(workforceCatalogue.decode(stored)).toEqual(event);
    },
  );
});
