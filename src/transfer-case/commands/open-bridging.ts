import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Clock } from '../../kernel/clock.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { Committed } from '../../platform/event-store/streams.js';
import type { CaseRecord } from '../domain/case-record.js';
import { openBridging } from '../domain/open-bridging/open-bridging.decision.js';
import { AgreementAtLiability } from './agreement-at-liability.js';
import { CaseCommand, CaseHandler } from './case-command.js';
import { TransferCases } from './transfer-cases.js';

/** The council goes on paying for the NHS body, under the agreement in force. */
export class OpenBridging extends CaseCommand<{ readonly openedOn: PlainDate }> {}

@CommandHandler(OpenBridging)
export class OpenBridgingHandler
  extends CaseHandler
  implements ICommandHandler<OpenBridging, Committed<CaseRecord>>
{
  constructor(
    cases: TransferCases,
    @Inject(CLOCK) clock: Clock,
    private readonly agreement: AgreementAtLiability,
  ) {
    super(cases, clock);
  }

  async execute({ caseRef, terms, context, ifRevision }: OpenBridging): Promise<Committed<CaseRecord>> {
    const { state, revision } = await this.cases.get(caseRef, context.actor);
    const inForce = await this.agreement.of(state);
    const open = openBridging({ ...terms, inForce, today: this.today });
    // The agreement was looked up for the liability of this version, so another version has to be looked up again.
    return this.cases.decide(caseRef, open, context, ifRevision ?? revision);
  }
}
