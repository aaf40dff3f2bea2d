import { refuseFuture, refuseUnlessReference } from '../../../kernel/field-checks.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { isRepeat } from '../already-recorded.js';
import type { CaseDecision } from '../case-decision.js';
import type { CaseRecord } from '../case-record.js';
import { CaseNotReady } from '../stages.js';

/** The balance may be below zero: an account can be overdrawn. */
export interface CloseAccountTerms extends NonNullable<CaseRecord['accountClosed']> {
  readonly corrects?: string;
  readonly today: PlainDate;
}

/** The account of the direct payment was closed: wages, tax, pension and invoices are paid, and this is what is left. */
export const closeAccount =
  ({ corrects, today, ...closing }: CloseAccountTerms): CaseDecision =>
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
        if (isRepeat('The close of the account', closing, standingClose(state), corrects)) return [];
        refuseUnlessReference('/statementReference', closing.statementReference);
        refuseFuture('/closedOn', closing.closedOn, today);
        return [
          {
            type: 'transfer-case.account-closed',
            occurredOn: closing.closedOn,
            data: { ...closing, ...(corrects !== undefined && { corrects }) },
          },
        ];
      }
      case 'none':
      case 'merged':
        throw new CaseNotReady('close-account', state.stage);
    }
  };

function standingClose({ accountClosed: fact, standing }: CaseRecord) {
  return fact && { fact, eventId: standing['account-close'] };
}
