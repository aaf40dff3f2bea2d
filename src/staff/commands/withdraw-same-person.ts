import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { todayInLondon, type Clock } from '../../kernel/clock.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import type { Committed } from '../../platform/event-store/streams.js';
import type { StaffMember } from '../domain/staff-member.js';
import { withdrawSamePerson } from '../domain/withdraw-same-person/withdraw-same-person.decision.js';
import { StaffMembers } from './staff-members.js';

/** Records that an account is no other one of a person after all. */
export class WithdrawSamePerson {
  constructor(
    readonly staff: string,
    readonly reasonCode: string,
    readonly context: CommandContext,
  ) {}
}

@CommandHandler(WithdrawSamePerson)
export class WithdrawSamePersonHandler implements ICommandHandler<
  WithdrawSamePerson,
  Committed<StaffMember>
> {
  constructor(
    private readonly members: StaffMembers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ staff, reasonCode, context }: WithdrawSamePerson): Promise<Committed<StaffMember>> {
    const state = await this.members.find(staff);
    const person = await this.members.personBehind(staff, state);
    const { accounts } = await this.members.accountsOf(person);
    const said = state.stage === 'known' ? state.samePersonAs : undefined;
    const decide = withdrawSamePerson({
      by: context.actor,
      person,
      // The one that it was said to be another of is one of them, unless more are named than are read.
      accounts: [...accounts.values(), ...(said === undefined ? [] : [await this.members.find(said)])],
      reasonCode,
      recordedOn: todayInLondon(this.clock),
    });
    return this.members.streams.transact(staff, decide, context);
  }
}
