import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { todayInLondon, type Clock } from '../../kernel/clock.js';
import type { Account } from '../../platform/access/principal.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import type { Committed } from '../../platform/event-store/streams.js';
import { recordAccount } from '../domain/record-account/record-account.decision.js';
import type { StaffMember } from '../domain/staff-member.js';
import { StaffMembers } from './staff-members.js';
import { staffRefOf } from './staff-ref.js';

/** Makes an account known to the administrator's organisation. */
export class RecordAccount {
  constructor(
    readonly account: Account,
    readonly context: CommandContext,
  ) {}
}

@CommandHandler(RecordAccount)
export class RecordAccountHandler implements ICommandHandler<RecordAccount, Committed<StaffMember>> {
  constructor(
    private readonly members: StaffMembers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ account, context }: RecordAccount): Promise<Committed<StaffMember>> {
    const staff = staffRefOf(account);
    const { organisation } = context.actor;
    const { issuer, subject } = account;
    const recordedOn = todayInLondon(this.clock);
    const decide = recordAccount({ staff, issuer, subject, organisation, recordedOn });
    return this.members.streams.transact(staff, decide, context);
  }
}
