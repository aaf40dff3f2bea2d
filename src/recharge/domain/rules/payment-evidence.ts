import { sumPence, type Pence } from '../../../kernel/pence.js';
import { clip, cutAt, includes, uncovered, type Period } from '../../../kernel/period.js';
import { addYears, earliest, type PlainDate } from '../../../kernel/plain-date.js';

/** Money that a body paid for some days. A reversal is a negative payment for the same days. */
export interface PaymentMade extends Period {
  readonly reference: string;
  /** The organisation whose money it was; absent when it was nobody's public money. */
  readonly payer?: string;
  readonly paidOn: PlainDate;
  readonly amountPence: Pence;
}

/** What shows that the days of a line were paid for. */
export interface PaymentEvidence {
  /** References of the payments that cover any of the days, in the order in which they were recorded. */
  readonly references: readonly string[];
  /** The days that nobody is recorded to have paid for. */
  readonly daysWithoutPayment: readonly Period[];
  /** The first day on which a claim for the oldest payment is out of time. */
  readonly claimBefore?: PlainDate;
}

/** A claim for money paid is out of time six years after the payment (Limitation Act 1980, section 5). */
export const LIMITATION_YEARS = 6;

/**
 * The evidence that `payingBody` paid for the days. A day counts as paid when the payments that cover it come to more than
 * nothing, so a payment that was reversed is no evidence.
 */
export function evidenceFor(
  days: Period,
  payments: readonly PaymentMade[],
  payingBody: string,
  limitationYears: number = LIMITATION_YEARS,
): PaymentEvidence {
  const covering = payments.filter(
    (payment) => payment.payer === payingBody && clip(days, payment) !== undefined,
  );
  const edges = covering.flatMap(({ from, until }) => [from, until]);
  const paid = cutAt(days, edges).filter(
    (piece) =>
      sumPence(covering.filter((each) => includes(each, piece.from)).map((each) => each.amountPence)) > 0,
  );
  const [firstPaid, ...otherPaid] = covering.map(({ paidOn }) => paidOn);
  return {
    references: covering.map(({ reference }) => reference),
    daysWithoutPayment: uncovered(days, paid),
    ...(firstPaid === undefined
      ? {}
      : { claimBefore: addYears(earliest(firstPaid, ...otherPaid), limitationYears) }),
  };
}
