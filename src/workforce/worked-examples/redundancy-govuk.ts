import type { Pence } from '../../kernel/pence.js';
import { periodOfDays } from '../../kernel/period.js';
import { plainDate } from '../../kernel/plain-date.js';
import { NotUnderstood, type WorkedExampleKind } from '../../kernel/worked-example.js';
import {
  govukFormOutcome,
  yearsCounted,
  type GovukFormOutcome,
} from '../domain/rules/govuk-redundancy-form.js';
import { govukRowOn, govukWeekPayCapOn } from '../domain/rules/govuk-week-pay-cap.js';
import { ExampleInputs, understood, type RawInputs } from './example-inputs.js';
import { capFigures, payFigures, poundsInput, wholeInput } from './redundancy-figures.js';
import { govukAmount, govukPayShown } from './redundancy-govuk-float-display.js';

const FORM_INPUTS = [
  'redundancy_date',
  'age_at_relevant_date',
  'years_entered',
  'full_years_service',
  'weekly_pay',
] as const;

type FormInputs = ExampleInputs<(typeof FORM_INPUTS)[number]>;

const OUTCOMES: Readonly<Record<GovukFormOutcome, string>> = {
  'ask-age': 'ask_age',
  'ask-years': 'ask_years',
  'ask-weekly-pay': 'ask_weekly_pay',
  'invalid-input': 'invalid_input',
  'not-entitled-under-2-years': 'not_entitled_under_2_years',
  payable: 'payable',
};

/** Where GOV.UK's form leads and what its page then shows, under the cap that it uses. */
const formExample = (kind: string): WorkedExampleKind => ({
  kind,
  compute: (raw) => {
    const inputs = new ExampleInputs(raw, FORM_INPUTS);
    const age = wholeInput(inputs, 'age_at_relevant_date');
    const years = yearsTyped(inputs, raw['years_entered']);
    const outcome = govukFormOutcome({
      age,
      ...(years !== undefined && { years }),
      weekPayGiven: inputs.has('weekly_pay'),
    });
    const cap = inputs.has('redundancy_date') ? govukWeekPayCapOn(inputs.day('redundancy_date')) : undefined;
    return {
      outcome: OUTCOMES[outcome],
      ...(cap && capFigures(cap.capPence)),
      ...(cap && outcome === 'payable' && shown(inputs, age, yearsCounted(years ?? '') ?? 0, cap.capPence)),
    };
  },
});

function shown(inputs: FormInputs, age: number, years: number, capPence: Pence) {
  const weekPay = poundsInput(inputs, 'weekly_pay');
  return {
    ...payFigures(age, years, weekPay, capPence),
    govuk_display: govukPayShown(age, years, weekPay, capPence),
  };
}

/** What was typed for the years. The whole years that an example states must be those of what it says was typed. */
function yearsTyped(inputs: FormInputs, entered: unknown): string | undefined {
  const stated = inputs.has('full_years_service') ? wholeInput(inputs, 'full_years_service') : undefined;
  if (entered === undefined) return stated === undefined ? undefined : String(stated);
  if (typeof entered !== 'string' && typeof entered !== 'number')
    throw new NotUnderstood('years_entered is neither text nor a number');
  const typed = String(entered);
  if (stated !== undefined && yearsCounted(typed) !== stated)
    throw new NotUnderstood(`full_years_service is not what ${typed} years count as`);
  return typed;
}

/** How GOV.UK's page writes an amount. */
const formatTest: WorkedExampleKind = {
  kind: 'govuk-format-test',
  compute: (raw) => ({ govuk_display: govukAmount(new ExampleInputs(raw, ['amount']).exact('amount')) }),
};

/** The row that GOV.UK's look-up finds for a day in a table that the example gives; `to` is the row's last day. */
const rateLookup: WorkedExampleKind = {
  kind: 'govuk-rate-lookup-test',
  compute: (raw) => {
    const inputs = new ExampleInputs(raw, ['table', 'date']);
    const found = govukRowOn(inputs.list('table').map(rateRow), inputs.day('date'));
    if (found === undefined) throw new NotUnderstood('table has no rows');
    return { rate: found.rate };
  },
};

function rateRow(value: unknown) {
  const row = new ExampleInputs(value as RawInputs, ['from', 'to', 'rate']);
  const days = understood('table', () =>
    periodOfDays(plainDate(row.text('from')), plainDate(row.text('to'))),
  );
  return { ...days, rate: (value as RawInputs)['rate'] };
}

export const redundancyGovukKinds: readonly WorkedExampleKind[] = [
  formExample('govuk-flow-test'),
  formExample('govuk-rendered-outcome'),
  formatTest,
  rateLookup,
];
