import type { Person } from '../../kernel/recorded-facts.js';

/** Knows which accounts are one person's. */
export interface KnownAccounts {
  /** Somebody who did something some time ago, by what is known today of their accounts. */
  asKnownNow(person: Person): Promise<Person>;
}

/** Nest's name for the `KnownAccounts` on record, which the staff context provides. */
export const KNOWN_ACCOUNTS = Symbol('KnownAccounts');
