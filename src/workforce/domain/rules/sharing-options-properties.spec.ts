import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { recordedHistory } from '../../../../test/support/recorded.js';
import { fold } from '../../../kernel/aggregate.js';
import { pence, sumPence } from '../../../kernel/pence.js';
import { addDays, plainDate } from '../../../kernel/plain-date.js';
import type { SharingTerms } from '../case-setting.js';
import { employment, type EmploymentRecord, type FundingPeriod } from '../employment.js';
import { COUNCIL, funded, NHS_BODY, settingWith, STARTED } from '../workforce.fixtures.js';
import type { WorkforceEvent } from '../workforce.events.js';
import { redundancyCost } from './redundancy-cost.js';
import { ENDED, OTHER_NHS_BODY, withFunding } from './sharing-options.fixtures.js';

describe('Whatever an agreement chooses', () => {
  const pick = <Choice>(...choices: readonly Choice[]) => fc.constantFrom(...choices);
  const anyTerms = fc.record({
    redundancyUnit: pick('days', 'months', 'whole-years'),
    redundancyPartYears: pick('kept', 'nearest-half'),
    redundancyService: pick('whole-employment', 'last-twenty-years', 'years-that-count'),
    redundancyFundingGap: pick('left-out', 'last-funder', 'next-funder'),
    redundancyJointDays: pick('share-of-the-day', 'equal', 'lead-funder'),
    redundancyOtherFunders: pick('own-share-not-recovered', 'left-out'),
    redundancyHoursAndPay: pick('service-only', 'weighted-by-cost'),
    redundancyReserves: pick('after-insurance', 'before-insurance'),
    redundancyCap: pick('none', 'amount', 'percent-of-payment'),
    redundancyCapPence: fc.nat(600_000),
    redundancyCapPercent: fc.nat(100).map(String),
    redundancyMinimumPence: fc.nat(600_000),
    redundancySeveralNhsBodies: pick('each-its-own-days', 'last-settles-and-collects'),
    redundancyPaidFirstBy: pick('current-funder-then-recovers', 'each-direct'),
    redundancySelfFundedTime: pick('left-out', 'employers-own-share'),
    redundancyPennyTie: pick('funder-on-last-day', 'earlier-funder'),
  }) as fc.Arbitrary<Partial<SharingTerms>>;
  const MIXES = [
    { [COUNCIL]: '1' },
    { [NHS_BODY]: '1' },
    { [COUNCIL]: '1/3', [NHS_BODY]: '2/3' },
    { [COUNCIL]: '1/2', 'access-to-work': '1/4' },
    { [OTHER_NHS_BODY]: '1' },
  ];
  const anyFunding = fc
    .array(fc.tuple(fc.integer({ min: 20, max: 900 }), fc.nat(MIXES.length - 1), fc.nat(40)), {
      minLength: 1,
      maxLength: 6,
    })
    .map((spans) => {
      let from = plainDate('2016-04-01');
      const periods = spans.map(([days, mix, gap], index): FundingPeriod => {
        const until = addDays(from, days);
        const each = funded(from, index === spans.length - 1 ? undefined : until, MIXES[mix]!);
        from = addDays(until, gap);
        return each;
      });
      // The last period is open, so it has to begin before the last day of the job.
      return periods
        .filter((each) => each.from <= '2024-04-01')
        .map((each, index, all) => {
          const { until: _, ...open } = each;
          return index === all.length - 1 ? open : each;
        });
    });

  it('sums to the whole, and the payments settle exactly what the public bodies bear', () =>
    fc.assert(
      fc.property(anyTerms, anyFunding, fc.nat(700_000), (terms, periods, paid) => {
        const job: EmploymentRecord = {
          ...withFunding(...periods),
          insuranceClaim: paid === 0 ? { claim: 'not-claimed' } : { claim: 'paid', amountPence: pence(paid) },
        };
        const figure = redundancyCost(job, settingWith(terms));
        if (figure.status !== 'known') return figure.status === 'pending';
        const {
          shares,
          toSharePence,
          estatePence,
          residualPence,
          settlement,
          insuranceUsedPence,
          reservesUsedPence,
        } = figure.value;
        expect(sumPence(shares.map(({ sharePence }) => sharePence))).toBe(toSharePence);
        expect(residualPence).toBe(Math.max(0, 554400 - paid));
        expect(sumPence([toSharePence, estatePence, insuranceUsedPence, reservesUsedPence])).toBe(554400);
        expect(shares.every(({ sharePence }) => sharePence >= 0)).toBe(true);
        const toAssistant = settlement.payments.filter(({ to }) => to === 'assistant');
        const paidOut = sumPence(toAssistant.map(({ amountPence }) => amountPence));
        expect(sumPence([paidOut, settlement.leftToEmployerPence])).toBe(toSharePence);
        return true;
      }),
      { numRuns: 150 },
    ));

  it('gives the same figure in whatever order the funding was recorded', () => {
    let moved = 0;
    fc.assert(
      fc.property(
        anyTerms,
        anyFunding.chain((periods) =>
          fc.tuple(fc.constant(periods), fc.shuffledSubarray(periods, { minLength: periods.length })),
        ),
        (terms, [periods, shuffled]) => {
          if (shuffled.some((each, index) => each !== periods[index])) moved += 1;
          const setting = settingWith(terms);
          expect(redundancyCost(recordedAs(shuffled), setting)).toEqual(
            redundancyCost(recordedAs(periods), setting),
          );
        },
      ),
      { numRuns: 60 },
    );
    // Many histories were really in another order, so that the fold had something to put in date order.
    expect(moved).toBeGreaterThan(5);
  });

  it('changes nothing when the pay of all weeks is scaled alike', () =>
    fc.assert(
      fc.property(anyTerms, anyFunding, fc.integer({ min: 2, max: 9 }), (terms, periods, factor) => {
        const setting = settingWith({ ...terms, redundancyHoursAndPay: 'weighted-by-cost' });
        const job = withFunding(...periods);
        const scaled = {
          ...job,
          terms: job.terms.map((each) => ({
            ...each,
            hourlyRatePence: pence(each.hourlyRatePence * factor),
          })),
        };
        const shares = (of: EmploymentRecord) => {
          const figure = redundancyCost(of, setting);
          return figure.status === 'known'
            ? figure.value.shares.map(({ sharePence }) => sharePence)
            : figure.status;
        };
        expect(shares(scaled)).toEqual(shares(job));
      }),
      { numRuns: 60 },
    ));
});

/** The job as its history folds when the funding was recorded in this order. */
function recordedAs(periods: readonly FundingPeriod[]): EmploymentRecord {
  const facts = periods.map(({ eventId: _, ...data }) => ({
    type: 'workforce.funding-period-recorded' as const,
    occurredOn: data.from,
    data,
  }));
  const state = fold(employment, recordedHistory<WorkforceEvent>([STARTED, ...facts]));
  if (state.stage === 'none') throw new Error('The job is there');
  return { ...ENDED, fundingPeriods: state.fundingPeriods };
}
