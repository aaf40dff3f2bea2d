import type { Aggregate } from '../../kernel/aggregate.js';
import type { Person, Recorded } from '../../kernel/event.js';
import type { Pence } from '../../kernel/pence.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import { personOf } from '../../kernel/recorded-facts.js';
import { staffCatalogue, type StaffEvent } from './staff.events.js';

/** The role of those who give rights and end them. */
export const ADMINISTRATOR = 'administrator';

/** More accounts of one person than somebody would record on purpose, and so many a request reads to know the person. */
export const MOST_ACCOUNTS = 10;

export type RightStage = 'requested' | 'granted' | 'refused' | 'ended';

/** A role in an organisation for some days, and how far it has come. */
export interface Right {
  /** `SM-7F3K92QD1M-2`: the second right that was asked for, for this account. */
  readonly grant: string;
  readonly organisation: string;
  readonly role: string;
  /** The first day with it: never before the day on which it was granted. */
  readonly from: PlainDate;
  /** The first day without it; absent while no end is known. */
  readonly until?: PlainDate;
  /** For an approver, whether there is a limit. */
  readonly limitStated?: boolean;
  /** Up to how much may be approved at once. */
  readonly limitPence?: Pence;
  readonly reasonCode: string;
  readonly stage: RightStage;
  readonly requestedBy: Person;
  readonly requestedOn: PlainDate;
  /** Who granted or refused it. */
  readonly decidedBy?: Person;
  readonly decidedOn?: PlainDate;
  readonly endedBy?: Person;
}

/** An account of somebody who works with the product, and what it may do where. */
export interface StaffRecord {
  readonly stage: 'known';
  readonly staff: string;
  readonly issuer: string;
  readonly subject: string;
  /** The organisations whose administrators see the account, in the order in which they came to know it. */
  readonly knownTo: readonly string[];
  /** The account that stands for the person, where this is another one of theirs. */
  readonly samePersonAs?: string;
  /** The organisation whose administrator said so. */
  readonly samePersonSaidBy?: string;
  /** Those that were ever said to be other accounts of theirs; whether one still is, it says itself. */
  readonly otherAccounts: readonly string[];
  readonly rights: readonly Right[];
}

export type StaffMember = { readonly stage: 'unknown' } | StaffRecord;

function evolve(state: StaffMember, event: StaffEvent, { recordedBy }: Recorded<StaffEvent>): StaffMember {
  const by = personOf(recordedBy);
  if (event.type === 'staff.account-recorded') {
    const { staff, issuer, subject, organisation } = event.data;
    const known =
      state.stage === 'known'
        ? state
        : { stage: 'known' as const, knownTo: [], otherAccounts: [], rights: [] };
    return knownIn({ ...known, staff, issuer, subject }, organisation);
  }
  if (state.stage === 'unknown') return state;
  const on = event.occurredOn;
  switch (event.type) {
    case 'staff.right-requested': {
      const right: Right = { ...event.data, stage: 'requested', requestedBy: by, requestedOn: on };
      return withRight(state, right);
    }
    case 'staff.administrator-appointed': {
      const decided = { requestedBy: by, requestedOn: on, decidedBy: by, decidedOn: on };
      return withRight(state, { ...event.data, role: ADMINISTRATOR, stage: 'granted', ...decided });
    }
    case 'staff.right-granted':
      return changed(state, event.data.grant, (right) => ({
        ...right,
        from: right.from < on ? on : right.from,
        stage: 'granted',
        decidedBy: by,
        decidedOn: on,
      }));
    case 'staff.right-refused':
      return changed(state, event.data.grant, (right) => ({
        ...right,
        stage: 'refused',
        decidedBy: by,
        decidedOn: on,
      }));
    case 'staff.right-ended':
      return changed(state, event.data.grant, (right) => ({
        ...right,
        stage: 'ended',
        until: event.data.until,
        endedBy: by,
      }));
    case 'staff.same-person-recorded':
      return {
        ...state,
        samePersonAs: event.data.samePersonAs,
        samePersonSaidBy: recordedBy.organisation,
      };
    case 'staff.same-person-withdrawn': {
      const { samePersonAs: _as, samePersonSaidBy: _by, ...alone } = state;
      return alone;
    }
    case 'staff.other-account-named':
      return { ...state, otherAccounts: [...state.otherAccounts, event.data.account] };
    case 'staff.sessions-ended':
      return state;
  }
}

function knownIn(state: StaffRecord, organisation: string): StaffRecord {
  return state.knownTo.includes(organisation)
    ? state
    : { ...state, knownTo: [...state.knownTo, organisation] };
}

function withRight(state: StaffRecord, right: Right): StaffRecord {
  return knownIn({ ...state, rights: [...state.rights, right] }, right.organisation);
}

function changed(state: StaffRecord, grant: string, change: (right: Right) => Right): StaffRecord {
  return { ...state, rights: state.rights.map((each) => (each.grant === grant ? change(each) : each)) };
}

export const staffMember: Aggregate<StaffMember, StaffEvent> = {
  category: 'staff',
  catalogue: staffCatalogue,
  initial: { stage: 'unknown' },
  evolve,
  beginsWith: 'staff.account-recorded',
};

/** The reference of the next right that is asked for. */
export function nextGrantOf({ staff, rights }: Pick<StaffRecord, 'staff' | 'rights'>): string {
  return `${staff}-${rights.length + 1}`;
}

/** True when the right is there on the day: it was granted, and the day is one of its own. */
export function isInForceOn({ stage, from, until }: Right, day: PlainDate): boolean {
  return wasGranted({ stage }) && from <= day && (until === undefined || day < until);
}

/** True when the right was ever granted, whatever became of it. */
export function wasGranted({ stage }: Pick<Right, 'stage'>): boolean {
  return stage === 'granted' || stage === 'ended';
}

/**
 * For whom an account works on a day, or will: the organisations in which it has a right that was granted and is not over.
 */
export function worksFor(state: StaffMember, day: PlainDate): readonly string[] {
  if (state.stage === 'unknown') return [];
  return state.rights
    .filter(
      (right) =>
        wasGranted(right) && (right.until === undefined || (day < right.until && right.from < right.until)),
    )
    .map(({ organisation }) => organisation);
}

/** The rights of an account on a day, in the order in which they were asked for. */
export function rightsOn(state: StaffMember, day: PlainDate): readonly Right[] {
  return state.stage === 'unknown' ? [] : state.rights.filter((right) => isInForceOn(right, day));
}
