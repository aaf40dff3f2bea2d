import { Refusal } from '../../kernel/refusal.js';

/** There is no such agreement, or none that the actor's organisation is a party to. */
export class AgreementNotFound extends Refusal {
  readonly code = 'agreement-not-found';
  readonly kind = 'not-found';

  constructor(agreementId: string) {
    super(`There is no local agreement ${agreementId} that you can see`);
  }
}
