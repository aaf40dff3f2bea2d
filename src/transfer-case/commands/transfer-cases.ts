import { Inject, Injectable } from '@nestjs/common';
import { organisationDirectory } from '../../agreement/index.js';
import type { Actor } from '../../kernel/event.js';
import { Refusal } from '../../kernel/refusal.js';
import { refuseRoleOfOtherSide, type BodySide } from '../../platform/access/side-of-role.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import { EVENT_STORE, type EventStore } from '../../platform/event-store/event-store.js';
import { Streams, type Committed, type Loaded } from '../../platform/event-store/streams.js';
import type { CaseDecision } from '../domain/case-decision.js';
import type { CaseRecord, TransferCase } from '../domain/case-record.js';
import { nhsBodiesOf } from '../domain/rules/nhs-body-on.js';
import type { TransferCaseEvent } from '../domain/transfer-case.events.js';
import { transferCase } from '../domain/transfer-case.js';

/** There is no such case, or none that the actor's organisation may see: the answer is the same for both. */
export class CaseNotFound extends Refusal {
  override readonly name = 'CaseNotFound';
  readonly code = 'case-not-found';
  readonly kind = 'not-found';

  constructor(readonly caseRef: string) {
    super('There is no such case, or your organisation has no part in it');
  }
}

/** The case was merged, and takes no more: not itself, and not what hangs on it. */
export class CaseMerged extends Refusal {
  override readonly name = 'CaseMerged';
  readonly code = 'case-merged';
  readonly kind = 'conflict';
  override readonly facts: { readonly into: string };

  constructor(into: string) {
    super(`The case was merged: record it on ${into}, which goes on in its place`);
    this.facts = { into };
  }
}

/** The cases as their streams tell them, for those who may see them. */
@Injectable()
export class TransferCases {
  readonly streams: Streams<TransferCase, TransferCaseEvent>;

  constructor(@Inject(EVENT_STORE) store: EventStore) {
    this.streams = new Streams(store, transferCase);
  }

  /**
   * The case as it stands now, with its version.
   *
   * @throws CaseNotFound when there is none, or the actor's organisation is neither the council nor the NHS body of the
   * case nor a body that took over from one of them.
   */
  async get(caseRef: string, actor: Actor): Promise<Loaded<CaseRecord>> {
    const { state, revision } = await this.streams.load(caseRef);
    return { state: seenBy(actor, caseRef, state), revision };
  }

  /**
   * The case as `get`, for an actor who is about to change it or what hangs on it.
   *
   * @throws CaseNotFound as `get`.
   * @throws NotYourSide when the actor's role is one of the other side than their organisation.
   */
  async getToActOn(caseRef: string, actor: Actor): Promise<Loaded<CaseRecord>> {
    const loaded = await this.get(caseRef, actor);
    refuseOtherSide(actor, loaded.state);
    return loaded;
  }

  /**
   * The case as `getToActOn`, for an actor who is about to record something that hangs on it.
   *
   * @throws CaseMerged when another case goes on in its place.
   */
  async getToAddTo(caseRef: string, actor: Actor): Promise<Loaded<CaseRecord>> {
    const loaded = await this.getToActOn(caseRef, actor);
    if (loaded.state.merger !== undefined) throw new CaseMerged(loaded.state.merger.into);
    return loaded;
  }

  /**
   * Carries out a decision on a case that the actor may see and act on.
   *
   * @param ifRevision the version that the caller saw
   * @throws CaseNotFound, NotYourSide as `getToActOn`, and whatever `Streams.transact` throws.
   */
  async decide(
    caseRef: string,
    decision: CaseDecision,
    context: CommandContext,
    ifRevision?: number,
  ): Promise<Committed<CaseRecord>> {
    return existing(
      await this.streams.transact(caseRef, decision, context, {
        subject: caseRef,
        guard: (state) => refuseOtherSide(context.actor, seenBy(context.actor, caseRef, state)),
        ...(ifRevision !== undefined && { ifRevision }),
      }),
    );
  }
}

/** The case, for an actor who may see it; see `TransferCases.get`. */
function seenBy(actor: Actor, caseRef: string, state: TransferCase): CaseRecord {
  if (state.stage === 'none' || sideOf(state, actor) === undefined) throw new CaseNotFound(caseRef);
  return state;
}

function refuseOtherSide(actor: Actor, record: CaseRecord): void {
  refuseRoleOfOtherSide(actor, sideOf(record, actor));
}

/** A decision whose terms follow from the very case that it is made on. */
export function byTheCase(decisionFor: (record: CaseRecord) => CaseDecision): CaseDecision {
  return (state) => {
    if (state.stage === 'none') throw new TypeError('A case that is not there is decided on by nobody');
    return decisionFor(state)(state);
  };
}

/** What a command left behind, where the case is known to be there. */
export function existing(committed: Committed<TransferCase>): Committed<CaseRecord> {
  const { state } = committed;
  if (state.stage === 'none') throw new TypeError('A command on a case leaves one behind');
  return { ...committed, state };
}

/** On which side of a case the actor's organisation stands; nothing when it has no part in the case. */
export function sideOf(
  { council, ...bodies }: Pick<CaseRecord, 'council' | 'nhsBody' | 'areaChanges'>,
  { organisation }: Actor,
): BodySide | undefined {
  const represented = organisationDirectory.withPredecessors(organisation);
  if (represented.includes(council)) return 'council';
  return nhsBodiesOf(bodies).some((body) => represented.includes(body)) ? 'nhs' : undefined;
}
