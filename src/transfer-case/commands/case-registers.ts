import { Inject, Injectable } from '@nestjs/common';
import { organisationDirectory } from '../../agreement/index.js';
import { todayInLondon, type Clock } from '../../kernel/clock.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import { derivedId } from '../../platform/event-store/derived-id.js';
import { EVENT_STORE, type EventStore } from '../../platform/event-store/event-store.js';
import { Streams } from '../../platform/event-store/streams.js';
import { caseRegister, type CaseRegister, type Claim } from '../domain/case-register/case-register.js';
import type { CaseRegisterEvent } from '../domain/case-register/case-register.events.js';
import { claimReference, DuplicateCase } from '../domain/case-register/claim-reference.decision.js';
import { releaseReference } from '../domain/case-register/release-reference.decision.js';
import { TransferCases } from './transfer-cases.js';

/** Whose reference a case takes, and for the move to which NHS body. */
export interface ClaimedReference {
  readonly caseRef: string;
  readonly council: string;
  readonly personReference: string;
  readonly nhsBody: string;
}

// Between a claim and its alert lie milliseconds. A claim that is this old without an alert was left behind by a crash.
const ABANDONED_AFTER_MS = 5 * 60 * 1000;

/** Keeps one person from having two live cases between the same two bodies. */
@Injectable()
export class CaseRegisters {
  private readonly streams: Streams<CaseRegister, CaseRegisterEvent>;

  constructor(
    @Inject(EVENT_STORE) store: EventStore,
    private readonly cases: TransferCases,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.streams = new Streams(store, caseRegister);
  }

  /**
   * Takes the person's reference for a case, before its alert is raised. The same command sent again finds its own claim.
   *
   * @throws DuplicateCase when another live case has it.
   */
  async claim(reference: ClaimedReference, context: CommandContext): Promise<void> {
    const { caseRef, council, personReference, nhsBody } = reference;
    const id = derivedId('case-register', council, personReference);
    const { state } = await this.streams.load(id);
    const claim = claimReference({
      caseRef,
      nhsBody,
      lineage: lineageOf(nhsBody),
      finished: await this.finished(state.claims),
      today: todayInLondon(this.clock),
    });
    // A command id of its own: the alert's events are derived from the caller's.
    const commandId = derivedId('case-register', context.commandId);
    await this.streams.transact(id, claim, { ...context, commandId }, { subject: `register:${id}` });
    await this.refuseUnlessHeld(id, reference);
  }

  /** Lets go of the reference of a case that goes on no more; a case that holds none is left as it is. */
  async release(
    { caseRef, council, personReference }: Omit<ClaimedReference, 'nhsBody'>,
    context: CommandContext,
  ): Promise<void> {
    const id = derivedId('case-register', council, personReference);
    const { revision } = await this.streams.load(id);
    if (revision === 0) return;
    const release = releaseReference({ caseRef, today: todayInLondon(this.clock) });
    const commandId = derivedId('case-register', context.commandId);
    await this.streams.transact(id, release, { ...context, commandId }, { subject: `register:${id}` });
  }

  /** A repeated command was answered as it was then; since then another case may have taken over. */
  private async refuseUnlessHeld(id: string, { caseRef, nhsBody }: ClaimedReference): Promise<void> {
    const { state } = await this.streams.load(id);
    if (state.claims.some((claim) => claim.caseRef === caseRef)) return;
    const lineage = lineageOf(nhsBody);
    const holder = state.claims.find((claim) => lineage.includes(claim.nhsBody));
    if (holder !== undefined) throw new DuplicateCase(holder.caseRef);
  }

  private async finished(claims: readonly Claim[]): Promise<readonly string[]> {
    const over = await Promise.all(claims.map((claim) => this.isOver(claim)));
    return claims.filter((_, index) => over[index]).map(({ caseRef }) => caseRef);
  }

  private async isOver({ caseRef, claimedAt }: Claim): Promise<boolean> {
    const { state } = await this.cases.streams.load(caseRef);
    switch (state.stage) {
      case 'none':
        return this.clock.now().getTime() - Date.parse(claimedAt) > ABANDONED_AFTER_MS;
      case 'withdrawn':
      case 'merged':
      case 'complete':
      case 'transferring-back':
      case 'back-with-council':
        return true;
      case 'alerted':
      case 'acknowledged':
      case 'assessing':
      case 'not-eligible':
      case 'eligible':
      case 'bridging':
      case 'phb-started':
        return false;
    }
  }
}

/** The body, those that it took over from, and those that took over from it. */
function lineageOf(nhsBody: string): readonly string[] {
  const successors = organisationDirectory
    .all()
    .map(({ code }) => code)
    .filter((code) => organisationDirectory.withPredecessors(code).includes(nhsBody));
  return [...new Set([...organisationDirectory.withPredecessors(nhsBody), ...successors])];
}
