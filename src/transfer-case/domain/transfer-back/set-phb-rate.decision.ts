import type { CaseDecision } from '../case-decision.js';
import { isStandingSum, type WeeklySumTerms } from '../set-award-rate/weekly-sum.js';
import { CaseNotReady } from '../stages.js';

/** What the personal health budget really pays a week from a day on. */
export const setPhbRate =
  (terms: WeeklySumTerms): CaseDecision =>
  (state) => {
    switch (state.stage) {
      case 'phb-started':
      case 'complete':
      case 'transferring-back':
      case 'back-with-council': {
        if (isStandingSum('A rate of the budget', '/weekly', terms, state.phbRates)) return [];
        const { from, weeklyPence, corrects } = terms;
        return [
          {
            type: 'transfer-case.phb-rate-set',
            occurredOn: from,
            data: { from, weeklyPence, ...(corrects !== undefined && { corrects }) },
          },
        ];
      }
      case 'none':
      case 'merged':
      case 'alerted':
      case 'acknowledged':
      case 'assessing':
      case 'not-eligible':
      case 'eligible':
      case 'bridging':
      case 'withdrawn':
        throw new CaseNotReady('set-phb-rate', state.stage);
    }
  };
