import { refuseBefore, refuseFuture, refuseUnlessReasonCode } from '../../../kernel/field-checks.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { sameFacts } from '../../../kernel/same-facts.js';
import type { CaseDecision } from '../case-decision.js';
import { CaseNotReady } from '../stages.js';

export interface WithdrawTerms {
  readonly withdrawnOn: PlainDate;
  readonly reasonCode: string;
  readonly today: PlainDate;
}

/** The move will not happen: the person stays with the council, chose otherwise, or died. Money already paid stays known. */
export const withdraw =
  ({ withdrawnOn, reasonCode, today }: WithdrawTerms): CaseDecision =>
  (state) => {
    switch (state.stage) {
      case 'alerted':
      case 'acknowledged':
      case 'assessing':
      case 'not-eligible':
      case 'eligible':
      case 'bridging':
        refuseUnlessReasonCode('/reasonCode', reasonCode);
        refuseFuture('/withdrawnOn', withdrawnOn, today);
        refuseBefore('/withdrawnOn', withdrawnOn, state.alertedOn, 'the alert was raised');
        return [{ type: 'transfer-case.transfer-withdrawn', occurredOn: withdrawnOn, data: { reasonCode } }];
      case 'withdrawn':
        if (sameFacts({ withdrawnOn, reasonCode }, state.withdrawal ?? {})) return [];
        throw new CaseNotReady('withdraw', state.stage);
      case 'none':
      case 'merged':
      case 'phb-started':
      case 'complete':
      case 'transferring-back':
      case 'back-with-council':
        throw new CaseNotReady('withdraw', state.stage);
    }
  };
