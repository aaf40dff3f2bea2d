import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { todayInLondon, type Clock } from '../../kernel/clock.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import type { Committed } from '../../platform/event-store/streams.js';
import { endRight, type RightEnd } from '../domain/end-right/end-right.decision.js';
import type { StaffMember } from '../domain/staff-member.js';
import { StaffMembers } from './staff-members.js';

/** Ends a right in the administrator's organisation, at once or after a last day. */
export class EndRight {
  constructor(
    readonly staff: string,
    readonly grant: string,
    readonly end: Pick<RightEnd, 'until' | 'reasonCode'>,
    readonly context: CommandContext,
  ) {}
}

@CommandHandler(EndRight)
export class EndRightHandler implements ICommandHandler<EndRight, Committed<StaffMember>> {
  constructor(
    private readonly members: StaffMembers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ staff, grant, end, context }: EndRight): Promise<Committed<StaffMember>> {
    const { organisation } = context.actor;
    const decide = endRight({ grant, organisation, ...end, today: todayInLondon(this.clock) });
    return this.members.streams.transact(staff, decide, context);
  }
}
