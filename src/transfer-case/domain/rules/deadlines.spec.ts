import { describe, expect, it } from '@jest/globals';
import {
  alertRaised,
  chcDeclined,
  deathRecorded,
  directPaymentStopped,
  fastTrackReceived,
  HISTORY_TO,
  phbCoverStarted,
} from '../../../../test/support/example-transfer-case.js';
import { recordedHistory } from '../../../../test/support/recorded.js';
import { plainDate, type PlainDate } from '../../../kernel/plain-date.js';
import type { CaseRecord } from '../case-record.js';
import type { TransferCaseEvent } from '../transfer-case.events.js';
import { foldTransferCase } from '../transfer-case.js';
import { deadlinesOf as deadlinesUnder, nextDeadline, type ClockTerms } from './deadlines.js';

const toComplete = HISTORY_TO.complete.slice(HISTORY_TO.bridging.length);

function caseOf(...events: readonly TransferCaseEvent[]): CaseRecord {
  const state = foldTransferCase(recordedHistory(events));
  if (state.stage === 'none') throw new Error('There is no case');
  return state;
}

const AGREED: ClockTerms = {
  bridgingHardStopWeeks: 0,
  rechargeTiming: 'when-transfer-complete',
  rechargeIssueDays: 30,
  escalationPostCouncil: '',
  escalationPostNhsBody: '',
};
const deadlinesOf = (record: CaseRecord, rechargeIssuedOn?: PlainDate, agreed: Partial<ClockTerms> = {}) =>
  deadlinesUnder(record, { ...AGREED, ...agreed }, rechargeIssuedOn);
const clocks = (...args: Parameters<typeof deadlinesOf>) =>
  deadlinesOf(...args).map(({ kind, dueOn, metOn }) => `${kind} ${dueOn} ${metOn ?? 'open'}`);

describe('The deadlines of a case', () => {
  it('give the NHS body five working days to acknowledge an alert', () => {
    expect(clocks(caseOf(alertRaised))).toEqual(['alert-acknowledgement 2024-01-22 open']);
  });

  it.each([
    ['Friday', '2024-01-19', '2024-01-26'],
    ['Saturday', '2024-01-20', '2024-01-26'],
    ['Sunday', '2024-01-21', '2024-01-26'],
    ['Monday', '2024-01-22', '2024-01-29'],
    ['Wednesday before Easter', '2024-03-27', '2024-04-05'],
  ])('count working days only from a %s', (_, alertedOn, dueOn) => {
    const raised = { ...alertRaised, occurredOn: plainDate(alertedOn) };
    expect(deadlinesOf(caseOf(raised))[0]?.dueOn).toBe(dueOn);
  });

  it('show day 29 as the day by which the decision is due, and say that its count is unverified', () => {
    expect(clocks(caseOf(...HISTORY_TO.assessing))).toEqual([
      'alert-acknowledgement 2024-01-22 2024-01-18',
      'eligibility-decision 2024-02-28 open',
    ]);
    const decision = deadlinesOf(caseOf(...HISTORY_TO.assessing)).find(
      ({ kind }) => kind === 'eligibility-decision',
    );
    expect(decision?.basis.from).toMatchObject([
      {
        rule: 'CHC-DAY-29',
        certainty: 'unverified',
        inputs: { receivedOn: '2024-01-31', day29: '2024-02-28' },
      },
    ]);
  });

  it('give two days for care on the Fast Track', () => {
    expect(clocks(caseOf(alertRaised, fastTrackReceived))).toContain('fast-track-package 2024-03-07 open');
  });

  it('move the bridging review on with each extension', () => {
    const extended: TransferCaseEvent = {
      type: 'transfer-case.bridging-extended',
      occurredOn: plainDate('2024-06-05'),
      data: { until: plainDate('2024-06-21'), approvedBy: 'staff-1', reasonCode: 'plan-not-signed' },
    };
    const bridging = HISTORY_TO.bridging;
    expect(clocks(caseOf(...bridging))).toContain('bridging-review 2024-06-07 open');
    expect(clocks(caseOf(...bridging, extended))).toContain('bridging-review 2024-06-21 open');
  });

  it('ask for the budget once the council has a last day, and for the last day once the budget has a first', () => {
    expect(clocks(caseOf(...HISTORY_TO.bridging, directPaymentStopped))).toContain(
      'phb-cover 2024-06-03 open',
    );
    expect(clocks(caseOf(...HISTORY_TO['phb-started'].slice(0, -1)))).toContain(
      'direct-payment-stop 2024-06-02 open',
    );
  });

  it('ask for the recharge within 30 days of completion, until it is issued', () => {
    const complete = caseOf(...HISTORY_TO.complete);
    expect(clocks(complete)).toContain('recharge-issue 2024-07-10 open');
    expect(clocks(complete, plainDate('2024-06-20'))).toContain('recharge-issue 2024-07-10 2024-06-20');
  });

  it('ask for the recharge in the days of the agreement, from the first day of the budget where it says so', () => {
    const started = caseOf(...HISTORY_TO['phb-started']);
    const fromCover = { rechargeTiming: 'when-cover-starts', rechargeIssueDays: 14 } as const;
    expect(clocks(started)).not.toContainEqual(expect.stringContaining('recharge-issue'));
    expect(clocks(started, undefined, fromCover)).toContain('recharge-issue 2024-06-17 open');
    expect(clocks(caseOf(...HISTORY_TO.complete), undefined, { rechargeIssueDays: 14 })).toContain(
      'recharge-issue 2024-06-24 open',
    );
  });

  it('have a hard stop of bridging only where the agreement does, and the budget meets it', () => {
    const bridging = caseOf(...HISTORY_TO.bridging);
    const stop = { bridgingHardStopWeeks: 16 };
    expect(clocks(bridging)).not.toContainEqual(expect.stringContaining('hard-stop'));
    expect(clocks(bridging, undefined, stop)).toContain('bridging-hard-stop 2024-08-02 open');
    expect(clocks(caseOf(...HISTORY_TO['phb-started']), undefined, stop)).toContain(
      'bridging-hard-stop 2024-08-02 2024-06-03',
    );
    const found = deadlinesOf(bridging, undefined, stop).find(({ kind }) => kind === 'bridging-hard-stop');
    expect(found?.basis).toMatchObject({
      rule: 'CLOCK-BRIDGING-HARD-STOP',
      inputs: { notifiedOn: '2024-04-12', hardStopWeeks: 16, day: '2024-08-02' },
    });
  });

  it('go on after a death only for what is still owed: the decision and the recharge', () => {
    const kinds = (...events: readonly TransferCaseEvent[]) =>
      deadlinesOf(caseOf(...events)).map(({ kind }) => kind);
    expect(kinds(...HISTORY_TO.bridging, deathRecorded)).toEqual(['eligibility-decision']);
    expect(kinds(...HISTORY_TO.complete, deathRecorded)).toEqual(['eligibility-decision', 'recharge-issue']);
    expect(kinds(...HISTORY_TO.bridging, chcDeclined)).toEqual([]);
  });

  it('name whom they are put before once they have passed, where the agreement does and they are open', () => {
    const posts = { escalationPostNhsBody: 'Head of personal health budgets' };
    const found = deadlinesOf(caseOf(...HISTORY_TO.bridging), undefined, posts);
    expect(found.map(({ kind, escalateTo }) => [kind, escalateTo])).toEqual([
      ['alert-acknowledgement', undefined],
      ['eligibility-decision', undefined],
      ['bridging-review', [{ side: 'nhs-body', post: 'Head of personal health budgets' }]],
    ]);
    const both = { ...posts, escalationPostCouncil: 'Head of direct payments' };
    expect(deadlinesOf(caseOf(alertRaised), undefined, both)[0]?.escalateTo).toEqual([
      { side: 'council', post: 'Head of direct payments' },
      { side: 'nhs-body', post: 'Head of personal health budgets' },
    ]);
  });

  it('stop with a withdrawal', () => {
    expect(deadlinesOf(caseOf(...HISTORY_TO.withdrawn))).toEqual([]);
  });

  it('carry their rule', () => {
    expect(deadlinesOf(caseOf(alertRaised))[0]?.basis).toMatchObject({
      rule: 'CLOCK-ALERT-ACKNOWLEDGEMENT',
      certainty: 'product-decision',
      inputs: { startedOn: '2024-01-15', dueOn: '2024-01-22' },
    });
  });

  it('stand in the order in which they fall due, each explained by its clock and the day that started it', () => {
    const extended: TransferCaseEvent = {
      type: 'transfer-case.bridging-extended',
      occurredOn: plainDate('2024-06-05'),
      data: { until: plainDate('2024-06-21'), approvedBy: 'staff-1', reasonCode: 'plan-not-signed' },
    };
    const record = caseOf(...HISTORY_TO.bridging, fastTrackReceived, extended, ...toComplete);
    expect(
      deadlinesOf(record).map(({ kind, metOn, basis }) => [kind, metOn, basis.rule, basis.inputs]),
    ).toEqual([
      [
        'alert-acknowledgement',
        '2024-01-18',
        'CLOCK-ALERT-ACKNOWLEDGEMENT',
        { startedOn: '2024-01-15', dueOn: '2024-01-22' },
      ],
      [
        'eligibility-decision',
        '2024-04-10',
        'CLOCK-ELIGIBILITY-DECISION',
        { startedOn: '2024-01-31', dueOn: '2024-02-28' },
      ],
      [
        'fast-track-package',
        '2024-04-15',
        'CLOCK-FAST-TRACK-PACKAGE',
        { startedOn: '2024-03-05', dueOn: '2024-03-07' },
      ],
      [
        'direct-payment-stop',
        '2024-06-02',
        'CLOCK-DIRECT-PAYMENT-STOP',
        { startedOn: '2024-06-03', dueOn: '2024-06-02' },
      ],
      ['phb-cover', '2024-06-03', 'CLOCK-PHB-COVER', { startedOn: '2024-06-02', dueOn: '2024-06-03' }],
      [
        'bridging-review',
        '2024-06-03',
        'CLOCK-BRIDGING-REVIEW',
        { startedOn: '2024-04-15', dueOn: '2024-06-21' },
      ],
      [
        'recharge-issue',
        undefined,
        'CLOCK-RECHARGE-ISSUE',
        {
          startedOn: '2024-06-10',
          rechargeTiming: 'when-transfer-complete',
          rechargeIssueDays: 30,
          dueOn: '2024-07-10',
        },
      ],
    ]);
    expect(deadlinesOf(record).at(-1)).not.toHaveProperty('metOn');
  });

  it('stop the clock of the Fast Track with the budget where bridging was never opened', () => {
    const history = [...HISTORY_TO.eligible, fastTrackReceived, phbCoverStarted];
    expect(clocks(caseOf(...history))).toContain('fast-track-package 2024-03-07 2024-06-03');
  });

  it('have the open one that falls due first as the next', () => {
    expect(nextDeadline(deadlinesOf(caseOf(...HISTORY_TO.assessing)))?.kind).toBe('eligibility-decision');
    expect(nextDeadline([])).toBeUndefined();
  });
});
