import { refuseUnlessReasonCode } from '../../../kernel/field-checks.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import type { CaseDecision } from '../case-decision.js';
import { CaseNotReady } from '../stages.js';

export interface RetractDeathTerms {
  /** The event that recorded the death. */
  readonly corrects: string;
  readonly reasonCode: string;
  readonly today: PlainDate;
}

/**
 * A death was recorded in error, for one of another person: the case goes on from where it stood, with every figure as it
 * was before.
 *
 * @throws FieldRefused when the death that stands was not recorded by that event, or the reason is no code.
 */
export const retractDeath =
  ({ corrects, reasonCode, today }: RetractDeathTerms): CaseDecision =>
  (state) => {
    if (state.stage === 'none' || state.stage === 'merged')
      throw new CaseNotReady('retract-death', state.stage);
    refuseUnlessReasonCode('/corrects/reasonCode', reasonCode, 'wrong-person');
    if (state.diedOn === undefined || state.standing.death !== corrects) {
      throw new FieldRefused(
        '/corrects/eventId',
        'not-standing',
        'No death that stands was recorded by this event',
      );
    }
    return [{ type: 'transfer-case.death-retracted', occurredOn: today, data: { corrects, reasonCode } }];
  };
