import type { WorkedExampleKind } from '../../kernel/worked-example.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import { govukWeekPayCapOn } from '../domain/rules/govuk-week-pay-cap.js';
import { NoKnownCap, weekPayCapOn, type WeekPayCap } from '../domain/rules/redundancy-week-pay-cap.js';
import { ExampleInputs } from './example-inputs.js';
import { capFigures, payFigures, poundsInput, poundsNumber, wholeInput } from './redundancy-figures.js';
import { govukPayShown } from './redundancy-govuk-float-display.js';

/** The cap of a relevant date, with GOV.UK's beside it. A day without a known cap is refused. */
const capByRelevantDate: WorkedExampleKind = {
  kind: 'cap-by-relevant-date',
  compute: (raw) => {
    const relevantDate = new ExampleInputs(raw, ['relevant_date']).day('relevant_date');
    return capOr(relevantDate, ({ capPence }) => capFigures(capPence), {
      govuk_weekly_cap: poundsNumber(govukWeekPayCapOn(relevantDate).capPence),
    });
  },
};

/** A payment from age and complete years under the cap of the relevant date, with what GOV.UK's page shows beside it. */
const payComputed: WorkedExampleKind = {
  kind: 'pay-computed',
  compute: (raw) => {
    const inputs = new ExampleInputs(raw, [
      'relevant_date',
      'age_at_relevant_date',
      'full_years_service',
      'weekly_pay',
    ]);
    const relevantDate = inputs.day('relevant_date');
    const age = wholeInput(inputs, 'age_at_relevant_date');
    const years = wholeInput(inputs, 'full_years_service');
    const weekPay = poundsInput(inputs, 'weekly_pay');
    const govukCap = govukWeekPayCapOn(relevantDate).capPence;
    return capOr(
      relevantDate,
      ({ capPence }) => ({ ...capFigures(capPence), ...payFigures(age, years, weekPay, capPence) }),
      {
        govuk_weekly_cap: poundsNumber(govukCap),
        govuk_display: govukPayShown(age, years, weekPay, govukCap),
      },
    );
  },
};

/** A payment from age, complete years, week's pay and a cap that the example gives. */
const govukUnitTest: WorkedExampleKind = {
  kind: 'govuk-unit-test',
  compute: (raw) => {
    const inputs = new ExampleInputs(raw, [
      'weekly_cap',
      'age_at_relevant_date',
      'full_years_service',
      'weekly_pay',
    ]);
    const age = wholeInput(inputs, 'age_at_relevant_date');
    const years = wholeInput(inputs, 'full_years_service');
    const [weekPay, cap] = [poundsInput(inputs, 'weekly_pay'), poundsInput(inputs, 'weekly_cap')];
    return {
      ...capFigures(cap),
      ...payFigures(age, years, weekPay, cap),
      govuk_display: govukPayShown(age, years, weekPay, cap),
    };
  },
};

function capOr(
  relevantDate: PlainDate,
  figures: (cap: WeekPayCap) => Record<string, unknown>,
  beside: Record<string, unknown>,
): Record<string, unknown> {
  try {
    return { ...figures(weekPayCapOn(relevantDate)), ...beside };
  } catch (fault) {
    if (fault instanceof NoKnownCap) return { outcome: 'refuse_unknown_cap', ...beside };
    throw fault;
  }
}

export const redundancyPayKinds: readonly WorkedExampleKind[] = [
  capByRelevantDate,
  payComputed,
  govukUnitTest,
];
