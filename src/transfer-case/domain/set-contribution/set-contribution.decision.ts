import type { CaseDecision } from '../case-decision.js';
import { isStandingSum, type WeeklySumTerms } from '../set-award-rate/weekly-sum.js';
import { CaseNotReady } from '../stages.js';

/** The council assessed what the person pays towards the direct payment each week from a day on; zero ends it. */
export const setContribution =
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
        if (isStandingSum('A contribution', '/weekly', terms, state.contributions)) return [];
        const { from, weeklyPence, corrects } = terms;
        return [
          {
            type: 'transfer-case.contribution-set',
            occurredOn: from,
            data: { from, weeklyPence, ...(corrects !== undefined && { corrects }) },
          },
        ];
      }
      case 'none':
      case 'merged':
      case 'withdrawn':
        throw new CaseNotReady('set-contribution', state.stage);
    }
  };
