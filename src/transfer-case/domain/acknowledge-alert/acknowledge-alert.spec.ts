import { describe, it } from '@jest/globals';
import { alertAcknowledged, alertRaised } from '../../../../test/support/example-transfer-case.js';
import { scenario } from '../../../../test/support/scenario.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { transferCase } from '../transfer-case.js';
import { acknowledgeAlert } from './acknowledge-alert.decision.js';

const terms = {
  acknowledgedOn: plainDate('2024-01-18'),
  counterpart: 'staff-nhs-1',
  today: plainDate('2024-01-18'),
};

describe('Acknowledging an alert', () => {
  const alerted = scenario(transferCase).given(alertRaised);

  it('names the person of the NHS body for the case', () => {
    alerted.when(acknowledgeAlert(terms)).thenEvents([alertAcknowledged]);
  });

  it('said again is silence, whenever it was', () => {
    const again = { ...terms, acknowledgedOn: plainDate('2024-01-20'), today: plainDate('2024-01-20') };
    alerted.given(alertAcknowledged).when(acknowledgeAlert(again)).thenNothing();
  });

  it('by somebody else hands the case over', () => {
    alerted
      .given(alertAcknowledged)
      .when(acknowledgeAlert({ ...terms, counterpart: 'staff-nhs-2' }))
      .thenEvents([{ ...alertAcknowledged, data: { counterpart: 'staff-nhs-2' } }]);
  });

  it('is refused before the alert and for the future', () => {
    alerted
      .when(acknowledgeAlert({ ...terms, acknowledgedOn: plainDate('2024-01-14') }))
      .thenRefused(FieldRefused, /^14 January 2024 is before 15 January 2024, when the alert was raised$/);
    alerted
      .when(acknowledgeAlert({ ...terms, acknowledgedOn: plainDate('2024-01-19') }))
      .thenRefused(FieldRefused, /in the future/);
  });
});
