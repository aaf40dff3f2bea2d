import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Agreements, sideOfBody } from '../../agreement/index.js';
import type { Clock } from '../../kernel/clock.js';
import { personOf } from '../../kernel/recorded-facts.js';
import { FieldRefused } from '../../kernel/refusal.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { Committed } from '../../platform/event-store/streams.js';
import type { CaseRecord } from '../domain/case-record.js';
import { changeAgreement } from '../domain/change-agreement/change-agreement.decision.js';
import { CaseCommand, CaseHandler } from './case-command.js';
import { TransferCases } from './transfer-cases.js';

interface Terms {
  readonly agreementId: string;
  readonly version: number;
  readonly reasonCode: string;
}

/** Signs for the actor's body that the case keeps another version of the agreement. */
export class ChangeAgreement extends CaseCommand<Terms> {}

@CommandHandler(ChangeAgreement)
export class ChangeAgreementHandler
  extends CaseHandler
  implements ICommandHandler<ChangeAgreement, Committed<CaseRecord>>
{
  constructor(
    cases: TransferCases,
    @Inject(CLOCK) clock: Clock,
    private readonly agreements: Agreements,
  ) {
    super(cases, clock);
  }

  /** @throws FieldRefused when the two bodies of the case never signed the version. */
  async execute({ caseRef, terms, context, ifRevision }: ChangeAgreement): Promise<Committed<CaseRecord>> {
    const { organisation } = context.actor;
    const { state } = await this.cases.getToActOn(caseRef, context.actor);
    const signed = await this.agreements.signedVersion(state, terms);
    if (signed === undefined) {
      const detail = `${state.council} and ${state.nhsBody} never both signed version ${terms.version} of ${terms.agreementId}`;
      throw new FieldRefused('/version', 'no-such-version', detail);
    }
    const { options, ...version } = signed;
    const side = sideOfBody(organisation) === 'council' ? ('council' as const) : ('nhs-body' as const);
    const change = changeAgreement({
      agreement: { ...version, options: { ...options } },
      side,
      signer: personOf(context.actor),
      reasonCode: terms.reasonCode,
      signedOn: this.today,
    });
    return this.cases.decide(caseRef, change, context, ifRevision);
  }
}
