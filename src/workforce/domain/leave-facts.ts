import type { WorkforceEvent } from './workforce.events.js';

const BEHIND_LEAVE: Readonly<Record<WorkforceEvent['type'], boolean>> = {
  'workforce.employment-started': true,
  'workforce.terms-changed': true,
  'workforce.employment-ended': true,
  'workforce.funding-period-recorded': true,
  'workforce.leave-statement-recorded': true,
  'workforce.continuous-service-stated': false,
  'workforce.redundancy-assessed': false,
  'workforce.redundancy-referred': false,
  'workforce.insurance-claim-updated': false,
  'workforce.redundancy-shared': false,
};

/** True when what is owed for a PA's leave may be another sum after an event of this type. */
export function isBehindLeave(type: string): boolean {
  return Object.hasOwn(BEHIND_LEAVE, type) && BEHIND_LEAVE[type as WorkforceEvent['type']];
}
