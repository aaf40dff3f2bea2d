import { Inject, Injectable } from '@nestjs/common';
import { EVENT_STORE, type EventStore } from '../../platform/event-store/event-store.js';
import { Streams } from '../../platform/event-store/streams.js';
import type { StaffEvent } from '../domain/staff.events.js';
import { MOST_ACCOUNTS, staffMember, type StaffMember } from '../domain/staff-member.js';

/** What is read to know a person. */
export interface AccountsOfPerson {
  /** The references of their accounts, first the one that stands for them, and how each is known. */
  readonly accounts: ReadonlyMap<string, StaffMember>;
  /** Those too that were said to be theirs, and are not. */
  readonly named: ReadonlySet<string>;
}

/** The staff as their streams tell of them. */
@Injectable()
export class StaffMembers {
  readonly streams: Streams<StaffMember, StaffEvent>;

  constructor(@Inject(EVENT_STORE) store: EventStore) {
    this.streams = new Streams(store, staffMember);
  }

  /** What is known of an account now. */
  async find(staff: string): Promise<StaffMember> {
    return (await this.streams.load(staff)).state;
  }

  /** The reference that stands for the person behind an account: the same for each of their accounts. */
  async personBehind(staff: string, known?: StaffMember): Promise<string> {
    const seen = [staff];
    let state = known ?? (await this.find(staff));
    while (state.stage === 'known' && state.samePersonAs !== undefined && seen.length < MOST_ACCOUNTS) {
      const { samePersonAs } = state;
      // Two that were recorded as each other at one moment: the same of them for both.
      if (seen.includes(samePersonAs)) return [...seen.slice(seen.indexOf(samePersonAs))].sort()[0] ?? staff;
      seen.push(samePersonAs);
      state = await this.find(samePersonAs);
    }
    return seen.at(-1) ?? staff;
  }

  /**
   * The other references under which a person did something before their accounts were recorded as one person's.
   *
   * @param person the reference that stands for them, as `personBehind` says it
   */
  async otherReferencesOf(person: string, known?: StaffMember): Promise<readonly string[]> {
    const { accounts } = await this.accountsOf(person, known);
    return [...accounts.keys()].slice(1);
  }

  /**
   * The accounts of a person. No more are looked at than one person may have, since every request of theirs does it.
   *
   * @param person the reference that stands for them, as `personBehind` says it
   */
  async accountsOf(person: string, known?: StaffMember): Promise<AccountsOfPerson> {
    const accounts = new Map([[person, known ?? (await this.find(person))]]);
    const named = new Set([person]);
    // Those that are found on the way are gone through as well.
    for (const state of accounts.values()) {
      if (state.stage === 'unknown') continue;
      for (const account of state.otherAccounts) {
        if (named.size >= MOST_ACCOUNTS) return { accounts, named };
        if (named.has(account)) continue;
        named.add(account);
        const found = await this.find(account);
        if ((await this.personBehind(account, found)) === person) accounts.set(account, found);
      }
    }
    return { accounts, named };
  }
}
