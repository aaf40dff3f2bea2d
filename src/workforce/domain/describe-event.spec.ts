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
    { type: 'workforce.employment-ended', occurredOn: DAY, data: { lastDay: DAY, reason: 'redundancy' } },
    'The job ended on 30 April 2024 (redundancy)',
  ],
  [claim({ claim: 'not-claimed' }), 'No claim was made on the employer’s insurance'],
  [claim({ claim: 'pending' }), 'The claim on the employer’s insurance is pending'],
  [
    claim({ claim: 'declined', reasonCode: 'policy-lapsed' }),
    'The insurer declined the claim (policy-lapsed)',
  ],
  [claim({ claim: 'paid', amountPence: pence(500000) }), 'The insurer paid £5000.00'],
  [ASSESSED, 'Redundancy on 30 April 2024 was assessed: a statutory payment of £5544.00 (12 weeks)'],
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
    'The final split PANEL-7 shares £5544.00 of redundancy: E10000015 £3429.32, QM7 £2114.68',
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
