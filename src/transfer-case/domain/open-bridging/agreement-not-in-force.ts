import { Refusal } from '../../../kernel/refusal.js';
import { dateInWords, type PlainDate } from '../../../kernel/plain-date.js';

/** Nothing makes it lawful that the council pays for the NHS body: no agreement of the two is in force on the day. */
export class AgreementNotInForce extends Refusal {
  override readonly name = 'AgreementNotInForce';
  readonly code = 'agreement-not-in-force';
  readonly kind = 'conflict';
  override readonly facts: { readonly council: string; readonly nhsBody: string; readonly day: PlainDate };

  constructor(council: string, nhsBody: string, day: PlainDate) {
    super(
      `${council} and ${nhsBody} had no agreement in force on ${dateInWords(day)}, when liability starts`,
    );
    this.facts = { council, nhsBody, day };
  }
}
