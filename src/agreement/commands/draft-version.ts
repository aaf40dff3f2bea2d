import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { todayInLondon, type Clock } from '../../kernel/clock.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import type { Committed } from '../../platform/event-store/streams.js';
import type { Agreement } from '../domain/agreement.js';
import { draftVersion } from '../domain/draft-version/draft-version.decision.js';
import { organisationDirectory } from '../domain/loaded-organisations.js';
import { ownAgreement } from '../domain/own-agreement.js';
import type { ProposedTerms } from '../domain/terms.js';
import { Agreements } from './agreements.js';
import { bodiesOf } from './bodies-of.js';

/** Drafts the next version of an agreement, decided on the revision that the drafter saw. */
export class DraftVersion {
  constructor(
    readonly agreementId: string,
    readonly terms: ProposedTerms,
    readonly ifRevision: number,
    readonly context: CommandContext,
  ) {}
}

@CommandHandler(DraftVersion)
export class DraftVersionHandler implements ICommandHandler<DraftVersion, Committed<Agreement>> {
  constructor(
    private readonly agreements: Agreements,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ agreementId, terms, ifRevision, context }: DraftVersion): Promise<Committed<Agreement>> {
    const draftedOn = todayInLondon(this.clock);
    const draft = { agreementId, standsFor: bodiesOf(context.actor, draftedOn), terms, draftedOn };
    return this.agreements.streams.transact(
      agreementId,
      draftVersion(draft, organisationDirectory),
      context,
      { ifRevision, guard: (state) => void ownAgreement(state, agreementId, draft.standsFor) },
    );
  }
}
