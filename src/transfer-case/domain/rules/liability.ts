import { basisOf, type Basis } from '../../../kernel/basis.js';
import { known, pending, type Figure, type MissingFact } from '../../../kernel/figure.js';
import type { Period } from '../../../kernel/period.js';
import { addDays, type PlainDate } from '../../../kernel/plain-date.js';
import type { CaseRecord, Liability, LiabilityRule } from '../case-record.js';
import { DAY_29, LIABILITY_RULE } from './liability-rules.js';

/** The facts of a case that its day of liability follows from. */
export type LiabilityFacts = Pick<
  CaseRecord,
  'checklist' | 'fastTrackReceivedOn' | 'decision' | 'revisedDecision' | 'delay' | 'liabilityAgreed'
>;

/** Days that wait for a fact, with that fact. */
export interface HeldDays extends Period {
  readonly missing: MissingFact;
}

/** From when the NHS body is liable, by which rule, and the days before it that may be added. */
export interface DeterminedLiability extends Liability {
  readonly held?: HeldDays;
}

interface Reached {
  readonly startsOn: PlainDate;
  readonly rule: LiabilityRule;
  readonly basis: Basis;
  readonly held?: HeldDays;
}

/** The 29th day, where the day on which the ICB received the completed checklist is the first. */
export function dayTwentyNine(receivedOn: PlainDate): PlainDate {
  return addDays(receivedOn, 28);
}

/**
 * Works out from which day the NHS body is liable for the cost of care (rules R1 to R6).
 *
 * The base is R5 on the Fast Track, else R2 where the ICB states an earlier day, else R1. R3 and R4 replace it only by an
 * earlier day; R6 replaces it by whatever was agreed. While nobody has said whether a late decision was justified, the
 * days from day 29 up to the date found are held and the rest stands.
 *
 * @returns pending while there is no decision that the person is eligible
 */
export function determineLiability(facts: LiabilityFacts): Figure<DeterminedLiability> {
  const found = withoutAgreement(facts);
  if (found === undefined) return pending(missingDecision(facts));
  const { basis, ...liability } =
    facts.liabilityAgreed === undefined ? found : agreed(facts.liabilityAgreed, found);
  return known(liability, basis);
}

/** The day of liability of a case with its explanation, or what it waits for. */
export function liabilityOf(record: CaseRecord): Figure<DeterminedLiability> {
  return determineLiability(record);
}

function withoutAgreement(facts: LiabilityFacts): Reached | undefined {
  const { decision, revisedDecision } = facts;
  if (decision === undefined) return undefined;
  // The decision's own day, since that may have been put right after the revision named it.
  if (revisedDecision !== undefined) return revised(facts, decision.decidedOn, revisedDecision.revisedOn);
  if (decision.outcome === 'not-eligible') return undefined;
  const { decidedOn, effectiveOn } = decision;
  const ordinary: Reached =
    effectiveOn !== undefined && effectiveOn < decidedOn
      ? reach('R2', effectiveOn, { effectiveOn, decidedOn })
      : reach('R1', decidedOn, { decidedOn });
  return withDelay(facts, fastTrack(facts) ?? ordinary);
}

function fastTrack({ fastTrackReceivedOn }: LiabilityFacts): Reached | undefined {
  return fastTrackReceivedOn === undefined
    ? undefined
    : reach('R5', fastTrackReceivedOn, { receivedOn: fastTrackReceivedOn });
}

/** R4: as if the original decision had been the right one, its own delay included. */
function revised(facts: LiabilityFacts, originalDecidedOn: PlainDate, revisedOn: PlainDate): Reached {
  const base = fastTrack(facts) ?? reach('R1', revisedOn, { decidedOn: revisedOn });
  const original = withDelay(facts, reach('R1', originalDecidedOn, { decidedOn: originalDecidedOn }));
  if (original.startsOn >= base.startsOn) return base;
  const { held } = original;
  return {
    ...reach('R4', original.startsOn, { originalDecidedOn, revisedOn }, [base.basis, original.basis]),
    ...(held && { held }),
  };
}

/** R3, where day 29 came before the date found so far. */
function withDelay({ checklist, delay = 'unknown' }: LiabilityFacts, found: Reached): Reached {
  if (checklist === undefined) return found;
  const day29 = dayTwentyNine(checklist.receivedOn);
  if (day29 >= found.startsOn) return found;
  const counted = basisOf(DAY_29, { receivedOn: checklist.receivedOn, day29 });
  const judged: Basis = {
    ...found.basis,
    inputs: { ...found.basis.inputs, day29, delay },
    from: [...found.basis.from, counted],
  };
  switch (delay) {
    case 'justified':
      return { ...found, basis: judged };
    case 'unjustified':
      return reach('R3', day29, { day29, delay }, [counted, found.basis]);
    case 'unknown':
      return {
        ...found,
        basis: judged,
        held: { from: day29, until: found.startsOn, missing: missingDelay(day29) },
      };
  }
}

function agreed(
  { startsOn, documentReference }: NonNullable<CaseRecord['liabilityAgreed']>,
  otherwise: Reached,
): Reached {
  return reach('R6', startsOn, { startsOn, documentReference }, [otherwise.basis]);
}

function reach(
  rule: LiabilityRule,
  startsOn: PlainDate,
  inputs: Basis['inputs'],
  from: readonly Basis[] = [],
): Reached {
  return { startsOn, rule, basis: basisOf(LIABILITY_RULE[rule], inputs, from) };
}

function missingDecision({ decision }: LiabilityFacts): MissingFact {
  return {
    fact: 'eligibility-decision',
    reason:
      decision === undefined
        ? 'The NHS body has not decided whether the person is eligible'
        : 'The NHS body has decided that the person is not eligible, and has not revised it',
    suppliedBy: "the ICB's CHC team",
  };
}

function missingDelay(day29: PlainDate): MissingFact {
  return {
    fact: 'delay-justified',
    reason: `Nobody has said whether the delay of the decision beyond 28 days was justified, so it is not known who is liable from day 29, ${day29}`,
    suppliedBy: "the ICB's CHC team",
  };
}
