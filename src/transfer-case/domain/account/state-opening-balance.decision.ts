import { refuseFuture, refuseUnlessReference } from '../../../kernel/field-checks.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { isRepeat } from '../already-recorded.js';
import type { CaseDecision } from '../case-decision.js';
import type { CaseRecord } from '../case-record.js';
import { CaseNotReady } from '../stages.js';

/** The balance may be below zero: an account can be overdrawn. */
export interface StateOpeningBalanceTerms extends NonNullable<CaseRecord['openingBalance']> {
  readonly corrects?: string;
  readonly today: PlainDate;
}

/** What the account held as the day of liability began: the money in it until then was paid for the council's own days. */
export const stateOpeningBalance =
  ({ corrects, today, ...balance }: StateOpeningBalanceTerms): CaseDecision =>
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
      case 'back-with-council':
      case 'withdrawn': {
        if (isRepeat('The opening balance', balance, standingBalance(state), corrects)) return [];
        refuseUnlessReference('/statementReference', balance.statementReference);
        refuseFuture('/balanceOn', balance.balanceOn, today);
        return [
          {
            type: 'transfer-case.opening-balance-stated',
            occurredOn: balance.balanceOn,
            data: { ...balance, ...(corrects !== undefined && { corrects }) },
          },
        ];
      }
      case 'none':
      case 'merged':
        throw new CaseNotReady('state-opening-balance', state.stage);
    }
  };

function standingBalance({ openingBalance: fact, standing }: CaseRecord) {
  return fact && { fact, eventId: standing['opening-balance'] };
}
