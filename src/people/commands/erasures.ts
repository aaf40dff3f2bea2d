import { Inject, Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { todayInLondon, type Clock } from '../../kernel/clock.js';
import { isSamePerson, type Person } from '../../kernel/event.js';
import { refuseUnlessReasonCode } from '../../kernel/field-checks.js';
import { FieldRefused } from '../../kernel/refusal.js';
import { referenceFromBytes } from '../../kernel/ids.js';
import { londonDateOf } from '../../kernel/plain-date.js';
import { AccessLog } from '../../platform/access-log/access-log.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import { classesOf, type FieldClass } from '../domain/details/detail-fields.js';
import {
  reasonsAgainst,
  refuseUnlessGrounded,
  type ErasureGrounds,
  type ReasonAgainst,
} from '../domain/erase/erasure-check.js';
import {
  ErasureNotOpen,
  ErasureRefused,
  ErasureRequested,
  PersonRemoved,
  SamePersonApproves,
} from '../domain/people-refusals.js';
import { ErasureRequests, type ErasureRequest } from '../records/erasure-requests.js';
import { KeyedIndex } from '../records/keyed-index.js';
import { nobodyThere } from '../records/nobody-there.js';
import { PeopleTable } from '../records/people-table.js';
import { RetentionFacts } from '../records/retention-facts.js';
import { PersonKeys } from '../records/person-keys.js';

/** What a removal would do, and what stands against it. */
export interface ErasurePreview {
  readonly personId: string;
  readonly goesDark: readonly FieldClass[];
  readonly versions: number;
  /** The cases that go on naming an id behind which nobody is any more. Their money stays as it is. */
  readonly cases: readonly string[];
  readonly legalHold: boolean;
  readonly reasonsAgainst: readonly ReasonAgainst[];
}

/** What the first of two people asks for. */
export interface GivenErasure extends ErasureGrounds {
  /** Code of why, such as `retention-review-2034`. */
  readonly reason: string;
}

export const ERASURE_PREFIX = 'ER';
const PURPOSE = 'removal';
/** In which a mistake can still be noticed. */
const WAITING_DAYS = 7;
const DAY_MS = 86_400_000;

/** The removal of a person's details by two people: requested, approved, and after a wait carried out by the worker. */
@Injectable()
export class Erasures {
  private readonly logger = new Logger('Erasures');

  constructor(
    private readonly people: PeopleTable,
    private readonly keys: PersonKeys,
    private readonly requests: ErasureRequests,
    private readonly index: KeyedIndex,
    private readonly retention: RetentionFacts,
    private readonly log: AccessLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem `not-found`, PersonRemoved, or FieldRefused when the grounds are not whole. */
  async preview(organisation: string, personId: string, grounds: ErasureGrounds): Promise<ErasurePreview> {
    const row = (await this.people.find(organisation, [personId])).get(personId);
    if (row === undefined) throw nobodyThere();
    const { legalHold, destroyedAt } = await this.keys.standing({ organisation, personId });
    if (destroyedAt !== undefined) throw new PersonRemoved(londonDateOf(destroyedAt));
    const today = todayInLondon(this.clock);
    const known = await this.retention.of(organisation, personId, londonDateOf(row.changedAt));
    refuseUnlessGrounded(grounds, today, known.classes);
    const { cases } = known;
    return {
      personId,
      goesDark: classesOf(Object.keys(row.sealed)),
      versions: row.version,
      cases: cases.map(({ caseRef }) => caseRef),
      legalHold,
      reasonsAgainst: reasonsAgainst({ ...grounds, ...known, legalHold, today }),
    };
  }

  /** @throws ErasureRefused when something stands against it, ErasureRequested when there is an open request. */
  async request(
    personId: string,
    { reason, ...grounds }: GivenErasure,
    context: CommandContext,
  ): Promise<ErasureRequest> {
    const { organisation, id: requestedBy, staff: requestedStaff = null } = context.actor;
    refuseUnlessReasonCode('/reason', reason, 'retention-review');
    const hashOf = await this.index.of(organisation);
    const requestId = referenceFromBytes(ERASURE_PREFIX, hashOf('command', context.commandId));
    const made = await this.requests.find(organisation, personId, requestId);
    if (made !== undefined) return made;
    await this.refuseUnlessPossible(organisation, personId, grounds);
    const request = {
      organisation,
      requestId,
      personId,
      authority: grounds.authority,
      reason,
      careEndedOn: grounds.careEndedOn ?? null,
      requestedAt: this.clock.now(),
      requestedBy,
      requestedStaff,
    };
    await this.logged('erasure-requested', personId, context, async (manager) => {
      if (!(await this.requests.add(manager, request))) throw new ErasureRequested();
    });
    return this.get(organisation, personId, requestId);
  }

  /** @throws SamePersonApproves, ErasureNotOpen, or ErasureRefused when something stands against it by now. */
  async approve(personId: string, requestId: string, context: CommandContext): Promise<ErasureRequest> {
    const { organisation, id: by } = context.actor;
    const request = await this.get(organisation, personId, requestId);
    if (request.approvedBy === by && request.withdrawnAt === null) return request;
    if (isSamePerson(requesterOf(request), context.actor)) throw new SamePersonApproves();
    await this.refuseUnlessPossible(organisation, personId, groundsOf(request));
    const at = this.clock.now();
    const dueAt = new Date(at.getTime() + WAITING_DAYS * DAY_MS);
    await this.logged('erasure-approved', personId, context, async (manager) => {
      if (!(await this.requests.approve(manager, request, by, at, dueAt))) throw new ErasureNotOpen();
    });
    return this.get(organisation, personId, requestId);
  }

  /** @throws ErasureNotOpen when it was carried out. */
  async withdraw(personId: string, requestId: string, context: CommandContext): Promise<ErasureRequest> {
    const { organisation, id: by } = context.actor;
    const request = await this.get(organisation, personId, requestId);
    if (request.withdrawnAt !== null) return request;
    await this.logged('erasure-withdrawn', personId, context, async (manager) => {
      if (!(await this.requests.withdraw(manager, request, by, this.clock.now()))) throw new ErasureNotOpen();
    });
    return this.get(organisation, personId, requestId);
  }

  /** Puts a legal hold on the details, or lifts it. @throws PersonRemoved when there is nothing to hold any more. */
  async hold(personId: string, held: boolean, context: CommandContext): Promise<void> {
    const { organisation } = context.actor;
    if (!(await this.people.find(organisation, [personId])).has(personId)) throw nobodyThere();
    await this.logged(held ? 'legal-hold-put' : 'legal-hold-lifted', personId, context, async () => {
      if (await this.keys.hold({ organisation, personId }, held)) return;
      const { destroyedAt = this.clock.now() } = await this.keys.standing({ organisation, personId });
      throw new PersonRemoved(londonDateOf(destroyedAt));
    });
  }

  /** The requests about a person, the newest first. @throws Problem `not-found`. */
  async list(organisation: string, personId: string): Promise<readonly ErasureRequest[]> {
    if (!(await this.people.find(organisation, [personId])).has(personId)) throw nobodyThere();
    return this.requests.ofPerson(organisation, personId);
  }

  /** The hash of the person's wrapped key, which proves which key was destroyed. */
  async keyHash(organisation: string, personId: string): Promise<string> {
    return (await this.keys.standing({ organisation, personId })).wrappedHash;
  }

  /**
   * Carries out what is due: destroys the key, takes the person out of every search, and records it. A request that something
   * stands against waits on, and one that cannot be carried out is told and tried again by the next run, without holding up the
   * others. When the process dies in between, the next run goes on where this one was.
   *
   * @returns how many people were removed
   */
  async carryOutDue(): Promise<number> {
    let removed = 0;
    for (const request of await this.requests.due(this.clock.now())) {
      try {
        if (await this.carryOut(request)) removed += 1;
      } catch (fault) {
        const { organisation, requestId } = request;
        const because = fault instanceof Error ? fault.message : String(fault);
        const message = 'a removal cannot be carried out';
        this.logger.error({ message, organisation, requestId, because });
      }
    }
    return removed;
  }

  private async carryOut(request: ErasureRequest): Promise<boolean> {
    const { organisation, personId, requestId, requestedBy, approvedBy, authority } = request;
    const owner = { organisation, personId };
    const at = this.clock.now();
    return this.people.database.transaction(async (manager) => {
      // A correction that has the person ends first, and what it wrote is looked at and goes with the rest.
      await this.people.lockVersion(manager, organisation, personId);
      if (!(await this.requests.lockOpen(manager, request))) return false;
      const { destroyedAt } = await this.keys.standing(owner);
      if (destroyedAt === undefined && !(await this.isPossible(request))) return false;
      const deed = { at, requestedBy, approvedBy: approvedBy ?? '', authority };
      if (!(await this.keys.destroy(owner, deed))) return false;
      await this.people.forgetHashes(manager, organisation, personId);
      await this.requests.carryOut(manager, request, at);
      const entry = { action: 'removed', people: [personId], fieldClasses: [], purpose: PURPOSE };
      const actor = { id: requestId, organisation, role: 'worker' };
      await this.log.record({ actor, correlationId: NO_CORRELATION }, [entry], manager);
      return true;
    });
  }

  private async isPossible(request: ErasureRequest): Promise<boolean> {
    const { organisation, personId } = request;
    try {
      const { reasonsAgainst: reasons } = await this.preview(organisation, personId, groundsOf(request));
      return reasons.length === 0;
    } catch (fault) {
      // Whole when it was requested, and not any more: a class was chosen since that runs from a day that nobody stated.
      if (fault instanceof FieldRefused) return false;
      throw fault;
    }
  }

  private async get(organisation: string, personId: string, requestId: string): Promise<ErasureRequest> {
    const request = await this.requests.find(organisation, personId, requestId);
    if (request === undefined) throw nobodyThere();
    return request;
  }

  private async refuseUnlessPossible(
    organisation: string,
    personId: string,
    grounds: ErasureGrounds,
  ): Promise<void> {
    const { reasonsAgainst: reasons } = await this.preview(organisation, personId, grounds);
    if (reasons.length > 0) throw new ErasureRefused(reasons);
  }

  private async logged(
    action: string,
    personId: string,
    context: CommandContext,
    work: (manager: EntityManager) => Promise<void>,
  ): Promise<void> {
    const entry = { action, people: [personId], fieldClasses: [], purpose: PURPOSE };
    await this.people.database.transaction(async (manager) => {
      await this.log.record(context, [entry], manager);
      await work(manager);
    });
  }
}

/** The worker was asked by nobody's request: the id of the request for removal stands for it. */
const NO_CORRELATION = '00000000-0000-0000-0000-000000000000';

function groundsOf({ authority, careEndedOn }: ErasureRequest): ErasureGrounds {
  return { authority, ...(careEndedOn !== null && { careEndedOn }) };
}

function requesterOf({ requestedBy: id, requestedStaff: staff }: ErasureRequest): Person {
  return { id, ...(staff !== null && { staff }) };
}
