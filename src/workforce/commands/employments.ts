import { Inject, Injectable } from '@nestjs/common';
import {
  boundOptions,
  DEFAULT_OPTIONS,
  optionsOfCase,
  organisationDirectory,
} from '../../agreement/index.js';
import type { Actor, Decision } from '../../kernel/event.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import { EVENT_STORE, type EventStore } from '../../platform/event-store/event-store.js';
import { Streams, type Committed } from '../../platform/event-store/streams.js';
import { CaseNotFound, liabilityLimits, TransferCases } from '../../transfer-case/index.js';
import { settingOfCase, type CaseSetting } from '../domain/case-setting.js';
import { employment, type Employment, type EmploymentRecord } from '../domain/employment.js';
import { EmploymentNotFound } from '../domain/refusals.js';
import type { WorkforceEvent } from '../domain/workforce.events.js';

/** Which employment a command is about, and which version of it the caller saw. */
export interface Target {
  readonly employmentId: string;
  readonly ifRevision: number;
}

/** The employments as their streams tell them, for those who may see their case. */
@Injectable()
export class Employments {
  readonly streams: Streams<Employment, WorkforceEvent>;

  constructor(
    @Inject(EVENT_STORE) store: EventStore,
    private readonly cases: TransferCases,
  ) {
    this.streams = new Streams(store, employment);
  }

  /**
   * Carries out a decision on an employment that the actor may see, on the version that the actor saw.
   *
   * @throws EmploymentNotFound when there is none, or the actor's organisation has no part in its case.
   * @throws NotYourSide when the actor's role is one of the other side than their organisation.
   */
  async transact(
    { employmentId, ifRevision }: Target,
    decide: Decision<Employment, WorkforceEvent>,
    context: CommandContext,
  ): Promise<Committed<Employment>> {
    const { caseRef } = await this.inCase(employmentId, (ref) => this.cases.getToAddTo(ref, context.actor));
    return this.streams.transact(employmentId, decide, context, { ifRevision, subject: caseRef });
  }

  /** @throws EmploymentNotFound when there is none, or the actor's organisation has no part in its case. */
  async get(employmentId: string, actor: Actor): Promise<EmploymentRecord> {
    return this.inCase(employmentId, (caseRef) => this.cases.get(caseRef, actor));
  }

  /** What the case of an employment says today about liability and the terms of sharing. */
  async settingOf({ caseRef }: EmploymentRecord, actor: Actor): Promise<CaseSetting> {
    const { state } = await this.cases.get(caseRef, actor);
    const reader = { options: boundOptions, defaults: DEFAULT_OPTIONS };
    const limits = liabilityLimits(state, optionsOfCase(state.agreement).transferBackNoticeDays);
    return settingOfCase(state, limits, reader, organisationDirectory);
  }

  private async inCase(
    employmentId: string,
    findCase: (caseRef: string) => Promise<unknown>,
  ): Promise<EmploymentRecord> {
    const { state } = await this.streams.load(employmentId);
    if (state.stage === 'none') throw new EmploymentNotFound();
    try {
      await findCase(state.caseRef);
      return state;
    } catch (refusal) {
      // The case would give away that the employment exists.
      throw refusal instanceof CaseNotFound ? new EmploymentNotFound() : refusal;
    }
  }
}
