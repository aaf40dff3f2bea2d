import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { todayInLondon, type Clock } from '../../kernel/clock.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import type { Committed } from '../../platform/event-store/streams.js';
import type { Agreement } from '../domain/agreement.js';
import { draftAgreement } from '../domain/draft-agreement/draft-agreement.decision.js';
import { organisationDirectory } from '../domain/loaded-organisations.js';
import type { Parties } from '../domain/parties.js';
import type { ProposedTerms } from '../domain/terms.js';
import { agreementIdOf } from './agreement-id.js';
import { Agreements } from './agreements.js';
import { bodiesOf } from './bodies-of.js';

/** Drafts the first version of the agreement between two bodies. */
export class DraftAgreement {
  constructor(
    readonly parties: Parties,
    readonly terms: ProposedTerms,
    readonly context: CommandContext,
  ) {}
}

@CommandHandler(DraftAgreement)
export class DraftAgreementHandler implements ICommandHandler<DraftAgreement, Committed<Agreement>> {
  constructor(
    private readonly agreements: Agreements,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ parties, terms, context }: DraftAgreement): Promise<Committed<Agreement>> {
    const agreementId = agreementIdOf(parties);
    const draftedOn = todayInLondon(this.clock);
    const standsFor = bodiesOf(context.actor, draftedOn);
    const draft = { agreementId, ...parties, standsFor, terms, draftedOn };
    return this.agreements.streams.transact(
      agreementId,
      draftAgreement(draft, organisationDirectory),
      context,
    );
  }
}
