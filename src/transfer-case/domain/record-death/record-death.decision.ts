import { refuseFuture } from '../../../kernel/field-checks.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { isRepeat } from '../already-recorded.js';
import type { CaseDecision } from '../case-decision.js';
import { CaseNotReady } from '../stages.js';

export interface RecordDeathTerms {
  readonly diedOn: PlainDate;
  readonly corrects?: string;
  readonly today: PlainDate;
}

/**
 * The person died. Liability ends with that day, whenever it is heard of, and the case stays at its stage: the NHS body may
 * still decide, so that liability is wholly in the past, and what was bridged is still charged.
 *
 * @throws FieldRefused for a day that is in the future.
 * @throws AlreadyRecorded when another day is recorded and the caller does not name its event.
 */
export const recordDeath =
  ({ diedOn, corrects, today }: RecordDeathTerms): CaseDecision =>
  (state) => {
    if (state.stage === 'none' || state.stage === 'merged')
      throw new CaseNotReady('record-death', state.stage);
    const { diedOn: before, standing } = state;
    const known = before && { fact: { diedOn: before }, eventId: standing.death };
    if (isRepeat('The death', { diedOn }, known, corrects)) return [];
    refuseFuture('/diedOn', diedOn, today);
    return [
      {
        type: 'transfer-case.death-recorded',
        occurredOn: diedOn,
        data: { diedOn, ...(corrects !== undefined && { corrects }) },
      },
    ];
  };
