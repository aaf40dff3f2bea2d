import type { PlainDate } from '../../../kernel/plain-date.js';
import type { CaseDecision } from '../case-decision.js';
import { liabilityChange } from '../rules/liability-event.js';
import { CaseNotReady } from '../stages.js';
import { isClassifiedAs, refuseUnlessDelayReason, type DelayTerms } from './delay-reason.js';

export interface ClassifyDelayTerms extends DelayTerms {
  readonly today: PlainDate;
}

/**
 * Says whether a late decision was justified, which decides who bears the days from day 29. It may be said again with
 * another outcome: a review can find otherwise.
 */
export const classifyDelay =
  ({ today, ...classified }: ClassifyDelayTerms): CaseDecision =>
  (state) => {
    switch (state.stage) {
      case 'not-eligible':
      case 'eligible':
      case 'bridging':
      case 'phb-started':
      case 'complete':
      case 'transferring-back':
      case 'back-with-council':
        refuseUnlessDelayReason(classified);
        if (isClassifiedAs(classified, state)) return [];
        return [
          { type: 'transfer-case.delay-classified', occurredOn: today, data: classified },
          ...liabilityChange({ ...state, delay: classified.delay }, today),
        ];
      case 'none':
      case 'merged':
      case 'alerted':
      case 'acknowledged':
      case 'assessing':
      case 'withdrawn':
        throw new CaseNotReady('classify-delay', state.stage);
    }
  };
