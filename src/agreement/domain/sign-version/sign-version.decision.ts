import { isSamePerson, type Decision, type Person } from '../../../kernel/event.js';
import { personOf } from '../../../kernel/recorded-facts.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { DutiesApart, Refusal } from '../../../kernel/refusal.js';
import { openVersionOf, type Agreement, type AgreementRecord, type AgreementVersion } from '../agreement.js';
import type { AgreementEvent, Side } from '../agreement.events.js';
import { ownAgreement } from '../own-agreement.js';

export interface NewSignature extends Omit<Person, 'id'> {
  readonly agreementId: string;
  readonly version: number;
  /** The sign-in id of who signs. */
  readonly by: string;
  /** The signer's organisation and every body that it took over from. */
  readonly standsFor: readonly string[];
  readonly signedOn: PlainDate;
}

/** The version cannot be signed any more, or is not there. */
export class VersionNotOpen extends Refusal {
  readonly code = 'version-not-open';
  readonly kind = 'conflict';
  override readonly facts: { readonly openVersion?: number };

  constructor(version: number, openVersion: number | undefined) {
    super(`Version ${version} is not open for signature`);
    this.facts = openVersion === undefined ? {} : { openVersion };
  }
}

/** Somebody else has signed for this side. */
export class AlreadySigned extends Refusal {
  readonly code = 'already-signed';
  readonly kind = 'conflict';
  override readonly facts: { readonly side: Side };

  constructor(side: Side) {
    super(`Somebody else has signed for the ${side === 'council' ? 'council' : 'NHS body'}`);
    this.facts = { side };
  }
}

/** One person cannot sign for both bodies. */
export class SamePersonForBothSides extends DutiesApart {
  readonly code = 'same-person-for-both-sides';
  readonly kind = 'conflict';

  constructor() {
    super('You have signed for the other body; a different person signs for this one');
  }
}

/**
 * Signs a version for the side that the signer's organisation stands for. The second side's signature brings it into
 * force from its first day and supersedes the version before.
 *
 * @throws AgreementNotFound when there is no agreement, or the signer's organisation is no party to it.
 * @throws VersionNotOpen when the version is not the one on the table.
 * @throws AlreadySigned when another person signed for the side.
 * @throws SamePersonForBothSides when the signer signed for the other side.
 */
export const signVersion =
  (signature: NewSignature): Decision<Agreement, AgreementEvent> =>
  (state) => {
    const { agreementId, version, by, signedOn } = signature;
    const { agreement, side } = ownAgreement(state, agreementId, signature.standsFor);
    const named = agreement.versions.find((each) => each.version === version);
    const own = named?.signatures.find((each) => each.side === side);
    if (own?.by === by) return [];

    const open = openVersionOf(agreement);
    if (open?.version !== version) throw new VersionNotOpen(version, open?.version);
    if (own !== undefined) throw new AlreadySigned(side);
    if (open.signatures.some((each) => isSamePerson(signerOf(each), signerOf(signature))))
      throw new SamePersonForBothSides();
    const signed: AgreementEvent = {
      type: 'agreement.signed',
      occurredOn: signedOn,
      data: { version, side, by },
    };
    return open.signatures.length === 0 ? [signed] : [signed, ...bringIntoForce(agreement, open)];
  };

function signerOf({ by: id, ...person }: Omit<Person, 'id'> & Pick<NewSignature, 'by'>): Person {
  return personOf({ id, ...person });
}

function bringIntoForce(state: AgreementRecord, signed: AgreementVersion): readonly AgreementEvent[] {
  const { version, inForceFrom: from } = signed;
  const older = state.versions.find(({ status }) => status === 'in-force');
  const intoForce: AgreementEvent = {
    type: 'agreement.brought-into-force',
    occurredOn: from,
    data: { version, from },
  };
  if (older === undefined) return [intoForce];
  const data = { version: older.version, byVersion: version, from };
  return [{ type: 'agreement.superseded', occurredOn: from, data }, intoForce];
}
