import type { CaseDecision } from '../case-decision.js';
import { CaseNotReady } from '../stages.js';
import { isStandingSum, type WeeklySumTerms } from './weekly-sum.js';

/**
 * The council set the gross weekly direct payment from a day on. It may come late or ahead: the money follows the day that
 * the rate runs from, never the day that it was typed in.
 */
export const setAwardRate =
  (terms: WeeklySumTerms): CaseDecision =>
  (state) => {
    switch (state.stage) {
      case 'alerted':
      case 'acknowledged':
      case 'assessing':
      case 'not-eligible':
      case 'eligible':
      case 'bridging':
      case 'phb-started':
      case 'complete':
      case 'transferring-back':
      case 'back-with-council': {
        if (isStandingSum('A rate', '/weeklyGross', terms, state.awardRates)) return [];
        const { from, weeklyPence: weeklyGrossPence, corrects } = terms;
        return [
          {
            type: 'transfer-case.award-rate-set',
            occurredOn: from,
            data: { from, weeklyGrossPence, ...(corrects !== undefined && { corrects }) },
          },
        ];
      }
      case 'none':
      case 'merged':
      case 'withdrawn':
        throw new CaseNotReady('set-award-rate', state.stage);
    }
  };
