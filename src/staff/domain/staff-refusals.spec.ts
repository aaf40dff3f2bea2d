import { describe, expect, it } from '@jest/globals';
import { recordedHistory, SOMEBODY } from '../../../test/support/recorded.js';
import { fold } from '../../kernel/aggregate.js';
import { pence } from '../../kernel/pence.js';
import { plainDate } from '../../kernel/plain-date.js';
import { FieldRefused, type Refusal } from '../../kernel/refusal.js';
import { appointAdministrator } from './appoint-administrator/appoint-administrator.decision.js';
import { recordSamePerson } from './record-same-person/record-same-person.decision.js';
import { endSessions } from './end-sessions/end-sessions.decision.js';
import { withdrawSamePerson } from './withdraw-same-person/withdraw-same-person.decision.js';
import type { WantedRight } from './request-right/request-right.decision.js';
import { rightsOn, staffMember } from './staff-member.js';
import type { StaffEvent } from './staff.events.js';
import {
  appointed,
  COUNCIL,
  granted,
  OTHER_ACCOUNT,
  recorded,
  requested,
  STAFF,
  samePerson,
} from './staff.fixtures.js';
import { ANNE, ask, BILAL, decide, end, GRANT, refuse } from '../../../test/support/staff-decisions.js';
import {
  EnoughAdministrators,
  NotAnotherAccount,
  OwnAccounts,
  OwnRight,
  RightNotFound,
  RightNotOpen,
  RightOverlaps,
  SamePersonDecides,
  StaffNotFound,
  WorksElsewhere,
} from './staff-refusals.js';

const day = plainDate;

const after = (...events: readonly StaffEvent[]) =>
  fold(staffMember, recordedHistory([recorded(), ...events], { stream: `staff-${STAFF}` }));
const rightAfter = (...events: readonly StaffEvent[]) => {
  const state = after(...events);
  if (state.stage === 'unknown' || state.rights[0] === undefined) throw new Error('There is no right');
  return state.rights[0];
};

it.each<[string, () => Refusal, object]>([
  [
    'StaffNotFound: There is no member of staff of that reference in your organisation',
    () => new StaffNotFound(),
    { kind: 'not-found', code: 'staff-not-found' },
  ],
  [
    'RightNotFound: The member of staff has no right of that reference in your organisation',
    () => new RightNotFound(),
    { kind: 'not-found', code: 'right-not-found' },
  ],
  [
    'OwnRight: Nobody requests or decides a right for themselves, under any of their accounts',
    () => new OwnRight(),
    { kind: 'forbidden', code: 'own-right' },
  ],
  [
    'SamePersonDecides: Another administrator than the one who requested the right has to decide on it',
    () => new SamePersonDecides(),
    { kind: 'conflict', code: 'same-person-decides' },
  ],
  [
    `RightOverlaps: The right ${GRANT} to the role council-finance is requested for some of these days`,
    () => new RightOverlaps(rightAfter(requested({ until: day('2027-04-01') }))),
    {
      kind: 'conflict',
      code: 'right-overlaps',
      facts: { grant: GRANT, stage: 'requested', from: '2026-04-01', until: '2027-04-01' },
    },
  ],
  [
    `RightNotOpen: The right ${GRANT} is not open to this: it is granted`,
    () => new RightNotOpen(rightAfter(requested(), granted())),
    { kind: 'conflict', code: 'right-not-open', facts: { stage: 'granted' } },
  ],
  [
    'EnoughAdministrators: E10000015 has 2 administrators today: they give further rights themselves, two of them for each',
    () => new EnoughAdministrators(COUNCIL, 2),
    { kind: 'conflict', code: 'enough-administrators', facts: { administrators: 2 } },
  ],
  [
    'NotAnotherAccount: An account is no other one of itself',
    () => new NotAnotherAccount('An account is no other one of itself'),
    { kind: 'conflict', code: 'not-another-account' },
  ],
  [
    'OwnAccounts: Another administrator has to say that your accounts are not one person’s',
    () => new OwnAccounts(),
    { kind: 'forbidden', code: 'own-accounts' },
  ],
  [
    'WorksElsewhere: The account, or another one of the person, has rights in another organisation and none in yours',
    () => new WorksElsewhere(),
    { kind: 'forbidden', code: 'works-elsewhere' },
  ],
])('%s', (sentence, refuse, facts) => {
  const refusal = refuse();
  expect(String(refusal)).toBe(sentence);
  expect(refusal).toMatchObject(facts);
});

it('names no last day of a right that has none', () => {
  expect(new RightOverlaps(rightAfter(requested())).facts).toStrictEqual({
    grant: GRANT,
    stage: 'requested',
    from: '2026-04-01',
  });
});

describe('what cannot be taken names its field', () => {
  const approver = (limit: WantedRight['limit']) => ask({ isApprover: true, limit });
  const held = after(requested({ until: day('2027-04-01') }), granted());

  it.each([
    [
      'a request without a reason code',
      '/reason',
      'not-a-reason-code',
      () => ask({ reasonCode: 'No Code' })(after()),
    ],
    ['one for a day that is past', '/from', 'in-the-past', () => ask({ from: day('2026-03-19') })(after())],
    [
      'a limit for a role that approves nothing',
      '/approvalLimit',
      'no-limit-for-this-role',
      () => ask({ limit: { limitPence: pence(1), withoutLimit: false } })(after()),
    ],
    [
      'an approver of whom nothing is said',
      '/approvalLimit',
      'limit-missing',
      () => approver({ withoutLimit: false })(after()),
    ],
    [
      'a limit and none',
      '/withoutApprovalLimit',
      'limit-and-none',
      () => approver({ limitPence: pence(1), withoutLimit: true })(after()),
    ],
    [
      'a limit of nothing',
      '/approvalLimit',
      'not-above-zero',
      () => approver({ limitPence: pence(0), withoutLimit: false })(after()),
    ],
    [
      'a refusal without a reason code',
      '/reason',
      'not-a-reason-code',
      () => refuse({ outcome: { is: 'refused', reasonCode: 'No Code' } })(after(requested())),
    ],
    [
      'an end without a reason code',
      '/reason',
      'not-a-reason-code',
      () => end({ reasonCode: 'No Code' })(held),
    ],
    ['an end in the past', '/lastDay', 'in-the-past', () => end({ until: day('2026-05-31') })(held)],
    [
      'an end that is no earlier than the right’s own',
      '/lastDay',
      'not-earlier',
      () => end({ until: day('2027-04-01') })(held),
    ],
    [
      'another account without a reason code',
      '/reason',
      'not-a-reason-code',
      () =>
        recordSamePerson({
          organisation: COUNCIL,
          samePersonAs: OTHER_ACCOUNT,
          accounts: [],
          named: 2,
          reasonCode: 'No Code',
          recordedOn: day('2026-03-03'),
        })(after()),
    ],
    [
      'an account taken back without a reason code',
      '/reason',
      'not-a-reason-code',
      () =>
        withdrawSamePerson({
          by: { ...ANNE, organisation: COUNCIL },
          person: OTHER_ACCOUNT,
          accounts: [],
          reasonCode: 'No Code',
          recordedOn: day('2026-03-04'),
        })(after(samePerson())),
    ],
    [
      'sessions ended without a reason code',
      '/reason',
      'not-a-reason-code',
      () => endSessions({ organisation: COUNCIL, reasonCode: 'No Code', today: day('2026-03-05') })(after()),
    ],
    [
      'an appointment without a reason code',
      '/reason',
      'not-a-reason-code',
      () =>
        appointAdministrator({
          staff: STAFF,
          issuer: 'https://sign-in.example',
          subject: 'ngozi',
          organisation: COUNCIL,
          administrators: 0,
          reasonCode: 'No Code',
          today: day('2026-03-02'),
        })(after()),
    ],
  ])('%s', (_, pointer, code, decideOn) => {
    let fault: unknown;
    try {
      decideOn();
    } catch (caught) {
      fault = caught;
    }
    expect(fault).toBeInstanceOf(FieldRefused);
    expect((fault as FieldRefused).fields).toMatchObject([{ pointer, code }]);
    // A reason that would do is one of the kind that is asked for.
    if (code === 'not-a-reason-code')
      expect(String(fault)).toMatch(/"(joined|left|not|second|first|recorded|machine)-[a-z-]+"/);
  });

  it('but not a right that begins today, nor an end today', () => {
    expect(ask({ from: day('2026-03-20') })(after())).toHaveLength(1);
    expect(end({ until: day('2026-06-01') })(held)).toHaveLength(1);
  });

  it('and a right whose days were over before it was decided is not granted any more', () => {
    const grantOn = (today: string) =>
      decide({ today: day(today) })(after(requested({ until: day('2027-04-01') })));
    expect(grantOn('2027-03-31')).toHaveLength(1);
    expect(() => grantOn('2027-04-01')).toThrow(/its days were over by 1 April 2027/);
  });

  it('and one that was over by itself is not ended again', () => {
    const endOn = (today: string) => end({ today: day(today) })(held);
    expect(endOn('2027-03-31')).toHaveLength(1);
    expect(() => endOn('2027-04-01')).toThrow(/it was over by 1 April 2027/);
  });
});

describe('what is on record of a right', () => {
  it('names who asked and who decided, by sign-in and, where it is known, by account', () => {
    const anonymous = rightAfter(requested(), granted());
    expect(anonymous.requestedBy).toStrictEqual({ id: SOMEBODY.id });
    expect(anonymous.decidedBy).toStrictEqual({ id: SOMEBODY.id });
    const state = fold(
      staffMember,
      recordedHistory([recorded(), requested(), granted()], { stream: `staff-${STAFF}` }).map((each) => ({
        ...each,
        recordedBy: { ...each.recordedBy, ...BILAL },
      })),
    );
    expect(state).toMatchObject({ rights: [{ requestedBy: BILAL, decidedBy: BILAL }] });
  });

  it('shows an appointment as a right that was asked for and granted on its day', () => {
    expect(rightAfter(appointed())).toMatchObject({
      role: 'administrator',
      stage: 'granted',
      requestedOn: '2026-03-02',
      decidedOn: '2026-03-02',
      requestedBy: { id: SOMEBODY.id },
      decidedBy: { id: SOMEBODY.id },
    });
  });

  it('begins on the day on which it was granted, where that came later, and leaves other rights alone', () => {
    const second = requested({ grant: `${STAFF}-2`, role: 'auditor' });
    expect(after(requested(), second, granted('2026-04-15'))).toMatchObject({
      rights: [
        { stage: 'granted', from: '2026-04-15' },
        { stage: 'requested', from: '2026-04-01' },
      ],
    });
  });

  it('is nothing for an account that nobody knows', () => {
    expect(rightsOn({ stage: 'unknown' }, day('2026-06-01'))).toEqual([]);
  });
});
