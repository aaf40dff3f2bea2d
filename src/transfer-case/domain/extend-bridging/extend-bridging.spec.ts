import { describe, it } from '@jest/globals';
import { HISTORY_TO } from '../../../../test/support/example-transfer-case.js';
import { scenario } from '../../../../test/support/scenario.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import type { TransferCaseEvent } from '../transfer-case.events.js';
import { transferCase } from '../transfer-case.js';
import { extendBridging } from './extend-bridging.decision.js';

const terms = {
  until: plainDate('2024-06-21'),
  approvedBy: 'staff-council-2',
  reasonCode: 'plan-not-signed',
  approvedOn: plainDate('2024-06-05'),
  reviewStepDays: 14,
  today: plainDate('2024-06-05'),
};
const extended: TransferCaseEvent = {
  type: 'transfer-case.bridging-extended',
  occurredOn: plainDate('2024-06-05'),
  data: { until: plainDate('2024-06-21'), approvedBy: 'staff-council-2', reasonCode: 'plan-not-signed' },
};

describe('Extending bridging', () => {
  const bridging = scenario(transferCase).given(...HISTORY_TO.bridging);

  it('moves the review on, with the name of the approver and the reason', () => {
    bridging.when(extendBridging(terms)).thenEvents([extended]);
  });

  it('goes on by the step of the agreement where no day is named, once more each time', () => {
    const { until: _, ...unnamed } = terms;
    bridging.when(extendBridging(unnamed)).thenEvents([extended]);
    bridging
      .given(extended)
      .when(extendBridging({ ...unnamed, reviewStepDays: 7 }))
      .thenEvents([{ ...extended, data: { ...extended.data, until: plainDate('2024-06-28') } }]);
  });

  it('said again is silence', () => {
    bridging.given(extended).when(extendBridging(terms)).thenNothing();
  });

  it('is refused unless the next review is later than the one that is due', () => {
    bridging
      .when(extendBridging({ ...terms, until: plainDate('2024-06-07') }))
      .thenRefused(FieldRefused, /^The next review is due on 7 June 2024 already$/);
    bridging
      .given(extended)
      .when(extendBridging({ ...terms, reasonCode: 'account-not-open' }))
      .thenRefused(FieldRefused, /^The next review is due on 21 June 2024 already$/);
  });

  it('is refused for the future, and for a reason in free text', () => {
    bridging
      .when(extendBridging({ ...terms, today: plainDate('2024-06-04') }))
      .thenRefused(FieldRefused, /in the future/);
    bridging
      .when(extendBridging({ ...terms, reasonCode: 'Waiting for Mrs Example' }))
      .thenRefused(FieldRefused, /A reason is a code/);
  });
});
