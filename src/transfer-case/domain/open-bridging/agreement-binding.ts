import type { PlainDate } from '../../../kernel/plain-date.js';
import type { CaseAgreement } from '../case-record.js';
import type { TransferCaseFact } from '../transfer-case.events.js';

/** The event that binds the case to a version of an agreement; none when it is bound to that version already. */
export function agreementBinding(
  agreement: CaseAgreement,
  bound: CaseAgreement | undefined,
  occurredOn: PlainDate,
): readonly TransferCaseFact<'transfer-case.agreement-bound'>[] {
  return bound?.agreementId === agreement.agreementId && bound.version === agreement.version
    ? []
    : [{ type: 'transfer-case.agreement-bound', occurredOn, data: agreement }];
}
