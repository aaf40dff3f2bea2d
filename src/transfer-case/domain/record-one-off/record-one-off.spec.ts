import { describe, expect, it } from '@jest/globals';
import {
  alertRaised,
  awardRateSet,
  COUNCIL,
  HISTORY_TO,
  oneOffPaid,
} from '../../../../test/support/example-transfer-case.js';
import { numberedUuid, recordedHistory } from '../../../../test/support/recorded.js';
import { scenario } from '../../../../test/support/scenario.js';
import { pence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { AlreadyRecorded } from '../already-recorded.js';
import { PaymentReferenceReused } from '../record-payment/payment-reference-reused.js';
import { foldTransferCase, transferCase } from '../transfer-case.js';
import { recordOneOff, type RecordOneOffTerms } from './record-one-off.decision.js';

const terms: RecordOneOffTerms = { ...oneOffPaid.data, today: plainDate('2024-05-10') };
const ONE_OFF_EVENT = numberedUuid(2);

describe('Recording a one-off payment', () => {
  const alerted = scenario(transferCase).given(alertRaised);
  const paid = alerted.given(oneOffPaid);

  it('keeps what was bought, when, for which days, and who approved it before', () => {
    alerted.when(recordOneOff(terms)).thenEvents([oneOffPaid]);
  });

  it('is taken while nobody has said for which days it is good or whether it was approved', () => {
    const { approval: _, benefit: _benefit, ...bare } = terms;
    const { approval: _approval, benefit: _days, ...data } = oneOffPaid.data;
    alerted.when(recordOneOff(bare)).thenEvents([{ ...oneOffPaid, data }]);
  });

  it.each(['redundancy-pay', 'notice-pay'] as const)(
    'is refused for %s, which is shared elsewhere',
    (kind) => {
      alerted
        .when(recordOneOff({ ...terms, kind }))
        .thenRefused(FieldRefused, /never charged in bridging: they are shared by the time/);
    },
  );

  it('said again is silence, with other facts it has to name the event that it corrects', () => {
    const dearer = { ...terms, amountPence: pence(19_000) };
    const corrected = { ...oneOffPaid.data, amountPence: pence(19_000), corrects: ONE_OFF_EVENT };
    paid.when(recordOneOff(terms)).thenNothing();
    paid.when(recordOneOff(dearer)).thenRefused(AlreadyRecorded, /One-off payment REC-118/);
    paid
      .when(recordOneOff({ ...dearer, corrects: ONE_OFF_EVENT }))
      .thenEvents([{ ...oneOffPaid, data: corrected }]);
  });

  it('is taken back by a correction to nothing, which stands in the place of the payment', () => {
    const nothing = { ...oneOffPaid.data, amountPence: pence(0), corrects: ONE_OFF_EVENT };
    paid
      .when(recordOneOff({ ...terms, amountPence: pence(0), corrects: ONE_OFF_EVENT }))
      .thenEvents([{ ...oneOffPaid, data: nothing }]);
    const state = foldTransferCase(
      recordedHistory([alertRaised, oneOffPaid, { ...oneOffPaid, data: nothing }]),
    );
    expect(state).toMatchObject({ oneOffs: [{ receiptReference: 'REC-118', amountPence: 0 }] });
  });

  it('is refused for a correction of another fact, or to the receipt of another payment', () => {
    const other = { ...oneOffPaid, data: { ...oneOffPaid.data, receiptReference: 'REC-119' } };
    alerted
      .given(awardRateSet)
      .when(recordOneOff({ ...terms, corrects: ONE_OFF_EVENT }))
      .thenRefused(FieldRefused, /No fact that stands/);
    paid
      .given(other)
      .when(recordOneOff({ ...terms, receiptReference: 'REC-119', corrects: ONE_OFF_EVENT }))
      .thenRefused(PaymentReferenceReused, /REC-119/);
  });

  it('is refused at nothing, below it, in the future, and for days that end before they begin', () => {
    const refused = (changes: Partial<RecordOneOffTerms>, words: RegExp) =>
      alerted.when(recordOneOff({ ...terms, ...changes })).thenRefused(FieldRefused, words);
    const from = plainDate('2024-06-03');
    refused({ amountPence: pence(0) }, /above zero/);
    refused({ amountPence: pence(-1) }, /above zero/);
    refused({ today: plainDate('2024-05-06') }, /in the future/);
    refused({ benefit: { from, until: from } }, /The last day is before/);
    refused({ receiptReference: 'Mrs Smith' }, /A reference has letters/);
  });

  it('is refused with an approval that does not say by whom and when, or with one that was not given', () => {
    const refused = (approval: NonNullable<RecordOneOffTerms['approval']>) =>
      alerted
        .when(recordOneOff({ ...terms, approval }))
        .thenRefused(FieldRefused, /An approval says by whom and on which day/);
    refused({ outcome: 'approved' });
    refused({ outcome: 'approved', by: 'phb-team-4' });
    refused({ outcome: 'not-approved', on: plainDate('2024-05-02') });
  });

  it('is taken for ever, since a late receipt changes what is owed', () => {
    for (const stage of ['complete', 'back-with-council', 'withdrawn'] as const) {
      scenario(transferCase)
        .given(...HISTORY_TO[stage])
        .when(recordOneOff({ ...terms, payer: COUNCIL }))
        .thenEvents([oneOffPaid]);
    }
  });
});
