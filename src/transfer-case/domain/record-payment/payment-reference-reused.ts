import { FieldRefused } from '../../../kernel/refusal.js';

/** The reference names another payment or receipt of this case already: counting both could count one sum twice. */
export class PaymentReferenceReused extends FieldRefused {
  constructor(pointer: '/paymentReference' | '/receiptReference', reference: string) {
    super(
      pointer,
      'payment-reference-reused',
      `${reference} is recorded in this case already with another day, period or amount`,
    );
  }
}
