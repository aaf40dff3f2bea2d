import type { CaseDecision } from '../case-decision.js';
import { isStandingSum, type WeeklySumTerms } from '../set-award-rate/weekly-sum.js';
import { CaseNotReady } from '../stages.js';

/** What the council assesses the person's budget at from a day on, contribution included, once the person is theirs again. */
export const setCouncilBudget =
  (terms: WeeklySumTerms): CaseDecision =>
  (state) => {
    switch (state.stage) {
      case 'transferring-back':
      case 'back-with-council': {
        if (isStandingSum('A budget', '/weekly', terms, state.councilBudgets)) return [];
        const { from, weeklyPence, corrects } = terms;
        return [
          {
            type: 'transfer-case.council-budget-set',
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
      case 'phb-started':
      case 'complete':
      case 'withdrawn':
        throw new CaseNotReady('set-council-budget', state.stage);
    }
  };
