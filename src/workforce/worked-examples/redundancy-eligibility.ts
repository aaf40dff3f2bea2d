import { NotUnderstood, type WorkedExampleKind } from '../../kernel/worked-example.js';
import type { JobEnding } from '../domain/rules/job-ending.js';
import { redundancyEligibility } from '../domain/rules/redundancy-eligibility.js';
import { ExampleInputs } from './example-inputs.js';
import {
  DEATH_WORDS,
  endingFor,
  relationshipFor,
  STATUS_WORDS,
  WORKPLACE_WORDS,
} from './redundancy-eligibility-words.js';

const INPUTS = [
  'status',
  'full_years_service',
  'age_at_relevant_date',
  'workplace',
  'employee_is',
  'event',
  'reengaged_by_pr_within_days',
  'accepted',
] as const;

type Inputs = ExampleInputs<(typeof INPUTS)[number]>;

/**
 * Whether there is a right to a redundancy payment. A PA's workplace is a private household unless the example says
 * otherwise. Where the engine must not say, the answer is null and an adviser is needed. Age decides nothing.
 */
const eligibility: WorkedExampleKind = {
  kind: 'eligibility',
  compute: (raw) => {
    // An input that is null says that there is none.
    const given = Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== null));
    const inputs: Inputs = new ExampleInputs(given, INPUTS);
    const answer = redundancyEligibility({
      status: inputs.word('status', STATUS_WORDS),
      completeYears: Number(inputs.exact('full_years_service').floor()),
      relationship: inputs.has('employee_is') ? relationshipFor(inputs.text('employee_is')) : 'none',
      privateHousehold: inputs.has('workplace') ? inputs.word('workplace', WORKPLACE_WORDS) : true,
      ending: inputs.has('event') ? ending(inputs) : { how: 'redundancy' },
    });
    return {
      statutory_redundancy_right: answer.right ?? null,
      dismissed: answer.dismissed ?? null,
      needs_adviser: answer.refer.length > 0,
      payable_by: answer.payableBy ?? null,
      statutory_notice_pay_due: answer.noticePayDue,
    };
  },
};

function ending(inputs: Inputs): JobEnding {
  const event = inputs.text('event');
  const offered = inputs.has('reengaged_by_pr_within_days');
  if (!DEATH_WORDS.includes(event)) {
    if (offered) throw new NotUnderstood('Only after a death can personal representatives re-engage');
    return endingFor(event);
  }
  if (!offered) return { how: 'employer-died' };
  return {
    how: 'employer-died',
    reEngagement: {
      daysAfterDeath: Number(inputs.exact('reengaged_by_pr_within_days').ceiling()),
      accepted: inputs.flag('accepted'),
    },
  };
}

export const redundancyEligibilityKinds: readonly WorkedExampleKind[] = [eligibility];
