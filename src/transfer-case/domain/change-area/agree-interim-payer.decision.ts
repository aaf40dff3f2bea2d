import { refuseUnlessReference } from '../../../kernel/field-checks.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { isRepeat } from '../already-recorded.js';
import type { CaseDecision } from '../case-decision.js';
import { refuseUnlessNhsBody, type NamedBody } from '../raise-alert/named-body.js';
import { CaseNotReady } from '../stages.js';

export interface InterimPayerTerms {
  /** The first day in dispute. */
  readonly from: PlainDate;
  readonly interimPayer: NamedBody;
  readonly documentReference: string;
  readonly corrects?: string;
}

/**
 * Two NHS bodies both deny that they are responsible, and one pays until that is settled. The days in dispute are in no
 * recharge meanwhile: who pays first does not say who is liable.
 *
 * @throws FieldRefused unless the payer is an NHS body in law on that day and the document is named by a reference.
 * @throws AlreadyRecorded when another payer is agreed and the caller does not name the event.
 */
export const agreeInterimPayer =
  ({ interimPayer, corrects, ...said }: InterimPayerTerms): CaseDecision =>
  (state) => {
    if (state.stage === 'none' || state.stage === 'merged')
      throw new CaseNotReady('agree-interim-payer', state.stage);
    const dispute = { ...said, interimPayer: interimPayer.code };
    const standing = state.areaDispute && {
      fact: state.areaDispute,
      eventId: state.standing['interim-payer'],
    };
    if (isRepeat('The interim payer', dispute, standing, corrects)) return [];
    refuseUnlessNhsBody('/interimPayer', interimPayer, said.from);
    refuseUnlessReference('/documentReference', said.documentReference);
    return [
      {
        type: 'transfer-case.interim-payer-agreed',
        occurredOn: said.from,
        data: { ...dispute, ...(corrects !== undefined && { corrects }) },
      },
    ];
  };
