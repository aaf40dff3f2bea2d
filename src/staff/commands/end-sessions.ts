import { Inject, Optional } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { todayInLondon, type Clock } from '../../kernel/clock.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import type { Committed } from '../../platform/event-store/streams.js';
import { Sessions } from '../../platform/sign-in/sessions.js';
import { endSessions } from '../domain/end-sessions/end-sessions.decision.js';
import type { StaffMember } from '../domain/staff-member.js';
import { StaffMembers } from './staff-members.js';

/** Ends every session that an account has in the pages. */
export class EndSessions {
  constructor(
    readonly staff: string,
    readonly reasonCode: string,
    readonly context: CommandContext,
  ) {}
}

@CommandHandler(EndSessions)
export class EndSessionsHandler implements ICommandHandler<EndSessions, Committed<StaffMember>> {
  constructor(
    private readonly members: StaffMembers,
    @Inject(CLOCK) private readonly clock: Clock,
    // An installation without pages has none.
    @Optional() private readonly sessions?: Sessions,
  ) {}

  /** Recorded first. When the sessions cannot be ended then, the same command sent again ends them and records nothing twice. */
  async execute({ staff, reasonCode, context }: EndSessions): Promise<Committed<StaffMember>> {
    const { organisation } = context.actor;
    const decide = endSessions({ organisation, reasonCode, today: todayInLondon(this.clock) });
    const committed = await this.members.streams.transact(staff, decide, context);
    if (committed.state.stage === 'known') await this.sessions?.endAllOf(committed.state);
    return committed;
  }
}
