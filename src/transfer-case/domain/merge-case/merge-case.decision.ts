import {
  refuseBefore,
  refuseFuture,
  refuseUnlessReasonCode,
  refuseUnlessReference,
} from '../../../kernel/field-checks.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { sameFacts } from '../../../kernel/same-facts.js';
import type { CaseDecision } from '../case-decision.js';
import type { CaseRecord } from '../case-record.js';
import { CaseNotReady } from '../stages.js';

export interface MergeCaseTerms {
  readonly mergedOn: PlainDate;
  /** The case that goes on. */
  readonly into: Pick<CaseRecord, 'caseRef' | 'council' | 'stage'>;
  readonly reasonCode: string;
  readonly documentReference: string;
  readonly today: PlainDate;
}

/**
 * Ends a case that was a duplicate or of the wrong person, in favour of the one that goes on. Its history stays, it takes no
 * more, and nothing is owed on it.
 *
 * @throws FieldRefused for a case that cannot go on, a day in the future or before the alert, a reason in free text, or no
 *   reference.
 */
export const mergeCase =
  ({ mergedOn, into, reasonCode, documentReference, today }: MergeCaseTerms): CaseDecision =>
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
        refuseUnlessGoesOn(into, state);
        refuseUnlessReasonCode('/reasonCode', reasonCode);
        refuseUnlessReference('/documentReference', documentReference);
        refuseFuture('/mergedOn', mergedOn, today);
        refuseBefore('/mergedOn', mergedOn, state.alertedOn, 'the alert was raised');
        return [
          {
            type: 'transfer-case.case-merged',
            occurredOn: mergedOn,
            data: { into: into.caseRef, reasonCode, documentReference },
          },
        ];
      case 'merged':
        if (sameFacts({ mergedOn, into: into.caseRef, reasonCode, documentReference }, state.merger ?? {}))
          return [];
        throw new CaseNotReady('merge-case', state.stage);
      case 'none':
        throw new CaseNotReady('merge-case', state.stage);
    }
  };

function refuseUnlessGoesOn(into: MergeCaseTerms['into'], { caseRef, council }: CaseRecord): void {
  const refuse = (reason: string) => new FieldRefused('/into', 'does-not-go-on', reason);
  if (into.caseRef === caseRef) throw refuse('A case is not merged into itself');
  if (into.council !== council) throw refuse(`${into.caseRef} is a case of another council`);
  if (into.stage === 'merged') throw refuse(`${into.caseRef} was merged itself`);
  if (into.stage === 'withdrawn') throw refuse(`${into.caseRef} was withdrawn`);
}
