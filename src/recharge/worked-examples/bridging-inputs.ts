import { known, type Figure } from '../../kernel/figure.js';
import { sumPence, type Pence } from '../../kernel/pence.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import {
  day,
  listOf,
  money,
  oneOf,
  optional,
  record,
  text,
  wholeNumber,
  type ShapeOf,
} from '../../kernel/shape.js';
import { basisOf } from '../../kernel/basis.js';
import { NotUnderstood } from '../../kernel/worked-example.js';
import { determineLiability, type DeterminedLiability } from '../../transfer-case/index.js';
import { LIABILITY_STATED } from '../domain/rules/recharge-rules.js';
import type { WeeklyRate } from '../domain/rules/weekly-rate.js';

const DELAYS = ['justified', 'unjustified', 'unknown'] as const;
export type Delay = (typeof DELAYS)[number];

/** Everything that a worked example of a bridging recharge may say. Dates are first days unless they say otherwise. */
export const bridgingInputs = record({
  liability_start: optional(day),
  checklist_received: optional(day),
  fast_track_received: optional(day),
  eligibility_decision: optional(day),
  effective_date: optional(day),
  original_decision: optional(day),
  delay: optional(oneOf(DELAYS)),
  phb_cover_start: optional(day),
  last_day_covered: optional(day),
  died_on: optional(day),
  rates: optional(listOf(record({ from: day, weekly_gross_pence: money }))),
  weekly_gross_pence: optional(money),
  weekly_contribution_pence: optional(money),
  weekly_net_pence: optional(money),
  contributions: optional(listOf(record({ from: day, weekly_pence: money }))),
  contributions_received_pence: optional(money),
  contributions_paid_weeks_variant: optional(wholeNumber),
  days: optional(wholeNumber),
  nhs_body: optional(text),
  icb_change_on: optional(day),
});

export type BridgingInputs = ShapeOf<typeof bridgingInputs>;

/**
 * From when the NHS body is liable: as stated, or by the rules from the dates of the checklist and the decision.
 *
 * @param delay whether a late decision was justified, where the example asks what follows from another answer
 */
export function liabilityFrom(
  inputs: BridgingInputs,
  delay: Delay = inputs.delay ?? 'unknown',
): Figure<Omit<DeterminedLiability, 'rule'>> {
  const { liability_start: startsOn, eligibility_decision: decidedOn } = inputs;
  if (startsOn !== undefined) return known({ startsOn }, basisOf(LIABILITY_STATED, { startsOn }));
  if (decidedOn === undefined)
    throw new NotUnderstood('Neither liability_start nor eligibility_decision is given');
  return determineLiability({
    delay,
    ...checklistOf(inputs),
    ...(inputs.fast_track_received && { fastTrackReceivedOn: inputs.fast_track_received }),
    ...decisionOf(inputs, decidedOn),
  });
}

function checklistOf({ checklist_received: receivedOn }: BridgingInputs) {
  return receivedOn === undefined ? {} : { checklist: { completedOn: receivedOn, receivedOn } };
}

function decisionOf(
  { original_decision: original, effective_date: effectiveOn }: BridgingInputs,
  decidedOn: PlainDate,
) {
  if (original === undefined) {
    const eligible = { outcome: 'eligible' as const, decidedOn, notifiedOn: decidedOn };
    return { decision: { ...eligible, ...(effectiveOn && { effectiveOn }) } };
  }
  return {
    decision: { outcome: 'not-eligible' as const, decidedOn: original, notifiedOn: original },
    revisedDecision: { originalDecidedOn: original, revisedOn: decidedOn, notifiedOn: decidedOn },
  };
}

/**
 * The weekly rates: as listed, or the one that is given, from the first day on.
 *
 * @throws NotUnderstood when there is none, or the net rate that is given is not the gross one less the contribution.
 */
export function ratesFrom(inputs: BridgingInputs, startsOn: PlainDate): readonly WeeklyRate[] {
  const {
    weekly_gross_pence: gross,
    weekly_contribution_pence: contribution,
    weekly_net_pence: net,
  } = inputs;
  if (inputs.rates !== undefined) return inputs.rates.map(rateFrom);
  if (gross === undefined) throw new NotUnderstood('Neither rates nor weekly_gross_pence is given');
  if (net !== undefined && contribution !== undefined && sumPence([net, contribution]) !== gross) {
    throw new NotUnderstood('weekly_net_pence and weekly_contribution_pence do not make weekly_gross_pence');
  }
  return [{ from: startsOn, weeklyPence: gross }];
}

function rateFrom({ from, weekly_gross_pence: weeklyPence }: { from: PlainDate; weekly_gross_pence: Pence }) {
  return { from, weeklyPence };
}

/** The weekly contributions: as listed, or the one that is given, from the first day on; none when none is given. */
export function contributionsFrom(inputs: BridgingInputs, startsOn: PlainDate): readonly WeeklyRate[] {
  const { contributions, weekly_contribution_pence: weekly } = inputs;
  if (contributions !== undefined) {
    return contributions.map(({ from, weekly_pence: weeklyPence }) => ({ from, weeklyPence }));
  }
  return weekly === undefined ? [] : [{ from: startsOn, weeklyPence: weekly }];
}
