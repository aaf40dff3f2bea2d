import { Inject, Injectable } from '@nestjs/common';
import { organisationDirectory } from '../../agreement/index.js';
import type { Actor, Decision } from '../../kernel/event.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import { EVENT_STORE, type EventStore } from '../../platform/event-store/event-store.js';
import { Streams, type Committed, type Loaded } from '../../platform/event-store/streams.js';
import { CaseNotFound, TransferCases, type CaseRecord } from '../../transfer-case/index.js';
import type { Acting } from '../domain/acting.js';
import type { RechargeEvent } from '../domain/recharge.events.js';
import { recharge, type Recharge, type RechargeRecord } from '../domain/recharge.js';
import { RechargeNotFound } from '../domain/refusals.js';

/** A recharge with the case that it is about. */
export interface RechargeOfCase {
  readonly record: RechargeRecord;
  /** The version of the recharge. */
  readonly revision: number;
  readonly theCase: CaseRecord;
}

/** The recharges as their streams tell them, for those who may see their cases. */
@Injectable()
export class Recharges {
  readonly streams: Streams<Recharge, RechargeEvent>;

  constructor(
    @Inject(EVENT_STORE) store: EventStore,
    private readonly cases: TransferCases,
  ) {
    this.streams = new Streams(store, recharge);
  }

  /** @throws RechargeNotFound when there is none, or the actor's organisation has no part in its case. */
  async get(rechargeRef: string, actor: Actor): Promise<RechargeOfCase> {
    return this.inCase(rechargeRef, (caseRef) => this.cases.get(caseRef, actor));
  }

  /**
   * Carries out a decision on a recharge that is there and that the actor may see.
   *
   * @param lookLast what may refuse it after the version and the decision allow it, before it is recorded
   * @throws RechargeNotFound, StaleRevision, and whatever the decision or the last look refuses.
   * @throws NotYourSide when the actor's role is one of the other side than their organisation.
   */
  async transact(
    rechargeRef: string,
    decide: Decision<Recharge, RechargeEvent>,
    context: CommandContext,
    ifRevision: number,
    lookLast?: (state: Recharge) => Promise<void>,
  ): Promise<Committed<Recharge>> {
    const { record } = await this.inCase(rechargeRef, (ref) => this.cases.getToActOn(ref, context.actor));
    const options = { ifRevision, subject: record.caseRef, ...(lookLast && { lookLast }) };
    return this.streams.transact(rechargeRef, decide, context, options);
  }

  private async inCase(
    rechargeRef: string,
    findCase: (caseRef: string) => Promise<Loaded<CaseRecord>>,
  ): Promise<RechargeOfCase> {
    const { state: record, revision } = await this.streams.load(rechargeRef);
    if (record.stage === 'none') throw new RechargeNotFound();
    try {
      return { record, revision, theCase: (await findCase(record.caseRef)).state };
    } catch (fault) {
      // Saying that the case is not there would say that the recharge is.
      if (fault instanceof CaseNotFound) throw new RechargeNotFound();
      throw fault;
    }
  }
}

/** The actor as the decisions see one: with the bodies that their organisation stands for. */
export function actingOf({ id, organisation, ...right }: Actor): Acting {
  return { ...right, by: id, standsFor: organisationDirectory.withPredecessors(organisation) };
}
