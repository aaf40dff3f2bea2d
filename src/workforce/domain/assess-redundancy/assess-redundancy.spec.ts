import { describe, expect, it } from '@jest/globals';
import { pence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { scenario } from '../../../../test/support/scenario.js';
import { afterDeciding, employment } from '../employment.js';
import { NoKnownCap } from '../rules/redundancy-week-pay-cap.js';
import { EMPLOYED, STARTED } from '../workforce.fixtures.js';
import type { WorkforceFact } from '../workforce.events.js';
import {
  AssessedForAnotherDay,
  AssessmentPending,
  assessRedundancy,
  type AssessmentTerms,
} from './assess-redundancy.decision.js';

const TERMS: AssessmentTerms = {
  assessedOn: plainDate('2024-05-02'),
  lastDay: plainDate('2024-04-30'),
  dateOfBirth: plainDate('1972-01-15'),
  weekPay: { weekPayPence: pence(46200) },
  relationship: 'none',
  privateHousehold: true,
  statusDoubtful: false,
};

const assessed = (terms: AssessmentTerms) => {
  const [event] = assessRedundancy(terms)(EMPLOYED);
  return event as WorkforceFact<'workforce.redundancy-assessed'>;
};
const ended = (lastDay: string, reason: 'redundancy' | 'employer-died' = 'redundancy') =>
  ({
    type: 'workforce.employment-ended',
    occurredOn: plainDate(lastDay),
    data: { lastDay: plainDate(lastDay), reason },
  }) as const;

describe('Assessing a redundancy payment', () => {
  it('records the figures with the years in each age band, and never the date of birth', () => {
    const { basis, ...data } = assessed(TERMS).data;
    expect(data).toStrictEqual({
      lastDay: '2024-04-30',
      completeYears: 8,
      weeks: '12',
      yearsByAge: { below22: 0, from22: 0, from41: 8 },
      weekPayPence: 46200,
      capPence: 70000,
      capInstrument: 'SI 2024/213',
      weekPayUsedPence: 46200,
      statutoryPence: 554400,
      eligible: true,
      reasons: [],
    });
    expect(basis.rule).toBe('REDUNDANCY-STATUTORY-PAY');
    expect(JSON.stringify(assessed(TERMS))).not.toContain('1972');
  });

  it('records that there is no right, and why', () => {
    const late = { ...TERMS, lastDay: plainDate('2018-03-30') };
    expect(assessed(late).data).toMatchObject({
      statutoryPence: 0,
      eligible: false,
      reasons: ['under-two-years'],
    });
  });

  it('records both figures where the rules leave it to an adviser, and then the one that the ruling names', () => {
    const relative: AssessmentTerms = { ...TERMS, relationship: 'child', reservesPence: pence(10000) };
    const [referred] = assessRedundancy(relative)(EMPLOYED);
    expect(referred).toMatchObject({
      type: 'workforce.redundancy-referred',
      occurredOn: '2024-05-02',
      data: {
        lastDay: '2024-04-30',
        referrals: [{ code: 'domestic-service-doubtful', referTo: 'an employment adviser' }],
        candidates: [
          { reading: 'the rules as recorded', outcome: { statutoryPence: 554400, reservesPence: 10000 } },
          { outcome: { statutoryPence: 0, reasons: ['relative-of-employer'], reservesPence: 10000 } },
        ],
      },
    });
    if (referred?.type !== 'workforce.redundancy-referred') throw new Error('It is referred');
    scenario(employment).given(STARTED, referred).when(assessRedundancy(relative)).thenNothing();

    const [, none] = referred.data.candidates;
    const ruling = { reference: 'ADVICE-9', reading: none?.reading ?? '' };
    const ruled = assessRedundancy({ ...relative, ruling })(EMPLOYED);
    expect(ruled).toMatchObject([
      { type: 'workforce.redundancy-assessed', data: { statutoryPence: 0, eligible: false, ruling } },
    ]);
  });

  it('refuses a ruling that names no reading, that nothing calls for, or that is about service itself', () => {
    const ruling = { reference: 'ADVICE-9', reading: 'as the family sees it' };
    scenario(employment)
      .given(STARTED)
      .when(assessRedundancy({ ...TERMS, relationship: 'child', ruling }))
      .thenRefused(FieldRefused, /The readings are "the rules as recorded", "no right: ERA 1996 s161/);
    scenario(employment)
      .given(STARTED)
      .when(assessRedundancy({ ...TERMS, ruling }))
      .thenRefused(FieldRefused, /nothing to rule on/);
    scenario(employment)
      .given(STARTED, {
        type: 'workforce.continuous-service-stated',
        occurredOn: plainDate('2024-05-01'),
        data: {
          cause: 'start-estimated',
          earliestStart: plainDate('2016-04-01'),
          latestStart: plainDate('2017-04-01'),
        },
      })
      .when(assessRedundancy({ ...TERMS, ruling }))
      .thenRefused(FieldRefused, /record that first/);
  });

  it('leaves to an adviser who pays where the estate is insolvent, with the figure that the rules settle', () => {
    const insolvent = { ...TERMS, estateInsolvent: true };
    const died = ended('2024-04-30', 'employer-died');
    const [referred] = assessRedundancy(insolvent)(afterDeciding(EMPLOYED, [died]));
    expect(referred).toMatchObject({
      type: 'workforce.redundancy-referred',
      data: {
        referrals: [{ code: 'estate-insolvent', referTo: 'an employment adviser' }],
        candidates: [
          { reading: 'the rules as recorded; the estate pays', outcome: { statutoryPence: 554400 } },
          {
            reading: 'the rules as recorded; the National Insurance Fund pays (ss.166, 182)',
            outcome: { statutoryPence: 554400 },
          },
        ],
      },
    });
    const ruling = { reference: 'ADVICE-10', reading: 'the rules as recorded; the estate pays' };
    expect(assessRedundancy({ ...insolvent, ruling })(afterDeciding(EMPLOYED, [died]))).toMatchObject([
      { type: 'workforce.redundancy-assessed', data: { statutoryPence: 554400, ruling } },
    ]);
    scenario(employment)
      .given(STARTED, ended('2024-04-30'))
      .when(assessRedundancy(insolvent))
      .thenRefused(FieldRefused, /only after the employer died/);
  });

  it('waits for whether notice was given only where the payment turns on it', () => {
    const end = (lastDay: string) => ended(lastDay);
    // Eight weeks from 4 April 2025 reach the cap of 6 April; this PA earns more than either cap.
    const wellPaid = {
      ...TERMS,
      lastDay: plainDate('2025-04-04'),
      weekPay: { weekPayPence: pence(90000) },
    };
    scenario(employment)
      .given(STARTED, end('2025-04-04'))
      .when(assessRedundancy(wellPaid))
      .thenRefused(AssessmentPending, /whether notice was given/);
    scenario(employment)
      .given(STARTED, end('2024-04-30'))
      .when(assessRedundancy(TERMS))
      .thenEvents([
        { ...assessed(TERMS), data: { ...assessed(TERMS).data, ending: { reason: 'redundancy' } } },
      ]);
  });

  const BESIDE = {
    reservesPence: pence(10000),
    payrollFigurePence: pence(554300),
    untakenLeavePence: pence(24000),
    exGratiaNoticePence: pence(5000),
    aboveStatutoryPence: pence(50000),
    aboveStatutoryApprovedOn: plainDate('2024-04-01'),
  };

  it('keeps beside it what was set aside, payroll’s own figure and what is paid with it, and changes nothing for them', () => {
    const { data } = assessed(TERMS);
    expect(assessed({ ...TERMS, ...BESIDE }).data).toStrictEqual({ ...data, ...BESIDE });
    for (const [name, amount] of Object.entries(BESIDE).filter(
      ([each]) => each !== 'aboveStatutoryApprovedOn',
    ))
      expect(assessed({ ...TERMS, [name]: amount }).data).toStrictEqual({ ...data, [name]: amount });
  });

  it('asks an adviser about the end as it is recorded, and anew where anything is told otherwise', () => {
    const died = ended('2024-04-30', 'employer-died');
    const terms: AssessmentTerms = { ...TERMS, relationship: 'child', ...BESIDE };
    const [referred] = assessRedundancy(terms)(afterDeciding(EMPLOYED, [died]));
    if (referred?.type !== 'workforce.redundancy-referred') throw new Error('It is referred');
    expect(referred.data.ending).toStrictEqual({ reason: 'employer-died' });
    for (const { outcome } of referred.data.candidates) expect(outcome).toMatchObject(BESIDE);
    const [open] = assessRedundancy(terms)(EMPLOYED);
    expect(open?.data).not.toHaveProperty('ending');
    scenario(employment).given(STARTED, died, referred).when(assessRedundancy(terms)).thenNothing();
    const later = { ...terms, reservesPence: pence(10001) };
    expect(assessRedundancy(later)(afterDeciding(EMPLOYED, [died, referred]))).toHaveLength(1);
  });

  it('follows a ruling once service is settled', () => {
    const settled = {
      type: 'workforce.continuous-service-stated',
      occurredOn: plainDate('2024-05-01'),
      data: {
        cause: 'start-estimated',
        earliestStart: plainDate('2017-04-01'),
        latestStart: plainDate('2017-04-01'),
      },
    } as const;
    const ruling = { reference: 'ADVICE-9', reading: 'service counted from 1 April 2017' };
    const terms: AssessmentTerms = { ...TERMS, relationship: 'child', ruling };
    // Seven complete years at 41 or over, of 462.00: 4,851.00.
    expect(assessRedundancy(terms)(afterDeciding(EMPLOYED, [settled]))).toMatchObject([
      { data: { completeYears: 7, statutoryPence: 485100, serviceFrom: '2017-04-01', ruling } },
    ]);
  });

  it('names everything that it waits for', () => {
    const missing = ['No week was paid', 'No end is recorded'].map((reason) => ({
      fact: 'a-fact',
      reason,
      suppliedBy: 'payroll',
    }));
    expect(new AssessmentPending(missing).message).toBe(
      'The payment cannot be worked out yet: No week was paid; No end is recorded',
    );
  });

  it('is silent when nothing comes out differently, and replaces the last assessment when something does', () => {
    const first = assessed(TERMS);
    scenario(employment).given(STARTED, first).when(assessRedundancy(TERMS)).thenNothing();
    const raised = { ...TERMS, weekPay: { weekPayPence: pence(46300) } };
    scenario(employment)
      .given(STARTED, first)
      .when(assessRedundancy(raised))
      .thenEvents([assessed(raised)]);
  });

  it('is for the day on which the job ended', () => {
    scenario(employment)
      .given(STARTED, ended('2024-04-29'))
      .when(assessRedundancy(TERMS))
      .thenRefused(AssessedForAnotherDay, /ended on 29 April 2024/);
  });

  it('is refused where the law’s cap is not known', () => {
    scenario(employment)
      .given(STARTED)
      .when(assessRedundancy({ ...TERMS, lastDay: plainDate('2027-04-06') }))
      .thenRefused(NoKnownCap, /6 April 2027 is not known/);
  });

  it.each([
    ['a last day before the first', { lastDay: plainDate('2016-03-31') }],
    ['a birth after the job began', { dateOfBirth: plainDate('2016-04-01') }],
    ['no pay', { weekPay: { weekPayPence: pence(0) } }],
    ['reserves below zero', { reservesPence: pence(-1) }],
  ])('refuses %s', (_, wrong) => {
    scenario(employment)
      .given(STARTED)
      .when(assessRedundancy({ ...TERMS, ...wrong }))
      .thenRefused(FieldRefused);
  });
});
