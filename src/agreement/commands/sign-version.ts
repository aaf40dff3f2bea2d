import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { todayInLondon, type Clock } from '../../kernel/clock.js';
import { personOf } from '../../kernel/recorded-facts.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import type { Committed } from '../../platform/event-store/streams.js';
import type { Agreement } from '../domain/agreement.js';
import { ownAgreement } from '../domain/own-agreement.js';
import { signVersion } from '../domain/sign-version/sign-version.decision.js';
import { Agreements } from './agreements.js';
import { bodiesOf } from './bodies-of.js';

/** Signs a version for the body that the actor works for, decided on the revision that the signer saw. */
export class SignVersion {
  constructor(
    readonly agreementId: string,
    readonly version: number,
    readonly ifRevision: number,
    readonly context: CommandContext,
  ) {}
}

@CommandHandler(SignVersion)
export class SignVersionHandler implements ICommandHandler<SignVersion, Committed<Agreement>> {
  constructor(
    private readonly agreements: Agreements,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ agreementId, version, ifRevision, context }: SignVersion): Promise<Committed<Agreement>> {
    const { actor } = context;
    const { id: by, ...person } = personOf(actor);
    const signedOn = todayInLondon(this.clock);
    const signature = {
      agreementId,
      version,
      by,
      ...person,
      standsFor: bodiesOf(actor, signedOn),
      signedOn,
    };
    return this.agreements.streams.transact(agreementId, signVersion(signature), context, {
      ifRevision,
      guard: (state) => void ownAgreement(state, agreementId, signature.standsFor),
    });
  }
}
