import { Inject, Injectable } from '@nestjs/common';
import { todayInLondon, type Clock } from '../../kernel/clock.js';
import type { Pence } from '../../kernel/pence.js';
import { personOf } from '../../kernel/recorded-facts.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import { derivedId } from '../../platform/event-store/derived-id.js';
import { EVENT_STORE, type EventStore } from '../../platform/event-store/event-store.js';
import { Streams, type Loaded } from '../../platform/event-store/streams.js';
import {
  chargeRegister,
  type ChargeClaim,
  type ChargeRegister,
} from '../domain/charge-register/charge-register.js';
import type { ChargeRegisterEvent } from '../domain/charge-register/charge-register.events.js';
import {
  claimForApproval,
  claimForMerger,
  claimForRecharge,
  pendingBeside,
  releaseMerger,
  type ApprovalTerms,
} from '../domain/charge-register/claim.decision.js';

/** A sum that is about to be approved, and what refuses it together with others of the moment. */
export interface ApprovalToClaim extends Pick<
  ApprovalTerms,
  'reference' | 'direction' | 'amountPence' | 'counted'
> {
  /** @returns what counts beside it in all, in pence. @throws Refusal when that is above a limit. */
  readonly refuseWith: (pendingPence: Pence) => Pence;
}

// Between a claim and what it is for lie milliseconds. One that is this old without it was left behind by a crash.
const ABANDONED_AFTER_MS = 5 * 60 * 1000;

/** Keeps a case from being merged while a recharge of it is made, and from being charged while it is merged. */
@Injectable()
export class ChargeRegisters {
  private readonly streams: Streams<ChargeRegister, ChargeRegisterEvent>;

  constructor(
    @Inject(EVENT_STORE) store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.streams = new Streams(store, chargeRegister);
  }

  load(caseRef: string): Promise<Loaded<ChargeRegister>> {
    return this.streams.load(caseRef);
  }

  /** @throws CaseBeingMerged */
  async claimRecharge(caseRef: string, reference: string, context: CommandContext): Promise<void> {
    const claim = claimForRecharge({ ...this.by(context), reference });
    await this.streams.transact(caseRef, claim, this.ownCommand(context), this.about(caseRef));
  }

  /**
   * @param seen the register as it was when no recharge stood
   * @throws StaleRevision when a recharge was claimed since.
   * @throws CaseBeingMerged when another command merges the case.
   */
  async claimMerger(
    caseRef: string,
    reference: string,
    { state, revision }: Loaded<ChargeRegister>,
    context: CommandContext,
  ): Promise<void> {
    const isAbandoned = state.merger !== undefined && this.isOld(state.merger);
    const claim = claimForMerger({ ...this.by(context), reference }, isAbandoned);
    // A merger that was refused may be sent again, and has to claim again.
    const own = this.ownCommand(context, `${revision}`);
    await this.streams.transact(caseRef, claim, own, { ...this.about(caseRef), ifRevision: revision });
  }

  /**
   * @returns what counts beside the sum, in pence
   * @throws Refusal what `refuseWith` refuses, and then nothing is claimed.
   */
  async claimApproval(
    caseRef: string,
    { refuseWith, ...sum }: ApprovalToClaim,
    context: CommandContext,
  ): Promise<Pence> {
    const terms = {
      ...sum,
      ...this.by(context),
      approver: personOf(context.actor),
      isPending: (claim: ChargeClaim) => !this.isOld(claim),
    };
    const claim = claimForApproval(terms, refuseWith);
    const { revision } = await this.streams.load(caseRef);
    // An approval that was refused after it was claimed may be sent again, and claims again.
    const own = this.ownCommand(context, 'approval', `${revision}`);
    const { state } = await this.streams.transact(caseRef, claim, own, this.about(caseRef));
    return refuseWith(pendingBeside(state, terms));
  }

  async releaseMerger(caseRef: string, context: CommandContext): Promise<void> {
    const { revision } = await this.streams.load(caseRef);
    const own = this.ownCommand(context, `release ${revision}`);
    await this.streams.transact(caseRef, releaseMerger(this.by(context)), own, this.about(caseRef));
  }

  /** The recharges that are claimed and may still be made. */
  pending({ recharges }: ChargeRegister): readonly string[] {
    return recharges.filter((claim) => !this.isOld(claim)).map(({ reference }) => reference);
  }

  private isOld({ claimedAt }: ChargeClaim): boolean {
    return this.clock.now().getTime() - Date.parse(claimedAt) > ABANDONED_AFTER_MS;
  }

  private by({ commandId }: CommandContext) {
    return { heldBy: commandId, today: todayInLondon(this.clock) };
  }

  /** A command id of its own: the events of the recharge and of the case are derived from the caller's. */
  private ownCommand(context: CommandContext, ...attempt: readonly string[]): CommandContext {
    return { ...context, commandId: derivedId('charge-register', context.commandId, ...attempt) };
  }

  /** Not a part of the case's history: it says only who came first. */
  private about(caseRef: string) {
    return { subject: `charge-register:${caseRef}` };
  }
}
