import { describe, expect, it } from '@jest/globals';
import { pence } from '../../../kernel/pence.js';
import { periodOfDays } from '../../../kernel/period.js';
import { plainDate } from '../../../kernel/plain-date.js';
import {
  decisionRule,
  eightWeeks,
  liableFrom,
  NHS_BODY,
  payment,
  receipt,
  weekly,
} from '../bridging.fixtures.js';
import { bridgingRecharge, owedBy, PHB_COVER_START, type BridgingFacts } from './bridging-recharge.js';
import { bridgingWarnings } from './bridging-warnings.js';
import type { JointPackage } from './joint-package.js';
import { oneOffShares } from './one-off-payment.js';
import { evidenceFor } from './payment-evidence.js';
import * as rules from './recharge-rules.js';
import type { Suspension } from './suspension.js';
import { rateOn } from './weekly-rate.js';

const known = (changes: Partial<BridgingFacts> = {}) => {
  const figure = bridgingRecharge({ ...eightWeeks, ...changes });
  if (figure.status === 'pending') throw new Error('The figure waits');
  return figure;
};
const daysBasisOf = (changes: Partial<BridgingFacts>) => known(changes).value.lines[0]?.basis.from[0];
const { newCoverStartsOn: _, ...open } = eightWeeks;

describe('the explanation of the days', () => {
  it('names the one end that there is, and no other', () => {
    expect(daysBasisOf({})?.inputs).toStrictEqual({
      startsOn: '2024-05-01',
      newCoverStartsOn: '2024-06-26',
    });
    const figure = bridgingRecharge({ ...open, lastDayCovered: plainDate('2024-06-25') });
    expect(figure.status === 'known' && figure.value.lines[0]?.basis.from[0]?.inputs).toStrictEqual({
      startsOn: '2024-05-01',
      lastDayCovered: '2024-06-25',
    });
  });

  it('names every end that is recorded, with why liability ended', () => {
    const liabilityEnd = { lastDay: plainDate('2024-06-23'), basis: decisionRule };
    const ends = {
      lastDayCovered: plainDate('2024-06-25'),
      diedOn: plainDate('2024-06-24'),
      declinedFrom: plainDate('2024-06-22'),
    };
    expect(daysBasisOf({ ...ends, liabilityEnd })).toMatchObject({
      inputs: {
        startsOn: '2024-05-01',
        newCoverStartsOn: '2024-06-26',
        ...ends,
        lastDayLiable: '2024-06-23',
      },
      from: [decisionRule, { rule: 'CHC-DECLINED', inputs: { declinedFrom: '2024-06-22' } }, decisionRule],
    });
  });

  it('stands for the total where there are no days', () => {
    expect(known({ liability: liableFrom('2024-06-26') }).basis).toMatchObject({
      rule: 'RECHARGE-TOTAL',
      inputs: { lines: 0, totalPence: 0 },
      from: [{ rule: 'BRIDGING-DAYS', inputs: { startsOn: '2024-06-26' } }],
    });
  });

  it('of a merged case names the case that goes on', () => {
    const merger = { into: 'TC-2B8M61WXC4', mergedOn: plainDate('2024-05-20') };
    expect(known({ merger }).basis).toMatchObject({
      inputs: { lines: 0, totalPence: 0 },
      from: [{ rule: 'CASE-MERGED', inputs: merger }],
    });
  });
});

describe('the explanation of the refund', () => {
  it('has what was assessed, what was received and what is cancelled', () => {
    const changes = {
      contributions: [weekly('2024-04-01', 8_000)],
      contributionReceipts: [receipt('2024-05-01', '2024-06-25', 40_000)],
    };
    expect(known(changes).value.refundBasis).toMatchObject({
      rule: 'CONTRIBUTION-REFUND',
      inputs: { contributionPence: 64_000, refundToPersonPence: 40_000, contributionCancelledPence: 24_000 },
    });
  });
});

describe('the part of one of several bodies', () => {
  it('rests on its own lines', () => {
    const figure = known({
      liableBodies: [
        { from: plainDate('2024-05-01'), body: 'QM7' },
        { from: plainDate('2024-05-29'), body: 'QNC' },
      ],
    });
    const [, second] = figure.value.lines;
    expect(owedBy(figure, 'QNC')).toMatchObject({
      value: { lines: [second] },
      basis: { rule: 'RECHARGE-TOTAL', inputs: { lines: 1, totalPence: 297_000 }, from: [second?.basis] },
    });
  });

  it('waits for what the whole waits for', () => {
    const waiting = bridgingRecharge(open);
    expect(owedBy(waiting, NHS_BODY)).toBe(waiting);
  });
});

describe('who supplies what the bridging recharge waits for', () => {
  const missing = (changes: Partial<BridgingFacts>) => {
    const figure = bridgingRecharge({ ...eightWeeks, ...changes });
    return figure.status === 'pending'
      ? figure.missing.map(({ fact, suppliedBy }) => [fact, suppliedBy])
      : [];
  };

  it('is the team whose record it is', () => {
    expect(PHB_COVER_START.suppliedBy).toBe("the NHS body's personal health budget team");
    expect(missing({ awardRates: [] })).toEqual([['award-rate', "the council's direct payment team"]]);
    expect(missing({ liableBodies: [{ from: plainDate('2024-05-01') }] })).toEqual([
      ['liable-body', 'the finance teams of both bodies'],
    ]);
    const twice = [weekly('2024-05-01', 1), weekly('2024-05-01', 2)];
    expect(missing({ awardRates: twice })).toEqual([['award-rate', "the council's direct payment team"]]);
  });
});

describe('the words of a warning', () => {
  const reasons = (changes: Partial<BridgingFacts>) =>
    bridgingWarnings({ ...eightWeeks, ...changes }).map(({ reason }) => reason);

  it('say what is odd about a liability after the death, and about a refusal', () => {
    expect(reasons({ diedOn: plainDate('2024-04-30') })).toEqual([
      'The NHS body would be liable from 1 May 2024, after the person died on 30 April 2024: nothing was bridged',
    ]);
    expect(reasons({ declinedFrom: plainDate('2024-05-15') })).toEqual([
      'The person declined NHS Continuing Healthcare, so the NHS body is not liable; whether the council has to go on is not clear in law',
    ]);
  });

  it('end a gap with the death where that came before the cover', () => {
    const lastDayCovered = plainDate('2024-06-18');
    const warnings = bridgingWarnings({ ...eightWeeks, lastDayCovered, diedOn: plainDate('2024-06-20') });
    expect(warnings.map(({ days }) => days)).toStrictEqual([{ from: '2024-06-19', until: '2024-06-21' }]);
    const going = bridgingWarnings({ ...open, lastDayCovered });
    expect(going.map(({ days }) => days)).toStrictEqual([{ from: '2024-06-19' }]);
  });
});

describe('a joint package without parts', () => {
  const whole = (remainder: JointPackage['remainder']): Partial<BridgingFacts> => ({
    jointPackages: [{ from: plainDate('2024-04-01'), parts: [], remainder }],
  });

  it('is none where all is bridged, and leaves nothing to charge where one body bears all of its own', () => {
    expect(known(whole('bridged')).value.lines[0]).not.toHaveProperty('joint');
    expect(known(whole('bridged')).value.totalPence).toBe(594_000);
    expect(known(whole('nhs-own')).value).toMatchObject({
      totalPence: 0,
      lines: [{ joint: { nhsOwnPence: 594_000, councilOwnPence: 0 } }],
    });
    expect(known(whole('council-own')).value).toMatchObject({
      totalPence: 0,
      lines: [{ joint: { nhsOwnPence: 0, councilOwnPence: 594_000 } }],
    });
  });
});

describe('the explanation of a suspension', () => {
  it('has the reduced sum, and none where nothing was reduced', () => {
    const during = periodOfDays(plainDate('2024-05-15'), plainDate('2024-05-28'));
    const inputs = (suspension: Pick<Suspension, 'paid' | 'weeklyPence'>) =>
      known({ suspensions: [{ ...during, reason: 'respite', ...suspension }] }).value.lines[1]?.basis.from[1]
        ?.inputs;
    const dates = { from: '2024-05-15', lastDay: '2024-05-28', reason: 'respite' };
    expect(inputs({ paid: 'reduced', weeklyPence: pence(9_000) })).toStrictEqual({
      ...dates,
      paid: 'reduced',
      weeklyPence: 9_000,
    });
    expect(inputs({ paid: 'in-full' })).toStrictEqual({ ...dates, paid: 'in-full' });
  });
});

describe('a one-off payment by the day on which it was bought', () => {
  const shares = (incurredOn: string, method: 'incurred-date' | 'benefit-period' = 'incurred-date') =>
    oneOffShares(
      {
        amountPence: pence(30_000),
        incurredOn: plainDate(incurredOn),
        benefit: periodOfDays(plainDate('2024-04-21'), plainDate('2024-05-20')),
      },
      plainDate('2024-05-01'),
      method,
    ).value;

  it('is all of one body: from the first day of liability on of the liable one', () => {
    const days = { beforeDays: 10, liableDays: 20 };
    expect(shares('2024-04-30')).toEqual({ ...days, beforePence: 30_000, liablePence: 0 });
    expect(shares('2024-05-01')).toEqual({ ...days, beforePence: 0, liablePence: 30_000 });
    expect(shares('2024-05-02')).toEqual({ ...days, beforePence: 0, liablePence: 30_000 });
    expect(shares('2024-05-02', 'benefit-period')).toEqual({
      ...days,
      beforePence: 10_000,
      liablePence: 20_000,
    });
  });

  it('is explained by the end of liability, where there is one', () => {
    const insurance = {
      amountPence: pence(30_000),
      incurredOn: plainDate('2024-05-02'),
      benefit: periodOfDays(plainDate('2024-04-21'), plainDate('2024-05-20')),
    };
    const inputs = (until?: string) =>
      oneOffShares(
        insurance,
        plainDate('2024-05-01'),
        'benefit-period',
        until === undefined ? undefined : plainDate(until),
      ).basis.inputs;
    expect(inputs('2024-05-11')).toMatchObject({ liabilityUntil: '2024-05-11', liablePence: 10_000 });
    expect(inputs()).not.toHaveProperty('liabilityUntil');
  });
});

describe('the facts that a line is found by', () => {
  it('are no payments of other days', () => {
    const week = periodOfDays(plainDate('2024-05-08'), plainDate('2024-05-14'));
    const payments = ['2024-05-01', '2024-05-08', '2024-05-15'].map((day, index) =>
      payment(day, ['2024-05-07', '2024-05-14', '2024-05-21'][index] ?? day, 74_250),
    );
    expect(evidenceFor(week, payments, 'E10000015')).toEqual({
      references: ['payment 2024-05-08'],
      daysWithoutPayment: [],
      claimBefore: '2030-05-08',
    });
  });

  it('are the rates in force, in whatever order they were recorded', () => {
    const rates = [weekly('2024-05-15', 2), weekly('2024-05-01', 1), weekly('2024-06-01', 3)];
    const on = (day: string) => rateOn(rates, plainDate(day))?.weeklyPence;
    expect(['2024-04-30', '2024-05-01', '2024-05-14', '2024-05-15', '2024-06-01'].map(on)).toEqual([
      undefined,
      1,
      1,
      2,
      3,
    ]);
  });
});

describe('the rules of recharges', () => {
  it('are all listed, each once', () => {
    const { RECHARGE_RULES, ...named } = rules;
    const all = Object.values(named).filter((each) => typeof each === 'object' && 'code' in each);
    expect(RECHARGE_RULES).toEqual(expect.arrayContaining(all));
    expect(new Set(RECHARGE_RULES.map(({ code }) => code)).size).toBe(RECHARGE_RULES.length);
  });
});
