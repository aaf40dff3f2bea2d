import { describe, it } from '@jest/globals';
import {
  alertRaised,
  COUNCIL,
  HISTORY_TO,
  NHS_BODY,
  paymentMade,
} from '../../../../test/support/example-transfer-case.js';
import { scenario } from '../../../../test/support/scenario.js';
import { pence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { transferCase } from '../transfer-case.js';
import { PaymentReferenceReused } from './payment-reference-reused.js';
import { PhbNotStarted, recordPayment, type RecordPaymentTerms } from './record-payment.decision.js';

const terms: RecordPaymentTerms = {
  reference: 'DP-0001',
  payer: COUNCIL,
  side: 'council',
  paidOn: plainDate('2024-04-15'),
  from: plainDate('2024-04-15'),
  until: plainDate('2024-05-13'),
  amountPence: pence(204_876),
  today: plainDate('2024-07-01'),
};
const reversal: RecordPaymentTerms = {
  ...terms,
  reference: 'DP-0001-R',
  paidOn: plainDate('2024-05-02'),
  amountPence: pence(-204_876),
  reverses: 'DP-0001',
};
const { reference: _, side: __, today: ___, ...reversed } = reversal;

describe('Recording a payment', () => {
  const alerted = scenario(transferCase).given(alertRaised);
  const paid = alerted.given(paymentMade);

  it('keeps who paid, when, how much and for which days', () => {
    alerted.when(recordPayment(terms)).thenEvents([paymentMade]);
  });

  it('goes on after the transfer is complete, and after it is withdrawn', () => {
    for (const stage of ['complete', 'withdrawn'] as const) {
      scenario(transferCase)
        .given(...HISTORY_TO[stage])
        .when(recordPayment(terms))
        .thenEvents([paymentMade]);
    }
  });

  it('said again is silence', () => {
    paid.when(recordPayment(terms)).thenNothing();
  });

  it('is refused when its reference names another payment', () => {
    for (const changes of [
      { amountPence: pence(204_877) },
      { paidOn: plainDate('2024-04-16') },
      { until: plainDate('2024-05-14') },
    ]) {
      paid
        .when(recordPayment({ ...terms, ...changes }))
        .thenRefused(PaymentReferenceReused, /^DP-0001 is recorded in this case already/);
    }
  });

  it('is the council’s until the personal health budget covers the person', () => {
    const byNhs: RecordPaymentTerms = { ...terms, reference: 'PHB-1', payer: NHS_BODY, side: 'nhs' };
    scenario(transferCase)
      .given(...HISTORY_TO.bridging)
      .when(recordPayment(byNhs))
      .thenRefused(PhbNotStarted, /until then the council does/);
    const started = scenario(transferCase).given(...HISTORY_TO['phb-started']);
    started.when(recordPayment(byNhs)).thenRefused(FieldRefused, /covers the person from 3 June 2024/);
    const covered = { from: plainDate('2024-06-03'), until: plainDate('2024-07-01') };
    started.when(recordPayment({ ...byNhs, ...covered })).thenEvents([
      {
        ...paymentMade,
        data: { ...paymentMade.data, paymentReference: 'PHB-1', payer: NHS_BODY, ...covered },
      },
    ]);
  });

  it('below zero takes one payment back in full, once', () => {
    const event = {
      type: 'transfer-case.payment-made',
      occurredOn: plainDate('2024-05-02'),
      data: { paymentReference: 'DP-0001-R', ...reversed },
    } as const;
    paid.when(recordPayment(reversal)).thenEvents([event]);
    paid.given(event).when(recordPayment(reversal)).thenNothing();
    paid
      .given(event)
      .when(recordPayment({ ...reversal, reference: 'DP-0001-S' }))
      .thenRefused(FieldRefused, /has been reversed already/);
  });

  it('below zero is refused unless it mirrors the payment that it names', () => {
    const { reverses: __reverses, ...unnamed } = reversal;
    paid.when(recordPayment(unnamed)).thenRefused(FieldRefused, /names the payment that it takes back/);
    alerted.when(recordPayment(reversal)).thenRefused(FieldRefused, /has no payment DP-0001 to reverse/);
    paid
      .when(recordPayment({ ...reversal, amountPence: pence(-100) }))
      .thenRefused(FieldRefused, /has the payer and days of payment DP-0001/);
  });

  it('is refused at zero, in the future, for no days and without a reference', () => {
    const refused = (changes: Partial<RecordPaymentTerms>, words: RegExp) =>
      alerted.when(recordPayment({ ...terms, ...changes })).thenRefused(FieldRefused, words);
    refused({ amountPence: pence(0) }, /above zero/);
    refused({ today: plainDate('2024-04-14') }, /in the future/);
    refused({ until: plainDate('2024-04-15') }, /The last day is before 15 April 2024/);
    refused({ reference: 'for Mrs Example' }, /A reference has letters/);
  });
});
