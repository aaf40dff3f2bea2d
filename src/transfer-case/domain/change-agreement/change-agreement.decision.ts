import { refuseUnlessReasonCode } from '../../../kernel/field-checks.js';
import { isSamePerson, type Person } from '../../../kernel/event.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { DutiesApart } from '../../../kernel/refusal.js';
import type { CaseDecision } from '../case-decision.js';
import type { AgreementChange, CaseAgreement, CaseRecord } from '../case-record.js';
import { CaseNotReady } from '../stages.js';
import type { TransferCaseEvent } from '../transfer-case.events.js';

export interface ChangeAgreementTerms {
  /** The version that the case is to keep from now on, as both bodies signed it. */
  readonly agreement: CaseAgreement;
  readonly side: AgreementChange['signatures'][number]['side'];
  /** Who signs. */
  readonly signer: Person;
  readonly reasonCode: string;
  readonly signedOn: PlainDate;
}

/** Somebody else has signed the change for this body, or one person would sign for both. */
export class ChangeSignedAlready extends DutiesApart {
  override readonly name = 'ChangeSignedAlready';
  readonly code = 'change-signed-already';
  readonly kind = 'conflict';

  constructor(bySamePerson: boolean) {
    super(
      bySamePerson
        ? 'You have signed the change for the other body; a different person signs for this one'
        : 'Somebody else has signed the change for this body',
    );
  }
}

/**
 * Signs that the case keeps another version of the agreement than the one of its liability start. The first signature
 * proposes it; with the second, by a different person of the other body, the case is bound to it. Another version proposed
 * meanwhile takes the place of the proposal. No document that was issued changes by it.
 *
 * @throws CaseNotReady before the case is bound to any version.
 * @throws ChangeSignedAlready when another person signed for the side, or the same one for the other.
 * @throws FieldRefused when the reason is no code.
 */
export const changeAgreement =
  (terms: ChangeAgreementTerms): CaseDecision =>
  (state) => {
    switch (state.stage) {
      case 'bridging':
      case 'phb-started':
      case 'complete':
      case 'transferring-back':
      case 'back-with-council':
        return signed(state, terms);
      case 'none':
      case 'merged':
      case 'alerted':
      case 'acknowledged':
      case 'assessing':
      case 'not-eligible':
      case 'eligible':
      case 'withdrawn':
        throw new CaseNotReady('change-agreement', state.stage);
    }
  };

function signed(
  { agreement: bound, agreementChange }: CaseRecord,
  { agreement, side, signer, reasonCode, signedOn }: ChangeAgreementTerms,
): readonly TransferCaseEvent[] {
  const { agreementId, version } = agreement;
  const { id: by } = signer;
  const isThis = (each: Pick<CaseAgreement, 'agreementId' | 'version'> | undefined) =>
    each?.agreementId === agreementId && each.version === version;
  const open = isThis(agreementChange) ? agreementChange : undefined;
  // What the case keeps already needs no signature, unless it takes the place of another proposal.
  if (agreementChange === undefined && isThis(bound)) return [];
  const own = open?.signatures.find((each) => each.side === side);
  if (own?.by === by) return [];
  if (own !== undefined) throw new ChangeSignedAlready(false);
  const others = open?.signatures ?? [];
  if (others.some(({ by: id, staff }) => isSamePerson(signer, { id, ...(staff !== undefined && { staff }) })))
    throw new ChangeSignedAlready(true);
  refuseUnlessReasonCode('/reasonCode', reasonCode);
  const signature: TransferCaseEvent = {
    type: 'transfer-case.agreement-change-signed',
    occurredOn: signedOn,
    data: { agreementId, version, side, by, reasonCode },
  };
  if (others.length === 0) return [signature];
  return [signature, { type: 'transfer-case.agreement-bound', occurredOn: signedOn, data: agreement }];
}
