import { Inject, Injectable } from '@nestjs/common';
import { EVENT_STORE, type EventStore } from '../../platform/event-store/event-store.js';
import { Streams } from '../../platform/event-store/streams.js';
import type { StaffEvent } from '../domain/staff.events.js';
import { staffMember, type StaffMember } from '../domain/staff-member.js';

/** Longer than any chain of accounts of one person that somebody would record on purpose. */
const MOST_ACCOUNTS = 10;

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
    const found = [person];
    for (const reference of found) {
      const state = reference === person && known !== undefined ? known : await this.find(reference);
      if (state.stage === 'unknown' || found.length >= MOST_ACCOUNTS) continue;
      for (const account of state.otherAccounts) {
        if (!found.includes(account) && (await this.personBehind(account)) === person) found.push(account);
      }
    }
    return found.slice(1);
  }
}
