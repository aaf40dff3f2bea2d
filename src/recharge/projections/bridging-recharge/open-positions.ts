import { eventsOf, type SubjectHistory } from '../../../platform/projections/projection.js';
import { foldEmployments, leaveOwedByCouncil, type WorkforceEvent } from '../../../workforce/index.js';
import type { OpenPositions } from '../../domain/rules/reclaim-warnings.js';

/** The employments of a case whose leave or redundancy is not fixed yet. */
export function openPositionsOf(history: SubjectHistory): OpenPositions {
  const employments = foldEmployments(eventsOf<WorkforceEvent>(history, 'workforce.'));
  return {
    leave: leaveOwedByCouncil(history)
      .filter(({ owed }) => owed.status === 'pending')
      .map(({ employmentId }) => employmentId),
    redundancy: employments
      .map(({ employment }) => employment)
      .filter(
        ({ end, shared }) => end?.reason === 'redundancy' && !shared.some(({ kind }) => kind === 'final'),
      )
      .map(({ employmentId }) => employmentId),
  };
}
