import { isReference } from '../../../kernel/ids.js';
import { InvalidValue } from '../../../kernel/invalid-value.js';
import { periodOfDays, type Period } from '../../../kernel/period.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import type { CsvRow } from '../../../platform/imports/csv-rows.js';
import { dayFromCsv, penceFromCsv } from '../../../platform/imports/csv-values.js';
import type { PaymentRow, RowFault } from '../../commands/payment-import-report.js';
import { CASE_PREFIX } from '../../commands/vocabulary.js';

/** The columns of a file of payments. `covers_to` is the last day that is covered. */
export const PAYMENT_COLUMNS = [
  'case_reference',
  'payment_reference',
  'paid_on',
  'covers_from',
  'covers_to',
  'amount',
] as const;

export type PaymentColumn = (typeof PAYMENT_COLUMNS)[number];

/** Reads a row, collecting every value that cannot be read instead of stopping at the first. */
export function paymentRow({ line, values }: CsvRow<PaymentColumn>): PaymentRow {
  const faults: RowFault[] = [];
  const read = <Value>(column: PaymentColumn, parse: (text: string) => Value): Value | undefined => {
    try {
      return parse(values[column]);
    } catch (fault) {
      if (!(fault instanceof InvalidValue)) throw fault;
      faults.push({ column, code: 'cannot-be-read', detail: fault.message });
      return undefined;
    }
  };
  const caseReference = read('case_reference', asCaseReference);
  const paymentReference = read('payment_reference', asText);
  const paidOn = read('paid_on', dayFromCsv);
  const from = read('covers_from', dayFromCsv);
  const lastDay = read('covers_to', dayFromCsv);
  const amountPence = read('amount', penceFromCsv);
  const days =
    from === undefined || lastDay === undefined
      ? undefined
      : read('covers_to', () => coveredDays(from, lastDay));
  const named = {
    line,
    caseReference: values.case_reference,
    paymentReference: values.payment_reference,
    faults,
  };
  if (
    caseReference === undefined ||
    paymentReference === undefined ||
    paidOn === undefined ||
    days === undefined ||
    amountPence === undefined
  ) {
    return named;
  }
  return { ...named, payment: { reference: paymentReference, paidOn, ...days, amountPence } };
}

function coveredDays(from: PlainDate, lastDay: PlainDate): Period {
  if (lastDay < from) throw new InvalidValue(`${lastDay} is before ${from}, the first day covered`);
  return periodOfDays(from, lastDay);
}

function asCaseReference(text: string): string {
  if (!isReference(CASE_PREFIX, text)) {
    throw new InvalidValue(`"${text}" is not a case reference such as ${CASE_PREFIX}-7F3K92QD1M`);
  }
  return text;
}

function asText(text: string): string {
  if (text === '') throw new InvalidValue('The payment has no reference');
  return text;
}
