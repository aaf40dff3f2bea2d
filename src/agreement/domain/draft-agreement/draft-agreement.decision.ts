import type { Decision } from '../../../kernel/event.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Agreement } from '../agreement.js';
import type { AgreementEvent } from '../agreement.events.js';
import { councilOn, nhsBodyOn } from '../legal-bodies.js';
import { DEFAULT_OPTIONS } from '../options.js';
import type { OrganisationDirectory } from '../organisation.js';
import { sideOf } from '../parties.js';
import { completeTerms, sameTerms, type ProposedTerms } from '../terms.js';

export interface NewAgreement {
  readonly agreementId: string;
  readonly council: string;
  readonly nhsBody: string;
  /** The drafter's organisation and every body that it took over from. */
  readonly standsFor: readonly string[];
  readonly terms: ProposedTerms;
  readonly draftedOn: PlainDate;
}

/** The two bodies have an agreement already; a change of it is a new version. */
export class AgreementExists extends Refusal {
  readonly code = 'agreement-exists';
  readonly kind = 'conflict';
  override readonly facts: { readonly agreementId: string };

  constructor(agreementId: string) {
    super('These two bodies have a local agreement already; draft a new version of it');
    this.facts = { agreementId };
  }
}

/** An agreement is drafted by one of the two bodies that it binds. */
export class NotYourAgreement extends Refusal {
  readonly code = 'not-your-agreement';
  readonly kind = 'forbidden';

  constructor() {
    super('An agreement is drafted by one of its two bodies, and your organisation is neither');
  }
}

/**
 * Drafts the first version of the agreement between two bodies; an option that is not named takes its default.
 *
 * @throws NotYourAgreement when the drafter's organisation is neither body.
 * @throws AgreementExists when the two bodies have one with other terms.
 * @throws FieldRefused when a body cannot be a party on the first day, or an option is outside its limits.
 */
export const draftAgreement =
  (
    { agreementId, council, nhsBody, standsFor, terms, draftedOn }: NewAgreement,
    directory: OrganisationDirectory,
  ): Decision<Agreement, AgreementEvent> =>
  (state) => {
    if (sideOf({ council, nhsBody }, standsFor) === undefined) throw new NotYourAgreement();
    councilOn(directory, council, terms.inForceFrom, '/council');
    nhsBodyOn(directory, nhsBody, terms.inForceFrom, '/nhsBody');
    const complete = completeTerms(terms, DEFAULT_OPTIONS);
    switch (state.stage) {
      case 'none':
        return [
          {
            type: 'agreement.drafted',
            occurredOn: draftedOn,
            data: { agreementId, council, nhsBody, version: 1, ...complete },
          },
        ];
      case 'draft':
      case 'partly-signed':
      case 'in-force': {
        const [first] = state.versions;
        if (first !== undefined && sameTerms(first, complete)) return [];
        throw new AgreementExists(agreementId);
      }
    }
  };
