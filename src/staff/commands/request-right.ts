import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { sideOfBody } from '../../agreement/index.js';
import { todayInLondon, type Clock } from '../../kernel/clock.js';
import { isApprover, type Role } from '../../platform/access/roles.js';
import { refuseRoleOfOtherSide } from '../../platform/access/side-of-role.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import type { Committed } from '../../platform/event-store/streams.js';
import { requestRight, type WantedRight } from '../domain/request-right/request-right.decision.js';
import type { StaffMember } from '../domain/staff-member.js';
import { StaffMembers } from './staff-members.js';

/** What an administrator says about the right that they ask for. */
export type RequestedRight = Pick<WantedRight, 'from' | 'until' | 'limit' | 'reasonCode'> & {
  readonly role: Role;
};

/** Asks for a right for somebody else in the administrator's organisation. */
export class RequestRight {
  constructor(
    readonly staff: string,
    readonly right: RequestedRight,
    readonly context: CommandContext,
  ) {}
}

@CommandHandler(RequestRight)
export class RequestRightHandler implements ICommandHandler<RequestRight, Committed<StaffMember>> {
  constructor(
    private readonly members: StaffMembers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws NotYourSide when the role is one of the other kind of body; and what `requestRight` throws. */
  async execute({ staff, right, context }: RequestRight): Promise<Committed<StaffMember>> {
    const { actor } = context;
    const { organisation } = actor;
    refuseRoleOfOtherSide({ id: staff, organisation, role: right.role }, sideOfBody(organisation));
    const decide = requestRight({
      ...right,
      organisation,
      isApprover: isApprover(right.role),
      by: actor,
      person: await this.members.personBehind(staff),
      today: todayInLondon(this.clock),
    });
    return this.members.streams.transact(staff, decide, context);
  }
}
