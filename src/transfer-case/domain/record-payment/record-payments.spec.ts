import { describe, expect, it } from '@jest/globals';
import { alertRaised, COUNCIL, paymentMade } from '../../../../test/support/example-transfer-case.js';
import { scenario } from '../../../../test/support/scenario.js';
import { pence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { CaseNotReady } from '../stages.js';
import { transferCase } from '../transfer-case.js';
import { PaymentReferenceReused } from './payment-reference-reused.js';
import type { RecordPaymentTerms } from './record-payment.decision.js';
import { recordPayments } from './record-payments.decision.js';

const first: RecordPaymentTerms = {
  reference: 'DP-0001',
  payer: COUNCIL,
  side: 'council',
  paidOn: plainDate('2024-04-15'),
  from: plainDate('2024-04-15'),
  until: plainDate('2024-05-13'),
  amountPence: pence(204_876),
  today: plainDate('2024-07-01'),
};
const second = { ...first, reference: 'DP-0002', from: first.until, until: plainDate('2024-06-10') };
const secondMade = {
  ...paymentMade,
  data: { ...paymentMade.data, paymentReference: 'DP-0002', from: second.from, until: second.until },
};
const reversal = { ...second, reference: 'DP-0002-R', amountPence: pence(-204_876), reverses: 'DP-0002' };

describe('Several payments at once', () => {
  const alerted = scenario(transferCase).given(alertRaised);

  it('are recorded in their order, each known to those that follow', () => {
    const { side: _, today: __, reference: paymentReference, ...reversed } = reversal;
    alerted
      .when(recordPayments([first, second, reversal]))
      .thenEvents([paymentMade, secondMade, { ...paymentMade, data: { paymentReference, ...reversed } }]);
  });

  it('are silence where they were recorded before, or stand in the list twice', () => {
    alerted.when(recordPayments([])).thenNothing();
    alerted
      .given(paymentMade)
      .when(recordPayments([first, second, second]))
      .thenEvents([secondMade]);
  });

  it('are all refused with the first that is', () => {
    alerted
      .when(recordPayments([first, { ...second, reference: 'DP-0001' }]))
      .thenRefused(PaymentReferenceReused, /^DP-0001 is recorded/);
    alerted
      .when(recordPayments([reversal, second]))
      .thenRefused(FieldRefused, /no payment DP-0002 to reverse/);
    scenario(transferCase)
      .when(recordPayments([first]))
      .thenRefused(CaseNotReady, /no alert/);
    expect(() => recordPayments([first])({ stage: 'none' })).toThrow(CaseNotReady);
  });
});
