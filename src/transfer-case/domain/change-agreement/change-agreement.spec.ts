import { describe, expect, it } from '@jest/globals';
import {
  agreementChangeSigned,
  BOUND_AGREEMENT,
  HISTORY_TO,
} from '../../../../test/support/example-transfer-case.js';
import { recordedHistory, SOMEBODY } from '../../../../test/support/recorded.js';
import { scenario } from '../../../../test/support/scenario.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { CaseNotReady } from '../stages.js';
import { foldTransferCase, transferCase } from '../transfer-case.js';
import type { TransferCaseEvent } from '../transfer-case.events.js';
import { changeAgreement, ChangeSignedAlready } from './change-agreement.decision.js';

const SECOND = { ...BOUND_AGREEMENT, version: 2 };
const byCouncil = {
  agreement: SECOND,
  side: 'council',
  signer: { id: 'staff-council-2' },
  reasonCode: 'rate-basis-agreed',
  signedOn: plainDate('2024-06-17'),
} as const;
const byNhsBody = { ...byCouncil, side: 'nhs-body', signer: { id: 'staff-nhs-3' } } as const;
const signedByNhsBody: TransferCaseEvent = {
  ...agreementChangeSigned,
  data: { ...agreementChangeSigned.data, side: 'nhs-body', by: 'staff-nhs-3' },
};
const bound: TransferCaseEvent = {
  type: 'transfer-case.agreement-bound',
  occurredOn: plainDate('2024-06-17'),
  data: SECOND,
};

describe('Binding a case to another version of the agreement', () => {
  const complete = scenario(transferCase).given(...HISTORY_TO.complete);
  const proposed = scenario(transferCase).given(...HISTORY_TO.complete, agreementChangeSigned);

  it('is proposed by the first signature, which changes nothing yet', () => {
    complete.when(changeAgreement(byCouncil)).thenEvents([agreementChangeSigned]);
  });

  it('is done with the signature of a different person of the other body', () => {
    proposed.when(changeAgreement(byNhsBody)).thenEvents([signedByNhsBody, bound]);
  });

  it('said again is silence, also once it is done', () => {
    proposed.when(changeAgreement(byCouncil)).thenNothing();
    proposed.given(signedByNhsBody, bound).when(changeAgreement(byCouncil)).thenNothing();
  });

  it('takes one person for each body', () => {
    proposed
      .when(changeAgreement({ ...byCouncil, signer: { id: 'staff-council-9' } }))
      .thenRefused(ChangeSignedAlready, /^Somebody else has signed/);
    proposed
      .when(changeAgreement({ ...byNhsBody, signer: { id: 'staff-council-2' } }))
      .thenRefused(ChangeSignedAlready, /^You have signed the change for the other body/);
  });

  it('takes another person for the other body, and not another account of the same', () => {
    const recordedBy = { ...SOMEBODY, id: 'staff-council-2', staff: 'SM-2' };
    const state = foldTransferCase(
      recordedHistory([...HISTORY_TO.complete, agreementChangeSigned], { recordedBy }),
    );
    const other = changeAgreement({ ...byNhsBody, signer: { id: 'staff-nhs-3', staff: 'SM-2' } });
    expect(() => other(state)).toThrow(/^You have signed the change for the other body/);
  });

  it('gives way to another version that is proposed instead, which needs both signatures again', () => {
    const third = { ...SECOND, version: 3 };
    proposed
      .when(changeAgreement({ ...byNhsBody, agreement: third }))
      .thenEvents([{ ...signedByNhsBody, data: { ...signedByNhsBody.data, version: 3 } }]);
  });

  it('needs no signature for the version that the case keeps', () => {
    complete.when(changeAgreement({ ...byCouncil, agreement: BOUND_AGREEMENT })).thenNothing();
  });

  it('is refused before the case is bound to any, and for a reason in free text', () => {
    scenario(transferCase)
      .given(...HISTORY_TO.eligible)
      .when(changeAgreement(byCouncil))
      .thenRefused(CaseNotReady, /Change agreement/);
    complete
      .when(changeAgreement({ ...byCouncil, reasonCode: 'Because we said so' }))
      .thenRefused(FieldRefused, /A reason is a code/);
  });
});
