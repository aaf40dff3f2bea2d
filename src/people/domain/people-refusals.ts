import { Refusal } from '../../kernel/refusal.js';
import { dateInWords, type PlainDate } from '../../kernel/plain-date.js';

/** Two people cannot have one number: whoever looks at both decides which of them is whose, or that they are one. */
export class NhsNumberTaken extends Refusal {
  override readonly name = 'NhsNumberTaken';
  readonly code = 'nhs-number-taken';
  readonly kind = 'conflict';
  override readonly facts: Readonly<Record<string, string>>;
  override readonly fields = [
    {
      pointer: '/nhsNumber',
      code: this.code,
      detail: 'Another person of your organisation has this NHS number',
    },
  ];

  constructor(readonly personId: string) {
    super('Another person of your organisation has this NHS number: look at both and correct one of them');
    this.facts = { personId };
  }
}

/** The details were removed for good, so nothing is added to them. */
export class PersonRemoved extends Refusal {
  override readonly name = 'PersonRemoved';
  readonly code = 'person-removed';
  readonly kind = 'conflict';
  override readonly facts: Readonly<Record<string, string>>;

  constructor(removedOn: PlainDate) {
    super(`The details of this person were removed on ${dateInWords(removedOn)}, and none are added`);
    this.facts = { removedOn };
  }
}
