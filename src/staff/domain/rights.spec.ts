import { describe, expect, it } from '@jest/globals';
import { scenario } from '../../../test/support/scenario.js';
import { recordedHistory, SOMEBODY } from '../../../test/support/recorded.js';
import { fold } from '../../kernel/aggregate.js';
import { pence } from '../../kernel/pence.js';
import { plainDate } from '../../kernel/plain-date.js';
import { FieldRefused } from '../../kernel/refusal.js';
import { appointAdministrator } from './appoint-administrator/appoint-administrator.decision.js';
import { describeStaffEvent } from './describe-event.js';
import { endSessions } from './end-sessions/end-sessions.decision.js';
import { recordAccount } from './record-account/record-account.decision.js';
import { withdrawSamePerson } from './withdraw-same-person/withdraw-same-person.decision.js';
import { nameOtherAccount } from './name-other-account/name-other-account.decision.js';
import { recordSamePerson } from './record-same-person/record-same-person.decision.js';
import { nextRightSteps, RIGHT_STEPS, type RightStep } from './stages.js';
import { MOST_ACCOUNTS, rightsOn, staffMember, type RightStage, type StaffMember } from './staff-member.js';
import type { StaffEvent } from './staff.events.js';
import {
  appointed,
  approverRequested,
  BOARD,
  COUNCIL,
  ended,
  granted,
  OTHER_ACCOUNT,
  otherAccountNamed,
  recorded,
  refused,
  requested,
  samePerson,
  samePersonWithdrawn,
  sessionsEnded,
  STAFF,
} from './staff.fixtures.js';
import {
  ANNE,
  ask,
  askForApprover,
  ASKED,
  BILAL,
  decide,
  end,
  GRANT,
  refuse,
} from '../../../test/support/staff-decisions.js';
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

const known = scenario(staffMember).given(recorded());

/** Finance of an organisation from 1 April 2026 on, and what becomes of it. */
const rightIn = (organisation: string, ordinal = 1, until?: string) => {
  const grant = `${STAFF}-${ordinal}`;
  const days = until === undefined ? {} : { until: day(until) };
  return [requested({ grant, organisation, ...days }), granted('2026-03-23', grant)];
};
/** The account that is recorded as the same person's, with what became of it. */
const otherAccount = (...events: readonly StaffEvent[]): StaffMember => {
  const state = fold(staffMember, recordedHistory([recorded(), ...events]));
  return state.stage === 'known' ? { ...state, staff: OTHER_ACCOUNT } : state;
};

describe('an account', () => {
  const record = (organisation: string) =>
    recordAccount({
      staff: STAFF,
      issuer: 'https://sign-in.example',
      subject: 'ngozi',
      organisation,
      recordedOn: day('2026-03-02'),
    });

  it('becomes known to an organisation once, and to another one as well', () => {
    scenario(staffMember).when(record(COUNCIL)).thenEvents([recorded()]);
    known.when(record(COUNCIL)).thenNothing();
    known.when(record(BOARD)).thenEvents([recorded(BOARD)]);
  });

  it('that the organisation does not know is not there for it', () => {
    scenario(staffMember).when(ask()).thenRefused(StaffNotFound);
    known.when(ask({ organisation: BOARD })).thenRefused(StaffNotFound);
    known
      .given(requested())
      .when(decide({ organisation: BOARD }))
      .thenRefused(StaffNotFound);
    known
      .given(requested(), granted())
      .when(end({ organisation: BOARD }))
      .thenRefused(StaffNotFound);
  });
});

describe('a right is requested', () => {
  it('for days to come, for as long as is said or until it is ended', () => {
    known.when(ask()).thenEvents([requested()]);
    known.when(ask({ until: day('2027-04-01') })).thenEvents([requested({ until: day('2027-04-01') })]);
  });

  it('for an approver with a limit, or with the word that there is none', () => {
    known
      .when(askForApprover({ limitPence: pence(500_000), withoutLimit: false }))
      .thenEvents([approverRequested]);
    known
      .when(askForApprover({ withoutLimit: true }))
      .thenEvents([requested({ role: 'council-approver', until: day('2027-04-01'), limitStated: false })]);
  });

  it.each([
    ['an approver of whom no limit is said', askForApprover({ withoutLimit: false }), /up to how much/],
    [
      'an approver with a limit and none',
      askForApprover({ limitPence: pence(1), withoutLimit: true }),
      /or there is none/,
    ],
    ['an approver of nothing', askForApprover({ limitPence: pence(0), withoutLimit: false }), /above zero/],
    [
      'a limit of who approves nothing',
      ask({ limit: { limitPence: pence(1), withoutLimit: false } }),
      /approves nothing/,
    ],
    ['no limit of who approves nothing', ask({ limit: { withoutLimit: true } }), /approves nothing/],
    ['days that are past', ask({ from: day('2026-03-19') }), /19 March 2026 is past/],
    ['a last day before the first', ask({ until: day('2026-04-01') }), /before 1 April 2026/],
    ['a reason in words', ask({ reasonCode: 'Ngozi joined' }), /code/],
  ])('never for %s', (_, decision, words) => known.when(decision).thenRefused(FieldRefused, words));

  it('never by anybody for themselves, under whatever account', () => {
    known.when(ask({ by: { id: 'ngozi' } })).thenRefused(OwnRight);
    known.when(ask({ by: { ...ANNE, staff: STAFF } })).thenRefused(OwnRight);
    known.when(ask({ person: ANNE.staff })).thenRefused(OwnRight);
  });

  it('not twice for the same days, role and organisation', () => {
    const once = known.given(requested({ until: day('2027-04-01') }));
    once
      .when(ask({ from: day('2027-03-31') }))
      .thenRefused(RightOverlaps, /is requested for some of these days/);
    once
      .given(granted())
      .when(ask({ from: day('2027-03-31') }))
      .thenRefused(RightOverlaps, /is granted/);
    once
      .given(granted())
      .when(ask({ from: day('2027-04-01') }))
      .thenEvents([requested({ grant: `${STAFF}-2`, from: day('2027-04-01') })]);
    once.when(ask({ role: 'auditor' })).thenEvents([requested({ grant: `${STAFF}-2`, role: 'auditor' })]);
    once
      .given(recorded(BOARD))
      .when(ask({ organisation: BOARD }))
      .thenEvents([requested({ grant: `${STAFF}-2`, organisation: BOARD })]);
  });

  it('again where it was refused, or ended', () => {
    known
      .given(requested(), refused())
      .when(ask())
      .thenEvents([requested({ grant: `${STAFF}-2` })]);
    known
      .given(requested(), granted(), ended('2026-03-25'))
      .when(ask())
      .thenEvents([requested({ grant: `${STAFF}-2` })]);
  });
});

describe('a right is decided', () => {
  const asked = known.given(requested());

  it('by another administrator, who grants or refuses it', () => {
    asked.when(decide()).thenEvents([granted()]);
    asked.when(refuse()).thenEvents([refused()]);
  });

  it('never by who asked for it, under whatever account', () => {
    asked.when(decide({ by: ASKED })).thenRefused(SamePersonDecides);
    asked.when(refuse({ by: ASKED })).thenRefused(SamePersonDecides);
  });

  it('never by who would have it, under whatever account', () => {
    asked.when(decide({ by: { id: 'ngozi' } })).thenRefused(OwnRight);
    asked.when(decide({ person: BILAL.staff })).thenRefused(OwnRight);
  });

  it('once: again by the same is silence, otherwise it is refused', () => {
    asked
      .given(granted())
      .when(decide({ by: ASKED }))
      .thenNothing();
    asked
      .given(granted())
      .when(decide())
      .thenRefused(RightNotOpen, /it is granted/);
    asked
      .given(refused())
      .when(decide())
      .thenRefused(RightNotOpen, /it is refused/);
    asked
      .given(granted())
      .when(refuse())
      .thenRefused(RightNotOpen, /it is granted/);
  });

  it('not after its last day', () =>
    known
      .given(requested({ until: day('2026-05-01') }))
      .when(decide({ today: day('2026-05-01') }))
      .thenRefused(RightNotOpen, /over by 1 May 2026/));

  it('only where it is', () => asked.when(decide({ grant: `${STAFF}-2` })).thenRefused(RightNotFound));
});

describe('a right ends', () => {
  const held = known.given(requested({ until: day('2027-04-01') }), granted());

  it('at once when no last day is said, by one administrator', () =>
    held.when(end()).thenEvents([ended('2026-06-01')]));

  it('after a last day to come', () =>
    held.when(end({ until: day('2026-07-01') })).thenEvents([ended('2026-06-01', '2026-07-01')]));

  it('earlier than it would have, but never later', () => {
    const planned = held.given(ended('2026-05-01', '2026-07-01'));
    planned.when(end()).thenEvents([ended('2026-06-01')]);
    planned.when(end({ until: day('2026-07-01') })).thenNothing();
    planned.when(end({ until: day('2026-07-02') })).thenRefused(FieldRefused, /by itself/);
    held.when(end({ until: day('2027-04-01') })).thenRefused(FieldRefused, /by itself/);
    held.when(end({ until: day('2026-05-31') })).thenRefused(FieldRefused, /at once at the earliest/);
  });

  it('by itself after its last day, and then not again', () =>
    held.when(end({ today: day('2027-04-01') })).thenRefused(RightNotOpen, /over by 1 April 2027/));

  it('only when it was granted', () => {
    known
      .given(requested())
      .when(end())
      .thenRefused(RightNotOpen, /it is requested/);
    known
      .given(requested(), refused())
      .when(end())
      .thenRefused(RightNotOpen, /it is refused/);
  });
});

describe('the operator', () => {
  const appoint = (administrators: number) =>
    appointAdministrator({
      staff: STAFF,
      issuer: 'https://sign-in.example',
      subject: 'ngozi',
      organisation: COUNCIL,
      administrators,
      reasonCode: 'first-administrators',
      today: day('2026-03-02'),
    });

  it('appoints the first two administrators, whom nobody has to know', () => {
    scenario(staffMember).when(appoint(0)).thenEvents([recorded(), appointed()]);
    known.when(appoint(1)).thenEvents([appointed()]);
  });

  it('appoints no third, and nobody twice', () => {
    known.when(appoint(2)).thenRefused(EnoughAdministrators, /E10000015 has 2 administrators/);
    known.given(appointed()).when(appoint(1)).thenRefused(RightOverlaps);
  });
});

describe('another account of a person', () => {
  const link = (samePersonAs: string, changes: object = {}) =>
    recordSamePerson({
      organisation: COUNCIL,
      samePersonAs,
      accounts: [otherAccount()],
      named: 2,
      reasonCode: 'second-account',
      recordedOn: day('2026-04-03'),
      ...changes,
    });
  const said = samePerson(OTHER_ACCOUNT, '2026-04-03');

  it('is recorded once, of one person', () => {
    known.when(link(OTHER_ACCOUNT)).thenEvents([said]);
    known.given(samePerson()).when(link(OTHER_ACCOUNT)).thenNothing();
    known
      .given(samePerson())
      .when(link('SM-0000000003'))
      .thenRefused(NotAnotherAccount, /SM-0000000002/);
    known.when(link(STAFF)).thenRefused(NotAnotherAccount, /no other one of itself/);
  });

  it('is recorded of accounts that have rights in the organisation, or in none yet', () => {
    known
      .given(...rightIn(COUNCIL))
      .when(link(OTHER_ACCOUNT))
      .thenEvents([said]);
    known
      .given(...rightIn(COUNCIL), ...rightIn(BOARD, 2))
      .when(link(OTHER_ACCOUNT, { accounts: [otherAccount(...rightIn(COUNCIL))] }))
      .thenEvents([said]);
  });

  it('is never recorded by an organisation that knows the account where its rights are in others alone', () => {
    const elsewhere = known.given(...rightIn(BOARD));
    elsewhere.when(link(OTHER_ACCOUNT)).thenRefused(WorksElsewhere);
    elsewhere.given(samePerson()).when(link(OTHER_ACCOUNT)).thenRefused(WorksElsewhere);
    known
      .given(...rightIn(COUNCIL))
      .when(link(OTHER_ACCOUNT, { accounts: [otherAccount(...rightIn(BOARD))] }))
      .thenRefused(WorksElsewhere);
  });

  it.each<[string, readonly StaffEvent[], boolean]>([
    ['that begins later', [requested({ organisation: BOARD, from: day('2026-05-01') }), granted()], true],
    ['on its last day', rightIn(BOARD, 1, '2026-04-04'), true],
    ['that was over the day before', rightIn(BOARD, 1, '2026-04-03'), false],
    ['that ended before it began', [...rightIn(BOARD), ended('2026-03-25')], false],
    [
      'that ends before it would begin',
      [
        requested({ organisation: BOARD, from: day('2026-06-01') }),
        granted(),
        ended('2026-04-02', '2026-05-01'),
      ],
      false,
    ],
    ['that nobody granted', [requested({ organisation: BOARD })], false],
    ['that was refused', [requested({ organisation: BOARD }), refused()], false],
    ['that has ended here as well', [...rightIn(COUNCIL, 1, '2026-04-02'), ...rightIn(BOARD, 2)], true],
  ])('has rights in another organisation by one %s', (_, events, isElsewhere) => {
    const tried = known.given(...events).when(link(OTHER_ACCOUNT));
    if (isElsewhere) tried.thenRefused(WorksElsewhere);
    else tried.thenEvents([said]);
  });

  it('is one of as many as a request reads, and of no more', () => {
    known.when(link(OTHER_ACCOUNT, { named: MOST_ACCOUNTS })).thenEvents([said]);
    const tooMany = { named: MOST_ACCOUNTS + 1 };
    known.when(link(OTHER_ACCOUNT, tooMany)).thenRefused(NotAnotherAccount, /10 accounts/);
    known.given(samePerson()).when(link(OTHER_ACCOUNT, tooMany)).thenNothing();
  });

  it('is named once at the account that stands for the person, where that is known', () => {
    const name = nameOtherAccount({ account: OTHER_ACCOUNT, recordedOn: day('2026-03-03') });
    known.when(name).thenEvents([otherAccountNamed()]);
    known.given(otherAccountNamed()).when(name).thenNothing();
    scenario(staffMember).when(name).thenNothing();
  });
});

describe('that an account is no other one of a person after all', () => {
  // Who recorded the events that are given is of an organisation of their own.
  const SAID_IT = SOMEBODY.organisation;
  const linked = known.given(recorded(SAID_IT), samePerson());
  const withdraw = (changes: object = {}) =>
    withdrawSamePerson({
      by: { ...ANNE, organisation: SAID_IT },
      person: OTHER_ACCOUNT,
      accounts: [otherAccount()],
      reasonCode: 'recorded-by-mistake',
      recordedOn: day('2026-04-04'),
      ...changes,
    });
  const by = (organisation: string, accounts = [otherAccount()]) =>
    withdraw({ by: { ...ANNE, organisation }, accounts });
  const withdrawn = samePersonWithdrawn(OTHER_ACCOUNT, '2026-04-04');

  it('is said by an administrator of the organisation that recorded it', () => {
    linked.when(withdraw()).thenEvents([withdrawn]);
    linked
      .given(...rightIn(SAID_IT), ...rightIn(BOARD, 2))
      .when(withdraw())
      .thenEvents([withdrawn]);
    expect(fold(staffMember, recordedHistory([recorded(), samePerson(), samePersonWithdrawn()]))).toEqual(
      fold(staffMember, recordedHistory([recorded()])),
    );
  });

  it('is never said by the person, under whatever account', () => {
    const organisation = SAID_IT;
    linked.when(withdraw({ by: { id: 'ngozi', organisation } })).thenRefused(OwnAccounts);
    linked.when(withdraw({ by: { ...ANNE, staff: OTHER_ACCOUNT, organisation } })).thenRefused(OwnAccounts);
  });

  it('is said by any organisation in which one of the accounts has rights, be it of the other one alone', () => {
    linked
      .given(...rightIn(BOARD))
      .when(by(BOARD))
      .thenEvents([withdrawn]);
    linked.when(by(BOARD, [otherAccount(...rightIn(BOARD))])).thenEvents([withdrawn]);
    linked
      .given(...rightIn(SAID_IT), ...rightIn(BOARD, 2))
      .when(by(BOARD))
      .thenEvents([withdrawn]);
  });

  it('is not said by one with rights of one account where who recorded it has rights of both', () => {
    const ofBoth = linked.given(...rightIn(SAID_IT), ...rightIn(BOARD, 2));
    ofBoth
      .when(by(BOARD, [otherAccount(...rightIn(SAID_IT))]))
      .thenRefused(NotAnotherAccount, /rights of both/);
    ofBoth.when(by(BOARD, [otherAccount(...rightIn(SAID_IT), ...rightIn(BOARD, 2))])).thenEvents([withdrawn]);
  });

  it('is no longer said by the one that recorded it once all the rights are in others', () => {
    linked
      .given(...rightIn(BOARD))
      .when(withdraw())
      .thenRefused(WorksElsewhere);
    linked.when(withdraw({ accounts: [otherAccount(...rightIn(BOARD))] })).thenRefused(WorksElsewhere);
  });

  it('is said of what is recorded alone, and by no organisation that has to do with neither account', () => {
    known
      .given(recorded(SAID_IT))
      .when(withdraw())
      .thenRefused(NotAnotherAccount, /no other account/);
    linked.given(samePersonWithdrawn()).when(withdraw()).thenRefused(NotAnotherAccount);
    linked
      .given(recorded(BOARD))
      .when(by(BOARD))
      .thenRefused(NotAnotherAccount, /Another organisation recorded it/);
    linked
      .given(recorded(BOARD), ...rightIn(COUNCIL))
      .when(by(BOARD))
      .thenRefused(WorksElsewhere);
    linked.when(by(BOARD)).thenRefused(StaffNotFound);
    scenario(staffMember).when(withdraw()).thenRefused(StaffNotFound);
    linked.when(withdraw({ reasonCode: 'It was wrong' })).thenRefused(FieldRefused, /code/);
  });
});

describe('the sessions of an account', () => {
  const end = (organisation: string, reasonCode = 'machine-lost') =>
    endSessions({ organisation, reasonCode, today: day('2026-03-05') });

  it('are ended by an administrator of an organisation that knows it, as often as they are', () => {
    known.when(end(COUNCIL)).thenEvents([sessionsEnded()]);
    known.given(sessionsEnded()).when(end(COUNCIL)).thenEvents([sessionsEnded()]);
    known.when(end(BOARD)).thenRefused(StaffNotFound);
    known.when(end(COUNCIL, 'Ngozi lost it')).thenRefused(FieldRefused, /code/);
  });

  it('are not ended by one that only recorded an account whose rights are in others', () => {
    const elsewhere = known.given(recorded(BOARD), ...rightIn(COUNCIL));
    elsewhere.when(end(BOARD)).thenRefused(WorksElsewhere);
    elsewhere.when(end(COUNCIL)).thenEvents([sessionsEnded()]);
    elsewhere
      .given(...rightIn(BOARD, 2))
      .when(end(BOARD))
      .thenEvents([sessionsEnded(BOARD)]);
  });
});

describe('the rights of a day', () => {
  const on = (text: string, ...events: readonly StaffEvent[]) =>
    rightsOn(fold(staffMember, recordedHistory([recorded(), ...events])), day(text)).map(
      ({ grant }) => grant,
    );
  const wanted = requested({ until: day('2027-04-01') });

  it.each<[string, string, readonly StaffEvent[], boolean]>([
    ['before anybody granted it', '2026-04-01', [wanted], false],
    ['when it was refused', '2026-04-01', [wanted, refused()], false],
    ['the day before it begins', '2026-03-31', [wanted, granted()], false],
    ['on its first day', '2026-04-01', [wanted, granted()], true],
    ['on its last day', '2027-03-31', [wanted, granted()], true],
    ['the day after', '2027-04-01', [wanted, granted()], false],
    ['before the day on which it was granted', '2026-04-09', [wanted, granted('2026-04-10')], false],
    ['on the day on which it was granted', '2026-04-10', [wanted, granted('2026-04-10')], true],
    ['on the day on which it ended at once', '2026-06-01', [wanted, granted(), ended('2026-06-01')], false],
    [
      'until the last day that was said',
      '2026-06-30',
      [wanted, granted(), ended('2026-06-01', '2026-07-01')],
      true,
    ],
    [
      'after the last day that was said',
      '2026-07-01',
      [wanted, granted(), ended('2026-06-01', '2026-07-01')],
      false,
    ],
    ['of an administrator whom the operator appointed', '2026-03-02', [appointed()], true],
  ])('%s: on %s', (_, text, events, held) => {
    expect(on(text, ...events)).toEqual(held ? [GRANT] : []);
  });
});

describe('what may happen next to a right', () => {
  const stages: Readonly<Record<RightStage, readonly StaffEvent[]>> = {
    requested: [requested()],
    granted: [requested(), granted()],
    refused: [requested(), refused()],
    ended: [requested(), granted(), ended('2026-05-01', '2026-07-01')],
  };
  const steps: Readonly<Record<RightStep, (state: StaffMember) => readonly StaffEvent[]>> = {
    grant: decide(),
    refuse: refuse(),
    end: end(),
  };

  it.each(Object.entries(stages))('the table and the decisions agree when it is %s', (stage, events) => {
    const state = fold(staffMember, recordedHistory([recorded(), ...events]));
    const possible = RIGHT_STEPS.filter((step) => {
      try {
        return steps[step](state).length > 0;
      } catch {
        return false;
      }
    });
    expect(possible).toEqual(nextRightSteps[stage as RightStage]);
  });
});

describe('the events of the staff', () => {
  it('are told in sentences that name nobody', () => {
    const events = [
      recorded(),
      approverRequested,
      granted(),
      ended('2026-06-01', '2026-07-01'),
      requested({ grant: `${STAFF}-2`, role: 'council-approver', limitStated: false }),
      requested({ grant: `${STAFF}-3` }),
      refused(`${STAFF}-3`),
      ended('2026-06-01'),
      appointed(`${STAFF}-4`),
      samePerson(),
      samePersonWithdrawn(),
      sessionsEnded(),
    ];
    expect(recordedHistory<StaffEvent>(events).map(describeStaffEvent)).toEqual([
      'The account SM-0000000001 became known to E10000015',
      'The role council-approver in E10000015 was requested from 1 April 2026 to 31 March 2027, for approvals up to £5000.00 (SM-0000000001-1)',
      'The right SM-0000000001-1 was granted on 23 March 2026',
      'The right SM-0000000001-1 was ended on 1 June 2026, after 30 June 2026 (left-the-team)',
      'The role council-approver in E10000015 was requested from 1 April 2026 on, for approvals without a limit (SM-0000000001-2)',
      'The role council-finance in E10000015 was requested from 1 April 2026 on (SM-0000000001-3)',
      'The right SM-0000000001-3 was refused on 23 March 2026 (not-needed)',
      'The right SM-0000000001-1 was ended on 1 June 2026, at once (left-the-team)',
      'The operator appointed an administrator of E10000015 from 2 March 2026 on (SM-0000000001-4)',
      'The account is another one of SM-0000000002',
      'The account is no other one of SM-0000000002 (recorded-by-mistake)',
      'An administrator of E10000015 ended the sessions of the account on 5 March 2026 (machine-lost)',
    ]);
  });
});
