import { Inject, Optional } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Clock } from '../../kernel/clock.js';
import type { Actor } from '../../kernel/event.js';
import { FieldRefused } from '../../kernel/refusal.js';
import { COLLEAGUES, type Colleagues } from '../../platform/access/colleagues.js';
import { CASE_WORKER } from '../../platform/access/side-of-role.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { Committed } from '../../platform/event-store/streams.js';
import { assignCase, type AssignCaseTerms } from '../domain/assign-case/assign-case.decision.js';
import { unassignCase, type UnassignCaseTerms } from '../domain/assign-case/unassign-case.decision.js';
import type { CaseRecord, CaseSide } from '../domain/case-record.js';
import { CaseCommand, CaseHandler, type Given } from './case-command.js';
import { byTheCase, sideOf, TransferCases } from './transfer-cases.js';

/** Gives a case to somebody of the actor's own body. */
export class AssignCase extends CaseCommand<Omit<Given<AssignCaseTerms>, 'side'>> {}

/** Leaves nobody of the actor's own body with a case. */
export class UnassignCase extends CaseCommand<Omit<Given<UnassignCaseTerms>, 'side'>> {}

@CommandHandler(AssignCase)
export class AssignCaseHandler
  extends CaseHandler
  implements ICommandHandler<AssignCase, Committed<CaseRecord>>
{
  constructor(
    cases: TransferCases,
    @Inject(CLOCK) clock: Clock,
    // A process without an HTTP server knows no staff, and assigns nothing.
    @Optional() @Inject(COLLEAGUES) private readonly colleagues?: Colleagues,
  ) {
    super(cases, clock);
  }

  /** @throws FieldRefused when the assignee works no cases for the actor's organisation today. */
  async execute({ caseRef, terms, context, ifRevision }: AssignCase): Promise<Committed<CaseRecord>> {
    const { actor } = context;
    // Whoever may not see the case is told so first, and learns nothing about the staff.
    await this.cases.getToActOn(caseRef, actor);
    await this.refuseUnlessWorker(actor, terms.assignee);
    const decision = byTheCase((record) =>
      assignCase({ ...terms, side: ownSide(record, actor), today: this.today }),
    );
    return this.cases.decide(caseRef, decision, context, ifRevision);
  }

  private async refuseUnlessWorker({ id, organisation, role }: Actor, assignee: string): Promise<void> {
    const fitting = Object.values(CASE_WORKER).find((each) => each === role);
    if (fitting !== undefined && assignee === id) return;
    const workers = fitting && (await this.colleagues?.holding(fitting, organisation, this.today));
    if (workers?.includes(assignee) === true) return;
    throw new FieldRefused(
      '/assignee',
      'works-no-cases-here',
      'Nobody who works cases for your organisation today has this sign-in id',
    );
  }
}

@CommandHandler(UnassignCase)
export class UnassignCaseHandler
  extends CaseHandler
  implements ICommandHandler<UnassignCase, Committed<CaseRecord>>
{
  execute({ caseRef, terms, context, ifRevision }: UnassignCase): Promise<Committed<CaseRecord>> {
    const decision = byTheCase((record) =>
      unassignCase({ ...terms, side: ownSide(record, context.actor), today: this.today }),
    );
    return this.cases.decide(caseRef, decision, context, ifRevision);
  }
}

/** Whoever has no part in a case never comes as far as to a decision on it. */
function ownSide(record: CaseRecord, actor: Actor): CaseSide {
  return sideOf(record, actor) === 'council' ? 'council' : 'nhs-body';
}
