import { describe, it } from '@jest/globals';
import { alertRaised } from '../../../../test/support/example-transfer-case.js';
import { scenario } from '../../../../test/support/scenario.js';
import { pence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { PaymentReferenceReused } from '../record-payment/payment-reference-reused.js';
import type { TransferCaseEvent } from '../transfer-case.events.js';
import { transferCase } from '../transfer-case.js';
import { recordContributionReceipt } from './record-contribution-receipt.decision.js';

const period = { from: plainDate('2024-04-15'), until: plainDate('2024-05-13') };
const paidOn = plainDate('2024-05-10');
const terms = {
  reference: 'CR-0001',
  paidOn,
  ...period,
  amountPence: pence(34_972),
  today: plainDate('2024-05-10'),
};
const received: TransferCaseEvent = {
  type: 'transfer-case.contribution-received',
  occurredOn: paidOn,
  data: { receiptReference: 'CR-0001', receivedOn: paidOn, ...period, amountPence: pence(34_972) },
};

describe('Recording a contribution that was received', () => {
  const alerted = scenario(transferCase).given(alertRaised);

  it('keeps what the person really paid and for which days', () => {
    alerted.when(recordContributionReceipt(terms)).thenEvents([received]);
  });

  it('said again is silence, with another sum it is refused', () => {
    alerted.given(received).when(recordContributionReceipt(terms)).thenNothing();
    alerted
      .given(received)
      .when(recordContributionReceipt({ ...terms, amountPence: pence(1) }))
      .thenRefused(PaymentReferenceReused, /CR-0001/);
  });

  it('is refused at zero, in the future, for no days and without a reference', () => {
    const refused = (changes: Partial<typeof terms>, words: RegExp) =>
      alerted.when(recordContributionReceipt({ ...terms, ...changes })).thenRefused(FieldRefused, words);
    refused({ amountPence: pence(0) }, /above zero/);
    refused({ today: plainDate('2024-05-09') }, /in the future/);
    refused({ until: period.from }, /The last day is before/);
    refused({ reference: '' }, /A reference has letters/);
  });
});
