import { refuseBefore, refuseUnlessReference } from '../../../kernel/field-checks.js';
import { isRepeat } from '../already-recorded.js';
import type { CaseDecision } from '../case-decision.js';
import type { BudgetForm } from '../case-record.js';
import { CaseNotReady } from '../stages.js';

export interface ChooseBudgetFormTerms extends BudgetForm {
  readonly corrects?: string;
}

/**
 * The person chose how the personal health budget is held. In any form but a direct payment nobody employs the PAs by it, so
 * the figures of the case say that they may be redundant.
 *
 * @throws FieldRefused for a day before the alert or a reference that is none.
 * @throws AlreadyRecorded when another form is recorded and the caller does not name its event.
 */
export const chooseBudgetForm =
  ({ form, from, documentReference, corrects }: ChooseBudgetFormTerms): CaseDecision =>
  (state) => {
    switch (state.stage) {
      case 'eligible':
      case 'bridging':
      case 'phb-started':
      case 'complete': {
        const fact = { form, from, documentReference };
        const { budgetForm, standing } = state;
        const known = budgetForm && { fact: budgetForm, eventId: standing['budget-form'] };
        if (isRepeat('The form of the budget', fact, known, corrects)) return [];
        refuseBefore('/from', from, state.alertedOn, 'the alert was raised');
        refuseUnlessReference('/documentReference', documentReference);
        return [
          {
            type: 'transfer-case.budget-form-chosen',
            occurredOn: from,
            data: { ...fact, ...(corrects !== undefined && { corrects }) },
          },
        ];
      }
      case 'none':
      case 'merged':
      case 'alerted':
      case 'acknowledged':
      case 'assessing':
      case 'not-eligible':
      case 'transferring-back':
      case 'back-with-council':
      case 'withdrawn':
        throw new CaseNotReady('choose-budget-form', state.stage);
    }
  };
