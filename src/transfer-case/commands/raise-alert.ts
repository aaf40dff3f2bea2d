import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { sideOfBody } from '../../agreement/index.js';
import { todayInLondon, type Clock } from '../../kernel/clock.js';
import { referenceFromBytes } from '../../kernel/ids.js';
import { refuseRoleOfOtherSide } from '../../platform/access/side-of-role.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import { derivedBytes } from '../../platform/event-store/derived-id.js';
import type { Committed } from '../../platform/event-store/streams.js';
import type { CaseRecord } from '../domain/case-record.js';
import { raiseAlert, type RaiseAlertTerms } from '../domain/raise-alert/raise-alert.decision.js';
import { transferCase } from '../domain/transfer-case.js';
import { namedBody } from './named-body.js';
import { CaseRegisters } from './case-registers.js';
import { existing, TransferCases } from './transfer-cases.js';

/** The prefix of a case's reference. */
export const CASE_PREFIX = 'TC';

export interface AlertTerms extends Omit<RaiseAlertTerms, 'caseRef' | 'council' | 'nhsBody' | 'today'> {
  /** ODS code. */
  readonly nhsBody: string;
}

/** The council of the caller alerts an NHS body. */
export class RaiseAlert {
  constructor(
    readonly terms: AlertTerms,
    readonly context: CommandContext,
  ) {}
}

@CommandHandler(RaiseAlert)
export class RaiseAlertHandler implements ICommandHandler<RaiseAlert, Committed<CaseRecord>> {
  constructor(
    private readonly cases: TransferCases,
    private readonly registers: CaseRegisters,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws NotYourSide when the caller's organisation is no council, and whatever the decision refuses. */
  async execute({ terms, context }: RaiseAlert): Promise<Committed<CaseRecord>> {
    // From the command's id, so that the same command sent again names the same case.
    const caseRef = referenceFromBytes(CASE_PREFIX, derivedBytes('transfer-case', context.commandId));
    const council = context.actor.organisation;
    refuseRoleOfOtherSide(context.actor, sideOfBody(council));
    const { nhsBody, personReference, alertedOn } = terms;
    const raise = raiseAlert({
      ...terms,
      caseRef,
      council: namedBody(council, alertedOn),
      nhsBody: namedBody(nhsBody, alertedOn),
      today: todayInLondon(this.clock),
    });
    // An alert that would be refused must not take the person's reference.
    const { revision } = await this.cases.streams.load(caseRef);
    if (revision === 0) raise(transferCase.initial);
    await this.registers.claim({ caseRef, council, personReference, nhsBody }, context);
    return existing(await this.cases.streams.transact(caseRef, raise, context, { subject: caseRef }));
  }
}
