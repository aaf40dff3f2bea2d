import type { PlainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import type { CaseDecision } from '../case-decision.js';
import type { CaseRecord, CaseSide } from '../case-record.js';
import { CaseNotReady } from '../stages.js';
import type { TransferCaseEvent, TransferCaseFact } from '../transfer-case.events.js';

export interface AssignCaseTerms {
  /** The side of the body that assigns, for which the assignee works. */
  readonly side: CaseSide;
  /** The sign-in id of who works the case from today on. */
  readonly assignee: string;
  /** Why it goes on from who works it now. */
  readonly reason?: TransferCaseFact<'transfer-case.assigned'>['data']['reason'];
  readonly today: PlainDate;
}

/**
 * A body gives the case to one of its own staff. That they hold a fitting role today is known to whoever asks.
 *
 * @throws CaseNotReady before the alert, and once another case goes on in place of this one.
 * @throws FieldRefused when somebody else works it and no reason is given. Where nobody does, a reason is left out: many cases
 * may be given to somebody at once, some of which nobody has.
 */
export const assignCase =
  (terms: AssignCaseTerms): CaseDecision =>
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
        return assigned(workerOf(state, terms.side), terms);
      case 'none':
      case 'merged':
        throw new CaseNotReady('assign-case', state.stage);
    }
  };

function assigned(
  worker: string | undefined,
  { side, assignee, reason, today }: AssignCaseTerms,
): readonly TransferCaseEvent[] {
  if (worker === assignee) return [];
  if (worker !== undefined && reason === undefined) {
    throw new FieldRefused(
      '/reason',
      'required',
      'Somebody else works the case: say why it goes on from them',
    );
  }
  return [
    {
      type: 'transfer-case.assigned',
      occurredOn: today,
      data: { side, assignee, ...(worker !== undefined && reason !== undefined && { reason }) },
    },
  ];
}

/** The sign-in id of who works the case on a side; nothing while nobody does. */
export function workerOf({ caseworker, counterpart }: CaseRecord, side: CaseSide): string | undefined {
  return side === 'council' ? caseworker : counterpart;
}
