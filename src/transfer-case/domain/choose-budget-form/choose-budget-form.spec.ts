import { describe, it } from '@jest/globals';
import { budgetFormChosen, HISTORY_TO } from '../../../../test/support/example-transfer-case.js';
import { numberedUuid } from '../../../../test/support/recorded.js';
import { scenario } from '../../../../test/support/scenario.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { AlreadyRecorded } from '../already-recorded.js';
import { transferCase } from '../transfer-case.js';
import { chooseBudgetForm } from './choose-budget-form.decision.js';

const terms = { form: 'notional', from: plainDate('2024-06-03'), documentReference: 'PLAN-2024-41' } as const;

describe('The person’s choice of how the budget is held (odd input 41: notional budget or agency)', () => {
  const bridging = scenario(transferCase).given(...HISTORY_TO.bridging);

  it('is kept with its first day and the plan that says it', () => {
    bridging.when(chooseBudgetForm(terms)).thenEvents([budgetFormChosen]);
  });

  it('said again is silence, said otherwise needs to name what it puts right', () => {
    const agency = { ...terms, form: 'agency' } as const;
    const chosen = bridging.given(budgetFormChosen);
    chosen.when(chooseBudgetForm(terms)).thenNothing();
    chosen.when(chooseBudgetForm(agency)).thenRefused(AlreadyRecorded, /The form of the budget/);
    const corrects = numberedUuid(HISTORY_TO.bridging.length + 1);
    chosen
      .when(chooseBudgetForm({ ...agency, corrects }))
      .thenEvents([{ ...budgetFormChosen, data: { ...agency, corrects } }]);
  });

  it('is refused for a day before the alert, and without a reference', () => {
    bridging
      .when(chooseBudgetForm({ ...terms, from: plainDate('2024-01-14') }))
      .thenRefused(FieldRefused, /alert/);
    bridging.when(chooseBudgetForm({ ...terms, documentReference: '' })).thenRefused(FieldRefused, /./);
  });
});
