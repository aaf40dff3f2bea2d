import { beforeEach, describe, expect, it } from '@jest/globals';
import { numberedUuid, SOMEBODY } from '../../../test/support/recorded.js';
import { TickingClock } from '../../../test/support/ticking-clock.js';
import { plainDate } from '../../kernel/plain-date.js';
import { InMemoryEventStore } from '../../platform/event-store/in-memory/in-memory-event-store.js';
import type { StaffEvent } from '../domain/staff.events.js';
import { MOST_ACCOUNTS } from '../domain/staff-member.js';
import { NotAnotherAccount, WorksElsewhere } from '../domain/staff-refusals.js';
import { BOARD, COUNCIL } from '../domain/staff.fixtures.js';
import { RecordAccount, RecordAccountHandler } from './record-account.js';
import { RecordSamePerson, RecordSamePersonHandler } from './record-same-person.js';
import { StaffMembers } from './staff-members.js';
import { staffRefOf } from './staff-ref.js';
import { WithdrawSamePerson, WithdrawSamePersonHandler } from './withdraw-same-person.js';

const issuer = 'https://sign-in.example';
const on = plainDate('2026-01-05');
let members: StaffMembers;
let loads: number;
let commands: number;
let clock: TickingClock;

beforeEach(() => {
  clock = new TickingClock();
  members = new StaffMembers(new InMemoryEventStore(clock));
  commands = 0;
  loads = 0;
  const find = members.find.bind(members);
  members.find = (staff) => {
    loads += 1;
    return find(staff);
  };
});

const contextOf = (organisation: string) => {
  commands += 1;
  const commandId = numberedUuid(commands);
  return {
    actor: { ...SOMEBODY, organisation },
    commandId,
    correlationId: commandId,
    causationId: commandId,
  };
};
const record = async (subject: string, organisation = COUNCIL): Promise<string> => {
  const account = { issuer, subject };
  await new RecordAccountHandler(members, clock).execute(new RecordAccount(account, contextOf(organisation)));
  return staffRefOf(account);
};
const append = (staff: string, ...events: readonly StaffEvent[]) =>
  members.streams.transact(staff, () => events, contextOf(COUNCIL));
const giveRight = (staff: string, organisation: string) =>
  append(staff, {
    type: 'staff.administrator-appointed',
    occurredOn: on,
    data: { grant: `${staff}-1`, organisation, from: on, reasonCode: 'first-administrators' },
  });
const link = (staff: string, as: string, organisation = COUNCIL) =>
  new RecordSamePersonHandler(members, clock).execute(
    new RecordSamePerson(staff, as, 'second-account', contextOf(organisation)),
  );
const takeBack = (staff: string, organisation = COUNCIL) =>
  new WithdrawSamePersonHandler(members, clock).execute(
    new WithdrawSamePerson(staff, 'recorded-by-mistake', contextOf(organisation)),
  );

describe('the accounts of one person', () => {
  it('are as many as a request reads, and one more is refused, also after some were taken back', async () => {
    const person = await record('finance');
    const accounts = [];
    for (let index = 1; index < MOST_ACCOUNTS; index += 1) {
      const account = await record(`other-${index}`);
      await link(account, person);
      accounts.push(account);
    }
    expect(await members.otherReferencesOf(person)).toEqual(accounts);
    const oneMore = await record('one-more');
    await expect(link(oneMore, person)).rejects.toThrow(NotAnotherAccount);
    await expect(link(person, oneMore)).rejects.toThrow(NotAnotherAccount);
    const [first = ''] = accounts;
    await takeBack(first);
    expect(await members.otherReferencesOf(person)).toEqual(accounts.slice(1));
    // A request still looks at what was taken back, to find that it was.
    await expect(link(oneMore, person)).rejects.toThrow(NotAnotherAccount);
    await link(first, person);
    expect(await members.otherReferencesOf(person)).toEqual(accounts);
  });

  it('cost a request no more reads where hundreds are named', async () => {
    const person = await record('finance');
    const named = Array.from({ length: 300 }, (_, index) => `SM-${String(index).padStart(10, '0')}`);
    await append(
      person,
      ...named.map((account): StaffEvent => ({
        type: 'staff.other-account-named',
        occurredOn: on,
        data: { account },
      })),
    );
    loads = 0;
    expect(await members.otherReferencesOf(person)).toEqual([]);
    expect(loads).toBe(MOST_ACCOUNTS);
  });
});

describe('an account that stands between two others', () => {
  // Who worked for the council under an old account has none of its rights left there; the new account has them.
  const moved = async (subject: string) => {
    const [before, now] = [await record(`${subject}-before`), await record(subject)];
    await giveRight(now, COUNCIL);
    await link(now, before);
    await record(`${subject}-before`, BOARD);
    return { before, now };
  };

  it('is not linked by an organisation in which none of the accounts behind it has rights', async () => {
    const [preparer, approver] = [await moved('finance'), await moved('approver')];
    await expect(link(preparer.before, approver.before, BOARD)).rejects.toThrow(WorksElsewhere);
    const unused = await record('unused', BOARD);
    await expect(link(unused, approver.before, BOARD)).rejects.toThrow(WorksElsewhere);
    await expect(link(approver.before, unused, BOARD)).rejects.toThrow(WorksElsewhere);
    expect(await members.personBehind(approver.now)).toBe(approver.before);
  });

  it('is parted again by an organisation in which an account behind it has rights', async () => {
    const [preparer, approver] = [await moved('finance'), await moved('approver')];
    const said: StaffEvent = {
      type: 'staff.same-person-recorded',
      occurredOn: on,
      data: { samePersonAs: approver.before, reasonCode: 'second-account' },
    };
    await members.streams.transact(preparer.before, () => [said], contextOf(BOARD));
    await append(approver.before, {
      type: 'staff.other-account-named',
      occurredOn: on,
      data: { account: preparer.before },
    });
    expect(await members.personBehind(preparer.now)).toBe(approver.before);
    await expect(takeBack(preparer.before, BOARD)).rejects.toThrow(WorksElsewhere);
    await takeBack(preparer.before);
    expect(await members.personBehind(preparer.now)).toBe(preparer.before);
  });
});
