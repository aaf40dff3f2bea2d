import { daysIn, periodOfDays } from '../../kernel/period.js';
import { day, money, optional, record } from '../../kernel/shape.js';
import type { WorkedExampleKind } from '../../kernel/worked-example.js';
import { oneOffShares, type OneOffMethod } from '../domain/rules/one-off-payment.js';
import { readInputs } from './read-inputs.js';

const inputsShape = record({
  premium_pence: money,
  cover_from: day,
  cover_to: day,
  incurred_on: optional(day),
  liability_start: day,
});

/** A payment for a longer time, shared by the days before and after liability began. */
export const oneOffExample: WorkedExampleKind = {
  kind: 'one_off_in_bridging',
  compute: (raw) => {
    const inputs = readInputs(inputsShape, raw);
    const benefit = periodOfDays(inputs.cover_from, inputs.cover_to);
    const payment = {
      amountPence: inputs.premium_pence,
      // An annual premium is due on the first day of its cover unless the example says otherwise.
      incurredOn: inputs.incurred_on ?? inputs.cover_from,
      benefit,
    };
    const shared = (method: OneOffMethod) => oneOffShares(payment, inputs.liability_start, method).value;
    const byBenefit = shared('benefit-period');
    const byDay = shared('incurred-date');
    return {
      cover_days: daysIn(benefit),
      la_days: byBenefit.beforeDays,
      icb_days: byBenefit.liableDays,
      la_pence: byBenefit.beforePence,
      icb_pence: byBenefit.liablePence,
      by_incurred_date_rule: { la_pence: byDay.beforePence, icb_pence: byDay.liablePence },
    };
  },
};
