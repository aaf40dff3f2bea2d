import { InvalidValue } from '../../../kernel/invalid-value.js';
import { periodOfDays, type Period } from '../../../kernel/period.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import type { CsvRow } from '../../../platform/imports/csv-rows.js';
import {
  dayFromCsv,
  penceFromCsv,
  referenceFromCsv,
  textFromCsv,
} from '../../../platform/imports/csv-values.js';
import { allRead, RowReading } from '../../../platform/imports/row-reading.js';
import type { PaymentRow } from '../../commands/payment-import-report.js';
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

const caseReference = referenceFromCsv(CASE_PREFIX, 'case');
const paymentReference = textFromCsv('The payment has no reference');

export function paymentRow({ line, values }: CsvRow<PaymentColumn>): PaymentRow {
  const row = new RowReading(values);
  row.read('case_reference', caseReference);
  const reference = row.read('payment_reference', paymentReference);
  const paidOn = row.read('paid_on', dayFromCsv);
  const from = row.read('covers_from', dayFromCsv);
  const lastDay = row.read('covers_to', dayFromCsv);
  const amountPence = row.read('amount', penceFromCsv);
  const ends = allRead({ from, lastDay });
  const days = ends && row.read('covers_to', () => coveredDays(ends.from, ends.lastDay));
  const payment = allRead({ reference, paidOn, from: days?.from, until: days?.until, amountPence });
  return {
    line,
    caseReference: values.case_reference,
    paymentReference: values.payment_reference,
    faults: row.faults,
    ...(payment && row.faults.length === 0 && { payment }),
  };
}

function coveredDays(from: PlainDate, lastDay: PlainDate): Period {
  if (lastDay < from) throw new InvalidValue(`${lastDay} is before ${from}, the first day covered`);
  return periodOfDays(from, lastDay);
}
