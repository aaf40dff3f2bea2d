import { Refusal, type RefusedField } from '../../kernel/refusal.js';

/** By what a text tells who the person of a case is. */
export const IDENTIFIERS = ['nhs-number', 'national-insurance-number', 'birth-date', 'name'] as const;
export type Identifier = (typeof IDENTIFIERS)[number];

/** A text of a document that tells who somebody is. The text itself is not repeated. */
export interface FoundIdentifier {
  readonly pointer: string;
  readonly identifier: Identifier;
}

const IN_WORDS: Readonly<Record<Identifier, string>> = {
  'nhs-number': 'what can be an NHS number',
  'national-insurance-number': 'what can be a National Insurance number',
  'birth-date': 'the date of birth of a person of the case',
  name: 'a name of a person of the case',
};

/** A document names nobody: it is scanned and passed on where many may read it. */
export class IdentityOnDocument extends Refusal {
  override readonly name = 'IdentityOnDocument';
  readonly code = 'identity-on-document';
  readonly kind = 'invalid';
  override readonly fields: readonly RefusedField[];

  constructor(found: readonly FoundIdentifier[]) {
    const said = found.map(({ pointer, identifier }) => `${pointer} holds ${IN_WORDS[identifier]}`);
    super(`A document carries the reference of its case and names nobody: ${said.join('; ')}`);
    this.fields = found.map(({ pointer, identifier }) => ({
      pointer,
      code: identifier,
      detail: `It holds ${IN_WORDS[identifier]}`,
    }));
  }
}
