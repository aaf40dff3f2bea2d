import { DEFAULT_OPTIONS } from '../../agreement/index.js';
import { basisOf } from '../../kernel/basis.js';
import { periodOfDays, type Period } from '../../kernel/period.js';
import { ZERO_PENCE } from '../../kernel/pence.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import { NotUnderstood, type WorkedExampleKind } from '../../kernel/worked-example.js';
import { exactText } from '../domain/rules/exact-text.js';
import { EMPLOYER, fundersOnLastDay } from '../domain/rules/funding-weights.js';
import type { FundedPiece } from '../domain/rules/funded-piece.js';
import { noRightInWords, RELATIONSHIPS, type Relationship } from '../domain/rules/redundancy-right.js';
import { whatIsLeft, type CostToShare } from '../domain/rules/redundancy-residual.js';
import { redundancySplit, type RedundancySplit, type SplitTerms } from '../domain/rules/redundancy-split.js';
import {
  DateOfBirthNeeded,
  STATUTORY_REDUNDANCY_PAY,
  statutoryRedundancy,
  type StatutoryRedundancy,
} from '../domain/rules/statutory-redundancy.js';
import { exampleFunding, paidByTheCouncil } from './example-funding.js';
import { ExampleInputs, type RawInputs } from './example-inputs.js';

const INPUTS = [
  'dob',
  'employment_start',
  'last_day',
  'week_pay_pence',
  'statutory_cap_pence',
  'insurance_paid_pence',
  'reserves_pence',
  'relationship',
  'status',
  'funding',
  'denominator',
  'penny_tie_to',
  'liability_start',
  'phb_cover_start',
] as const;

type Inputs = ExampleInputs<(typeof INPUTS)[number]>;
/** The examples count complete months and years only. */
const BY_DAYS: SplitTerms = { ...DEFAULT_OPTIONS, redundancyPartYears: 'dropped' };
const TOTAL_SERVICE: SplitTerms = { ...BY_DAYS, redundancySelfFundedTime: 'employers-own-share' };
const BY_MONTHS: SplitTerms = { ...BY_DAYS, redundancyUnit: 'months' };
const BY_WHOLE_YEARS: SplitTerms = { ...BY_DAYS, redundancyUnit: 'whole-years' };

const DENOMINATORS: Readonly<Record<string, SplitTerms>> = {
  funded_days: BY_DAYS,
  funded_months: BY_MONTHS,
  funded_years: BY_WHOLE_YEARS,
  whole_years: BY_WHOLE_YEARS,
  total_service: TOTAL_SERVICE,
};

const STATUSES = {
  employed: 'employed',
  employee: 'employed',
  self_employed: 'self-employed',
  'self-employed': 'self-employed',
} as const;

/** A redundancy payment and its split; a key such as `last_day 2025-01-07` asks for the same job with that last day. */
export const redundancySplitExample: WorkedExampleKind = {
  kind: 'redundancy_split',
  compute: (inputs, expected) => {
    const lastDays = Object.keys(expected).flatMap((key) => {
      const match = /^last_day (\d{4}-\d{2}-\d{2})$/.exec(key);
      return match?.[1] === undefined ? [] : [{ key, lastDay: match[1] }];
    });
    const variants = lastDays.map(({ key, lastDay }): readonly [string, unknown] => [
      key,
      answer({ ...inputs, last_day: lastDay }, (expected[key] ?? {}) as RawInputs),
    ]);
    const base = inputs['last_day'] === undefined && lastDays.length > 0 ? {} : answer(inputs, expected);
    return { ...base, ...Object.fromEntries(variants) };
  },
};

function answer(raw: RawInputs, expected: RawInputs): Record<string, unknown> {
  const inputs = new ExampleInputs(raw, INPUTS);
  const lastDay = inputs.day('last_day');
  const statutory = statutoryPayment(inputs, lastDay);
  const cost = {
    statutoryPence: statutory.statutoryPence,
    insurancePence: inputs.has('insurance_paid_pence') ? inputs.money('insurance_paid_pence') : ZERO_PENCE,
    reservesPence: inputs.has('reserves_pence') ? inputs.money('reserves_pence') : ZERO_PENCE,
  };
  return {
    complete_years: statutory.completeYears,
    weeks: exactText(statutory.weeks),
    cap_pence: statutory.cap?.capPence,
    week_pay_used_pence: statutory.weekPayUsedPence,
    srp_pence: statutory.statutoryPence,
    reason: statutory.reasons.map(noRightInWords).join('; '),
    insurance_pence: cost.insurancePence,
    reserves_pence: cost.reservesPence,
    residual_pence: whatIsLeft({ ...cost, basis: statutory.basis }, BY_DAYS).residualPence,
    ...(inputs.has('funding')
      ? shared(inputs, cost, periodOfDays(inputs.day('employment_start'), lastDay), expected)
      : { shares_pence: nothingToShare(statutory, expected) }),
  };
}

function statutoryPayment(inputs: Inputs, lastDay: PlainDate): StatutoryRedundancy {
  try {
    return statutoryRedundancy({
      status: inputs.has('status') ? inputs.word('status', STATUSES) : 'employed',
      startedOn: inputs.day('employment_start'),
      lastDay,
      weekPayPence: inputs.money('week_pay_pence'),
      relationship: inputs.has('relationship') ? relationship(inputs.text('relationship')) : 'none',
      suitableAlternativeRefused: false,
      reEngagedWithinEightWeeks: false,
      ...(inputs.has('dob') && { dateOfBirth: inputs.day('dob') }),
      ...(inputs.has('statutory_cap_pence') && {
        cap: { capPence: inputs.money('statutory_cap_pence'), instrument: 'worked example' },
      }),
    });
  } catch (fault) {
    if (fault instanceof DateOfBirthNeeded) throw new NotUnderstood('The input dob is missing');
    throw fault;
  }
}

function relationship(word: string): Relationship {
  const found = RELATIONSHIPS.find((each) => each === word.replaceAll('_', '-'));
  if (found === undefined) throw new NotUnderstood(`relationship "${word}" is not known`);
  return found;
}

function shared(
  inputs: Inputs,
  cost: Omit<CostToShare, 'basis'>,
  service: Period,
  expected: RawInputs,
): Record<string, unknown> {
  const pieces = exampleFunding(inputs.list('funding'), service);
  const tieOrder = inputs.has('penny_tie_to') ? [inputs.text('penny_tie_to')] : fundersOnLastDay(pieces);
  const everybody = new Set(pieces.flatMap(({ shares }) => shares.map(({ funder }) => funder)));
  const split = (days: readonly FundedPiece[], terms: SplitTerms) => splitOf(cost, days, terms, tieOrder);
  const sharesOf = (days: readonly FundedPiece[], terms: SplitTerms) =>
    sharesPence(split(days, terms), everybody);

  const terms = inputs.has('denominator') ? inputs.word('denominator', DENOMINATORS) : BY_DAYS;
  const asked = split(pieces, terms);
  const bridging = {
    ...(inputs.has('liability_start') && { from: inputs.day('liability_start') }),
    ...(inputs.has('phb_cover_start') && { until: inputs.day('phb_cover_start') }),
  };
  const variants: readonly (readonly [RegExp, () => unknown])[] = [
    [/^whole_years_/, () => sharesOf(pieces, BY_WHOLE_YEARS)],
    [/^months_/, () => sharesOf(pieces, BY_MONTHS)],
    [/^variant_total_service$/, () => sharesOf(pieces, TOTAL_SERVICE)],
    [/^variant_payer_of_day$/, () => sharesOf(paidByTheCouncil(pieces, bridging), terms)],
  ];
  const asWell = Object.keys(expected).flatMap((key) =>
    variants
      .filter(([pattern]) => pattern.test(key))
      .map(([, compute]): readonly [string, unknown] => [key, compute()]),
  );
  return {
    [terms.redundancyUnit === 'days' ? 'weights_days' : 'weights']: weights(asked),
    shares_pence: sharesPence(asked, everybody),
    ...Object.fromEntries(asWell),
  };
}

function splitOf(
  cost: Omit<CostToShare, 'basis'>,
  pieces: readonly FundedPiece[],
  terms: SplitTerms,
  tieOrder: readonly string[],
): RedundancySplit {
  const basis = basisOf(STATUTORY_REDUNDANCY_PAY, { statutoryPence: cost.statutoryPence });
  const figure = redundancySplit({ ...cost, basis }, pieces, terms, [], tieOrder);
  if (figure.status === 'pending') {
    throw new NotUnderstood(figure.missing.map(({ reason }) => reason).join('; '));
  }
  return figure.value;
}

const inCapitals = (funder: string) => (funder === EMPLOYER ? 'EMPLOYER' : funder);

function sharesPence(split: RedundancySplit, everybody: ReadonlySet<string>): Record<string, number> {
  return {
    ...Object.fromEntries([...everybody].map((funder) => [funder, 0])),
    ...Object.fromEntries(split.shares.map(({ funder, sharePence }) => [inCapitals(funder), sharePence])),
  };
}

function weights(split: RedundancySplit): Record<string, string> {
  return Object.fromEntries(
    split.shares.map(({ funder, weight }) => [inCapitals(funder), exactText(weight)]),
  );
}

/** Without a payment each funder that the example names bears nothing; with one the funding would be needed. */
function nothingToShare(statutory: StatutoryRedundancy, expected: RawInputs): Record<string, number> {
  const asked = Object.keys(expected['shares_pence'] ?? {});
  if (statutory.statutoryPence !== 0 && asked.length > 0)
    throw new NotUnderstood('The input funding is missing');
  return Object.fromEntries(asked.map((funder) => [funder, 0]));
}
