import { describe, expect, it } from '@jest/globals';
import type { Decision } from '../../kernel/event.js';
import { pence } from '../../kernel/pence.js';
import { plainDate } from '../../kernel/plain-date.js';
import { assessRedundancy } from './assess-redundancy/assess-redundancy.decision.js';
import { changeTerms } from './change-terms/change-terms.decision.js';
import type { Employment } from './employment.js';
import { endEmployment } from './end-employment/end-employment.decision.js';
import { recordFundingPeriod } from './record-funding-period/record-funding-period.decision.js';
import { recordLeaveStatement } from './record-leave-statement/record-leave-statement.decision.js';
import { shareRedundancy } from './share-redundancy/share-redundancy.decision.js';
import { nextSteps, STEPS, type Step } from './stages.js';
import { startEmployment } from './start-employment/start-employment.decision.js';
import { stateContinuousService } from './state-continuous-service/state-continuous-service.decision.js';
import { updateInsuranceClaim } from './update-insurance-claim/update-insurance-claim.decision.js';
import {
  ASSESSED,
  COUNCIL,
  EMPLOYED,
  funded,
  LEAVE_STATEMENT,
  SETTING,
  STARTED,
} from './workforce.fixtures.js';
import type { WorkforceEvent } from './workforce.events.js';

const DAY = plainDate('2024-04-30');
const FIRST = plainDate('2016-04-01');

/** A typical command of each kind, which is new in every stage in which it is allowed. */
const COMMANDS: Readonly<Record<Step, Decision<Employment, WorkforceEvent>>> = {
  'start-employment': startEmployment({ ...STARTED.data, weeklyHours: '12' }),
  'change-terms': changeTerms({ from: DAY, weeklyHours: '20', hourlyRatePence: pence(1300) }),
  'state-continuous-service': stateContinuousService(
    { cause: 'start-estimated', earliestStart: FIRST, latestStart: plainDate('2016-06-01') },
    DAY,
  ),
  'record-funding-period': recordFundingPeriod({ from: plainDate('2010-01-01'), until: FIRST, shares: [] }),
  'record-leave-statement': recordLeaveStatement(LEAVE_STATEMENT, DAY),
  'update-insurance-claim': updateInsuranceClaim({ claim: 'pending' }, DAY),
  'assess-redundancy': assessRedundancy({
    assessedOn: DAY,
    lastDay: DAY,
    dateOfBirth: plainDate('1972-01-15'),
    weekPay: { weekPayPence: pence(50000) },
    relationship: 'none',
    privateHousehold: true,
    statusDoubtful: false,
  }),
  'end-employment': endEmployment({ lastDay: DAY, reason: 'employer-died', corrects: 'end' }),
  'share-redundancy': shareRedundancy({ kind: 'interim', reference: 'PANEL-1', sharedOn: DAY }, SETTING),
};

const known = {
  ...EMPLOYED,
  fundingPeriods: [funded('2016-04-01', undefined, { [COUNCIL]: '1' })],
  assessment: ASSESSED.data,
};
const STATES: Readonly<Record<Employment['stage'], Employment>> = {
  none: { stage: 'none' },
  working: known,
  ended: { ...known, stage: 'ended', end: { lastDay: DAY, reason: 'redundancy', eventId: 'end' } },
};

const isAllowed = (step: Step, stage: Employment['stage']) => {
  // Only an end that stands can be corrected; the first end corrects nothing.
  const command =
    step === 'end-employment' && stage === 'working'
      ? endEmployment({ lastDay: DAY, reason: 'redundancy' })
      : COMMANDS[step];
  try {
    return command(STATES[stage]).length > 0;
  } catch {
    return false;
  }
};

describe('What may happen next to an employment', () => {
  it.each(Object.keys(nextSteps) as Employment['stage'][])('says what the decisions do while %s', (stage) => {
    const allowed: readonly Step[] = nextSteps[stage];
    expect(STEPS.filter((step) => isAllowed(step, stage))).toEqual(
      STEPS.filter((each) => allowed.includes(each)),
    );
  });
});
