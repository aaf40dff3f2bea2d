import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { todayInLondon, type Clock } from '../../kernel/clock.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import { derivedId } from '../../platform/event-store/derived-id.js';
import type { Committed } from '../../platform/event-store/streams.js';
import { nameOtherAccount } from '../domain/name-other-account/name-other-account.decision.js';
import { recordSamePerson } from '../domain/record-same-person/record-same-person.decision.js';
import { staffHere } from '../domain/staff-here.js';
import type { StaffMember } from '../domain/staff-member.js';
import { StaffMembers } from './staff-members.js';

/** Records that an account is another one of a person whom the organisation knows. */
export class RecordSamePerson {
  constructor(
    readonly staff: string,
    readonly samePersonAs: string,
    readonly reasonCode: string,
    readonly context: CommandContext,
  ) {}
}

@CommandHandler(RecordSamePerson)
export class RecordSamePersonHandler implements ICommandHandler<RecordSamePerson, Committed<StaffMember>> {
  constructor(
    private readonly members: StaffMembers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws StaffNotFound when the organisation knows one of the accounts not; and what `recordSamePerson` throws. */
  async execute({
    staff,
    samePersonAs,
    reasonCode,
    context,
  }: RecordSamePerson): Promise<Committed<StaffMember>> {
    const { organisation } = context.actor;
    const state = await this.members.find(samePersonAs);
    staffHere(state, organisation);
    const recordedOn = todayInLondon(this.clock);
    // What the other account is known as by now, so that accounts of one person end at one of them.
    const person = await this.members.personBehind(samePersonAs, state);
    const [own, theirs] = [await this.members.accountsOf(staff), await this.members.accountsOf(person)];
    const decide = recordSamePerson({
      organisation,
      samePersonAs: person,
      // The account as it was said is one of them, unless it was recorded a moment ago.
      accounts: [state, ...own.accounts.values(), ...theirs.accounts.values()],
      named: new Set([...own.named, ...theirs.named]).size,
      reasonCode,
      recordedOn,
    });
    const committed = await this.members.streams.transact(staff, decide, context);
    // After it, so that nothing is named that was refused. Where the two are parted by a crash, the command sent again names it.
    const naming = { ...context, commandId: derivedId('other account', context.commandId) };
    await this.members.streams.transact(person, nameOtherAccount({ account: staff, recordedOn }), naming);
    return committed;
  }
}
