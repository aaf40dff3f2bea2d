import { eventsOf, type SubjectHistory } from '../../../platform/projections/projection.js';
import {
  foldEmployments,
  isRedundancyOpen,
  leaveOwedByCouncil,
  type WorkforceEvent,
} from '../../../workforce/index.js';
import type { CaseLeaveFact } from '../../domain/case-facts.js';
import type { OpenPositions } from '../../domain/rules/reclaim-warnings.js';

/** The leave of a case as its recharge and its account take it. */
export function leaveOf(history: SubjectHistory): readonly CaseLeaveFact[] {
  return leaveOwedByCouncil(history).map(({ employmentId, owed, inAccount }) => ({
    employmentRef: employmentId,
    owedPence: owed,
    inAccountPence: inAccount,
  }));
}

/** The employments of a case whose leave or redundancy is not fixed yet. */
export function openPositionsOf(history: SubjectHistory): OpenPositions {
  const employments = foldEmployments(eventsOf<WorkforceEvent>(history, 'workforce.'));
  return {
    leave: leaveOwedByCouncil(history)
      .filter(({ owed }) => owed.status === 'pending')
      .map(({ employmentId }) => employmentId),
    redundancy: employments
      .map(({ employment }) => employment)
      .filter(isRedundancyOpen)
      .map(({ employmentId }) => employmentId),
  };
}
