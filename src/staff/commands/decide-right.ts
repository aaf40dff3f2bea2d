import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { todayInLondon, type Clock } from '../../kernel/clock.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import type { Committed } from '../../platform/event-store/streams.js';
import { decideRight, type RightDecision } from '../domain/decide-right/decide-right.decision.js';
import type { StaffMember } from '../domain/staff-member.js';
import { StaffMembers } from './staff-members.js';

/** Grants or refuses a right that another administrator of the organisation asked for. */
export class DecideRight {
  constructor(
    readonly staff: string,
    readonly grant: string,
    readonly outcome: RightDecision['outcome'],
    readonly context: CommandContext,
  ) {}
}

@CommandHandler(DecideRight)
export class DecideRightHandler implements ICommandHandler<DecideRight, Committed<StaffMember>> {
  constructor(
    private readonly members: StaffMembers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ staff, grant, outcome, context }: DecideRight): Promise<Committed<StaffMember>> {
    const { actor } = context;
    const { organisation } = actor;
    const state = await this.members.find(staff);
    const decide = decideRight({
      grant,
      organisation,
      outcome,
      by: actor,
      person: await this.members.personBehind(staff, state),
      today: todayInLondon(this.clock),
    });
    return this.members.streams.transact(staff, decide, context);
  }
}
