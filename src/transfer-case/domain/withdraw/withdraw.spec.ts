import { describe, it } from '@jest/globals';
import { HISTORY_TO, transferWithdrawn } from '../../../../test/support/example-transfer-case.js';
import { scenario } from '../../../../test/support/scenario.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { CaseNotReady } from '../stages.js';
import { transferCase } from '../transfer-case.js';
import { withdraw } from './withdraw.decision.js';

const terms = {
  withdrawnOn: plainDate('2024-05-01'),
  reasonCode: 'person-stays-with-council',
  today: plainDate('2024-05-01'),
};

describe('Withdrawing a transfer', () => {
  const bridging = scenario(transferCase).given(...HISTORY_TO.bridging);

  it('ends the case with a reason', () => {
    bridging.when(withdraw(terms)).thenEvents([transferWithdrawn]);
  });

  it('said again is silence, said otherwise is refused', () => {
    bridging.given(transferWithdrawn).when(withdraw(terms)).thenNothing();
    bridging
      .given(transferWithdrawn)
      .when(withdraw({ ...terms, reasonCode: 'person-died' }))
      .thenRefused(CaseNotReady, /while the case is withdrawn/);
  });

  it('is refused once the personal health budget has started', () => {
    scenario(transferCase)
      .given(...HISTORY_TO['phb-started'])
      .when(withdraw(terms))
      .thenRefused(CaseNotReady, /while the case is PHB started/);
  });

  it('is refused before the alert, for the future, and for a reason in free text', () => {
    const refused = (changes: Partial<typeof terms>, words: RegExp) =>
      bridging.when(withdraw({ ...terms, ...changes })).thenRefused(FieldRefused, words);
    refused({ withdrawnOn: plainDate('2024-01-14') }, /when the alert was raised/);
    refused({ today: plainDate('2024-04-30') }, /in the future/);
    refused({ reasonCode: 'She changed her mind' }, /A reason is a code/);
  });
});
