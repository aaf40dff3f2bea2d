import { refuseBefore, refuseFuture, refuseUnlessReasonCode } from '../../../kernel/field-checks.js';
import { FieldRefused, Refusal } from '../../../kernel/refusal.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { AlreadyRecorded } from '../already-recorded.js';
import type { CaseDecision } from '../case-decision.js';
import type { CaseRecord } from '../case-record.js';
import { CaseNotReady } from '../stages.js';
import type { CompletionItem } from '../transfer-case.events.js';
import { missingForCompletion, type MissingItem } from './completion-list.js';

export interface CompleteTransferTerms {
  readonly completedOn: PlainDate;
  /** The items that are true or waived; one that is not here is missing. */
  readonly items: readonly CompletionItem[];
  readonly today: PlainDate;
}

/** The completion list has gaps. */
export class CompletionIncomplete extends Refusal {
  override readonly name = 'CompletionIncomplete';
  readonly code = 'completion-incomplete';
  readonly kind = 'conflict';
  override readonly facts: { readonly missing: readonly MissingItem[] };

  constructor(missing: readonly MissingItem[]) {
    super(`The transfer is not complete: ${missing.map(({ reason }) => reason).join('; ')}`);
    this.facts = { missing };
  }
}

/** Both bodies agree that the move is done: every item of the list is true, or waived by a named person with a reason. */
export const completeTransfer =
  ({ completedOn, items, today }: CompleteTransferTerms): CaseDecision =>
  (state) => {
    switch (state.stage) {
      case 'phb-started': {
        refuseUnlessSound(items);
        refuseFuture('/completedOn', completedOn, today);
        refuseBeforeCover(completedOn, state);
        const missing = missingForCompletion(state, items);
        if (missing.length > 0) throw new CompletionIncomplete(missing);
        return [{ type: 'transfer-case.transfer-completed', occurredOn: completedOn, data: { items } }];
      }
      case 'complete':
      case 'transferring-back':
      case 'back-with-council':
        if (state.completion?.completedOn === completedOn && sameItems(state.completion.items, items))
          return [];
        throw new AlreadyRecorded('The completion', undefined);
      case 'none':
      case 'merged':
      case 'alerted':
      case 'acknowledged':
      case 'assessing':
      case 'not-eligible':
      case 'eligible':
      case 'bridging':
      case 'withdrawn':
        throw new CaseNotReady('complete-transfer', state.stage);
    }
  };

function refuseUnlessSound(items: readonly CompletionItem[]): void {
  items.forEach(({ item, waived }, index) => {
    if (items.findIndex((each) => each.item === item) !== index) {
      throw new FieldRefused(`/items/${index}/item`, 'named-twice', 'This item is in the list already');
    }
    if (waived !== undefined) refuseUnlessReasonCode(`/items/${index}/waivedFor`, waived.reason);
  });
}

function refuseBeforeCover(completedOn: PlainDate, { phbCoverStartsOn }: CaseRecord): void {
  if (phbCoverStartsOn === undefined) return;
  refuseBefore('/completedOn', completedOn, phbCoverStartsOn, 'the personal health budget starts');
}

function sameItems(left: readonly CompletionItem[], right: readonly CompletionItem[]): boolean {
  const written = (items: readonly CompletionItem[]) =>
    items.map(({ item, waived }) => `${item} ${waived?.by ?? ''} ${waived?.reason ?? ''}`).sort();
  return written(left).join() === written(right).join();
}
