import type { PlainDate } from '../../../kernel/plain-date.js';
import type { CaseDecision } from '../case-decision.js';
import type { CaseSide } from '../case-record.js';
import { CaseNotReady } from '../stages.js';
import type { TransferCaseFact } from '../transfer-case.events.js';
import { workerOf } from './assign-case.decision.js';

export interface UnassignCaseTerms {
  /** The side of the body that nobody works the case for. */
  readonly side: CaseSide;
  readonly reason: TransferCaseFact<'transfer-case.unassigned'>['data']['reason'];
  readonly today: PlainDate;
}

/**
 * Nobody of a body works the case until it is given to somebody again.
 *
 * @throws CaseNotReady before the alert, and once another case goes on in place of this one.
 */
export const unassignCase =
  ({ side, reason, today }: UnassignCaseTerms): CaseDecision =>
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
      case 'withdrawn':
        return workerOf(state, side) === undefined
          ? []
          : [{ type: 'transfer-case.unassigned', occurredOn: today, data: { side, reason } }];
      case 'none':
      case 'merged':
        throw new CaseNotReady('unassign-case', state.stage);
    }
  };
