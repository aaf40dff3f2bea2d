import { Refusal } from '../../kernel/refusal.js';
import { faultsOf, type RowFault } from '../../platform/imports/import-report.js';
import type { CaseRecord } from '../domain/case-record.js';
import { recordPayment, type RecordPaymentTerms } from '../domain/record-payment/record-payment.decision.js';
import type { PaymentRow, PaymentRowReport } from './payment-import-report.js';

/** The columns of the file that the fields of a payment come from. */
const COLUMN_OF_FIELD: Readonly<Record<string, string>> = {
  '/paymentReference': 'payment_reference',
  '/paidOn': 'paid_on',
  '/from': 'covers_from',
  '/lastDay': 'covers_to',
  '/amount': 'amount',
};

const NO_SUCH_CASE: RowFault = {
  column: 'case_reference',
  code: 'case-not-found',
  detail: 'There is no such case, or your organisation has no part in it',
};

/**
 * What would become of a row: imported, there already, or refused with every reason.
 *
 * @param record the case that it names with the payments of earlier rows; nothing when the actor may see none
 * @param terms the payment; nothing when a value could not be read
 */
export function judgePayment(
  row: PaymentRow,
  record: CaseRecord | undefined,
  terms?: RecordPaymentTerms,
): PaymentRowReport {
  const { line, caseReference, paymentReference, payment, faults } = row;
  const report = (
    result: PaymentRowReport['result'],
    reasons: readonly RowFault[] = [],
  ): PaymentRowReport => ({
    line,
    caseReference,
    paymentReference,
    result,
    ...(payment && { amountPence: payment.amountPence }),
    reasons,
  });
  const isNamed = faults.every(({ column }) => column !== 'case_reference');
  if (record === undefined) return report('refused', isNamed ? [NO_SUCH_CASE, ...faults] : faults);
  if (terms === undefined) return report('refused', faults);
  try {
    return report(recordPayment(terms)(record).length === 0 ? 'already-there' : 'would-import');
  } catch (fault) {
    if (fault instanceof Refusal) return report('refused', faultsOf(fault, COLUMN_OF_FIELD));
    throw fault;
  }
}
