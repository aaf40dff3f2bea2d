import type { Decision } from '../../../kernel/event.js';
import { dateInWords, type PlainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import type { Agreement, AgreementRecord } from '../agreement.js';
import type { AgreementEvent } from '../agreement.events.js';
import { councilOn, nhsBodyOn } from '../legal-bodies.js';
import { DEFAULT_OPTIONS } from '../options.js';
import type { OrganisationDirectory } from '../organisation.js';
import { ownAgreement } from '../own-agreement.js';
import { completeTerms, sameTerms, type ProposedTerms } from '../terms.js';

export interface NewVersion {
  readonly agreementId: string;
  /** The drafter's organisation and every body that it took over from. */
  readonly standsFor: readonly string[];
  readonly terms: ProposedTerms;
  readonly draftedOn: PlainDate;
}

/**
 * Drafts the next version; an option that is not named stays as in the version before. A version that nobody or only one
 * side signed is replaced, since there is one draft on the table at a time.
 *
 * @throws AgreementNotFound when there is no agreement, or the drafter's organisation is no party to it.
 * @throws FieldRefused when a body cannot be a party on the first day, an option is outside its limits, or the version
 * would begin before the one in force.
 */
export const draftVersion =
  (
    { agreementId, standsFor, terms, draftedOn }: NewVersion,
    directory: OrganisationDirectory,
  ): Decision<Agreement, AgreementEvent> =>
  (state) => {
    const { agreement } = ownAgreement(state, agreementId, standsFor);
    const { council, nhsBody, versions } = agreement;
    const latest = versions.at(-1);
    const complete = completeTerms(terms, latest?.options ?? DEFAULT_OPTIONS);
    if (latest !== undefined && sameTerms(latest, complete)) return [];

    councilOn(directory, council, complete.inForceFrom, '/inForceFrom');
    nhsBodyOn(directory, nhsBody, complete.inForceFrom, '/inForceFrom');
    checkBeginsLater(agreement, complete.inForceFrom);
    const version = versions.length + 1;
    return [
      {
        type: 'agreement.drafted',
        occurredOn: draftedOn,
        data: { agreementId, council, nhsBody, version, ...complete },
      },
    ];
  };

function checkBeginsLater({ versions }: AgreementRecord, inForceFrom: PlainDate): void {
  const inForce = versions.find(({ status }) => status === 'in-force');
  if (inForce === undefined || inForce.inForceFrom < inForceFrom) return;
  const detail = `A new version begins after ${dateInWords(inForce.inForceFrom)}, when version ${inForce.version} began`;
  throw new FieldRefused('/inForceFrom', 'begins-too-early', detail);
}
