import type { Command } from './command.js';

const JOB = 'The job';
const LEAVE_AND_REDUNDANCY = 'Leave and redundancy';

/** What can be done to a PA's employment. */
export const employmentCommands: readonly Command[] = [
  { step: 'change-terms', path: 'terms', text: 'Record hours and pay', group: JOB },
  {
    step: 'state-continuous-service',
    path: 'continuous-service',
    text: 'State when continuous employment began',
    group: JOB,
  },
  { step: 'record-funding-period', path: 'funding-periods', text: 'Record who funded the job', group: JOB },
  { step: 'end-employment', path: 'end', text: 'Record the end of the job', group: JOB },
  {
    step: 'record-leave-statement',
    path: 'leave-statements',
    text: 'Record a leave statement',
    group: LEAVE_AND_REDUNDANCY,
  },
  {
    step: 'update-insurance-claim',
    path: 'insurance-claims',
    text: 'Record the insurance claim',
    group: LEAVE_AND_REDUNDANCY,
  },
  {
    step: 'assess-redundancy',
    path: 'redundancy-assessments',
    text: 'Work out the redundancy payment',
    group: LEAVE_AND_REDUNDANCY,
  },
  {
    step: 'share-redundancy',
    path: 'redundancy-shares',
    text: 'Share the redundancy payment',
    group: LEAVE_AND_REDUNDANCY,
  },
];

/** The route of a command of an employment in the API description. */
export function employmentCommandRoute(path: string): string {
  return `/v1/employments/{employmentId}/${path}`;
}
