import { basisOf, type Basis } from '../../../kernel/basis.js';
import { known, pending, type Figure, type MissingFact } from '../../../kernel/figure.js';
import {
  maxPence,
  minPence,
  pence,
  subtractPence,
  sumPence,
  ZERO_PENCE,
  type Pence,
} from '../../../kernel/pence.js';
import { clip, daysIn, includes, periodOfDays, type Period } from '../../../kernel/period.js';
import { dateInWords, daysBetween, latest, type PlainDate } from '../../../kernel/plain-date.js';
import type { HeldDays } from './bridging-recharge.js';
import type { ChargeOptions } from './charge-options.js';
import { nhsShareOf, partOf, type JointFacts } from './one-off-joint-share.js';
import { oneOffShares, type OneOffMethod } from './one-off-payment.js';
import { ONE_OFF_TABLE } from './recharge-rules.js';

/** A payment for one thing as the case has it. What nobody has said of it is absent. */
export interface OneOffFact {
  readonly receiptReference: string;
  readonly kind: 'for-later-use' | 'annual' | 'before-liability' | 'back-pay' | 'respite-or-emergency';
  readonly incurredOn: PlainDate;
  /** The days that it is good for. */
  readonly benefit?: Period;
  /** Zero where it was taken back. */
  readonly amountPence: Pence;
  readonly approval?: { readonly outcome: 'approved' | 'not-approved'; readonly on?: PlainDate };
}

/** Why a one-off payment falls on whom it falls on. */
export type OneOffTreatment =
  | 'approved-before'
  | 'shared-by-benefit-period'
  | 'incurred-in-bridging'
  | 'capped'
  | 'bought-before-liability'
  | 'incurred-outside-bridging'
  | 'not-approved-before'
  | 'refused-without-approval';

/** What the liable body bears of one payment, in pence, and why. */
export interface OneOffCharge {
  readonly chargedPence: Pence;
  readonly treatment: OneOffTreatment;
}

/** A one-off payment with what of it is charged, or what that waits for. */
export interface ChargedOneOff extends OneOffFact {
  readonly charge: Figure<OneOffCharge>;
}

/** The days that count for one-off payments. */
export interface OneOffWindow {
  /** The days of bridging. */
  readonly bridging: Period;
  /** Days that may be of bridging and wait for a fact. What was bought on one of them waits with it. */
  readonly setAside?: readonly HeldDays[];
  /** The first day on which the NHS body was not liable any more; absent while it is. */
  readonly liableUntil?: PlainDate;
  /** Absent where the NHS body bears the whole of each day. */
  readonly joint?: JointFacts;
}

type Options = Pick<
  ChargeOptions,
  | 'oneOffForLaterUse'
  | 'oneOffAnnual'
  | 'oneOffBeforeLiability'
  | 'oneOffBackPay'
  | 'oneOffRespite'
  | 'oneOffRespiteCapPence'
>;

/**
 * What the liable body bears of each one-off payment of a case, by its kind and the table of the agreement. A payment that
 * was taken back is not in the list. The cap on respite is used up in the order in which the cover was bought.
 *
 * Pending with the fact of the days that are set aside where it was bought on one of them, whatever else is not known of it.
 */
export function chargedOneOffs(
  oneOffs: readonly OneOffFact[],
  window: OneOffWindow,
  options: Options,
): readonly ChargedOneOff[] {
  const inOrder = oneOffs
    .filter(({ amountPence }) => amountPence > 0)
    .sort((a, b) => daysBetween(b.incurredOn, a.incurredOn));
  let respitePence = ZERO_PENCE;
  return inOrder.map((fact) => {
    const charge = setAsideWith(fact, window) ?? chargeOf(fact, window, options, respitePence);
    if (fact.kind === 'respite-or-emergency' && charge.status === 'known') {
      respitePence = sumPence([respitePence, charge.value.chargedPence]);
    }
    return { ...fact, charge };
  });
}

function setAsideWith(
  { incurredOn }: OneOffFact,
  { setAside = [] }: OneOffWindow,
): Figure<OneOffCharge> | undefined {
  const days = setAside.find((each) => includes(each, incurredOn));
  return days && pending(days.missing);
}

function chargeOf(
  fact: OneOffFact,
  window: OneOffWindow,
  options: Options,
  respitePence: Pence,
): Figure<OneOffCharge> {
  const { kind, incurredOn } = fact;
  const boughtBefore = incurredOn < window.bridging.from;
  switch (kind) {
    case 'annual':
      return options.oneOffAnnual === 'benefit-period'
        ? shared(fact, window, kind, options.oneOffAnnual)
        : byDay(fact, window, options.oneOffAnnual);
    case 'back-pay':
      // What was earned before liability is the council's; weeks of back pay from liability on are not.
      return options.oneOffBackPay === 'council'
        ? shared(fact, window, kind, options.oneOffBackPay)
        : byDay(fact, window, options.oneOffBackPay);
    case 'before-liability':
      return boughtBefore ? beforeLiability(fact, window, options) : pending(kindOf(fact));
    case 'for-later-use':
      return boughtBefore ? beforeLiability(fact, window, options) : forLaterUse(fact, window, options);
    case 'respite-or-emergency':
      return boughtBefore
        ? beforeLiability(fact, window, options)
        : respite(fact, window, options, respitePence);
  }
}

function beforeLiability(fact: OneOffFact, window: OneOffWindow, options: Options): Figure<OneOffCharge> {
  const option = options.oneOffBeforeLiability;
  return option === 'council'
    ? charged(fact, window, ZERO_PENCE, 'bought-before-liability', option)
    : shared(fact, window, 'before-liability', option);
}

function forLaterUse(fact: OneOffFact, window: OneOffWindow, options: Options): Figure<OneOffCharge> {
  const option = options.oneOffForLaterUse;
  const { approval, incurredOn } = fact;
  if (!includes(window.bridging, incurredOn)) return outside(fact, window, option);
  const approvedBefore =
    approval?.outcome === 'approved' && approval.on !== undefined && approval.on <= incurredOn;
  if (approvedBefore) return forTheDay(fact, window, 'approved-before', option);
  if (option === 'refused-unless-approved-before') {
    return charged(fact, window, ZERO_PENCE, 'refused-without-approval', option);
  }
  if (approval === undefined) return pending(approvalOf(fact));
  return charged(fact, window, ZERO_PENCE, 'not-approved-before', option);
}

function respite(
  fact: OneOffFact,
  window: OneOffWindow,
  { oneOffRespite: option, oneOffRespiteCapPence }: Options,
  respitePence: Pence,
): Figure<OneOffCharge> {
  if (option === 'nhs') return byDay(fact, window, option);
  if (!includes(window.bridging, fact.incurredOn)) return outside(fact, window, option);
  const left = maxPence(ZERO_PENCE, subtractPence(pence(oneOffRespiteCapPence), respitePence));
  const { partPence, inputs, from } = partOfTheDay(fact, window);
  const chargedPence = minPence(partPence, left);
  const treatment = chargedPence < partPence ? 'capped' : 'incurred-in-bridging';
  const cap = { capPence: oneOffRespiteCapPence, capLeftPence: left };
  return charged(fact, window, chargedPence, treatment, option, { ...inputs, ...cap }, from);
}

/** All of it, where it was bought in bridging. */
function byDay(fact: OneOffFact, window: OneOffWindow, option: string): Figure<OneOffCharge> {
  return includes(window.bridging, fact.incurredOn)
    ? forTheDay(fact, window, 'incurred-in-bridging', option)
    : outside(fact, window, option);
}

/** The NHS body's part by the shares of the day on which it was bought: all of it where no joint package was in force. */
function forTheDay(
  fact: OneOffFact,
  window: OneOffWindow,
  treatment: OneOffTreatment,
  option: string,
): Figure<OneOffCharge> {
  const { partPence, inputs, from } = partOfTheDay(fact, window);
  return charged(fact, window, partPence, treatment, option, inputs, from);
}

function partOfTheDay({ amountPence, incurredOn }: OneOffFact, { joint }: OneOffWindow) {
  const share = joint && nhsShareOf(periodOfDays(incurredOn, incurredOn), joint);
  if (share === undefined || share.from.length === 0) return { partPence: amountPence, inputs: {}, from: [] };
  const partPence = partOf(amountPence, share.days, 1);
  return { partPence, inputs: { nhsShareOfTheDay: share.days.toString() }, from: share.from };
}

function outside(fact: OneOffFact, window: OneOffWindow, option: string): Figure<OneOffCharge> {
  return charged(fact, window, ZERO_PENCE, 'incurred-outside-bridging', option);
}

/** The part for the days of benefit on which the NHS body was liable. */
function shared(
  fact: OneOffFact,
  window: OneOffWindow,
  kind: OneOffFact['kind'],
  option: string,
): Figure<OneOffCharge> {
  const { benefit, amountPence, incurredOn } = fact;
  if (benefit === undefined) return pending(benefitOf(fact));
  const method: OneOffMethod = 'benefit-period';
  const payment = { amountPence, incurredOn, benefit };
  const { value, basis } = oneOffShares(payment, window.bridging.from, method, window.liableUntil);
  const liable = clip(benefit, {
    from: window.bridging.from,
    ...(window.liableUntil && { until: latest(window.bridging.from, window.liableUntil) }),
  });
  const share = liable && window.joint && nhsShareOf(liable, window.joint);
  const isJoint = share !== undefined && share.from.length > 0;
  const chargedPence = isJoint ? partOf(amountPence, share.days, daysIn(benefit)) : value.liablePence;
  const inputs = { treatedAs: kind, ...(isJoint && { nhsShareOfTheDays: share.days.toString() }) };
  const from = [basis, ...(isJoint ? share.from : [])];
  return charged(fact, window, chargedPence, 'shared-by-benefit-period', option, inputs, from);
}

function charged(
  { receiptReference, kind, incurredOn, amountPence, approval }: OneOffFact,
  { bridging, liableUntil }: OneOffWindow,
  chargedPence: Pence,
  treatment: OneOffTreatment,
  option: string,
  more: Readonly<Record<string, string | number>> = {},
  from: readonly Basis[] = [],
): Figure<OneOffCharge> {
  const inputs = {
    receiptReference,
    kind,
    incurredOn,
    amountPence,
    option,
    treatment,
    bridgingFrom: bridging.from,
    bridgingUntil: bridging.until,
    ...(liableUntil && { liableUntil }),
    ...(approval && { approval: approval.outcome }),
    ...(approval?.on && { approvedOn: approval.on }),
    ...more,
    chargedPence,
  };
  return known({ chargedPence, treatment }, basisOf(ONE_OFF_TABLE, inputs, from));
}

function benefitOf({ receiptReference }: OneOffFact): MissingFact {
  return {
    fact: 'one-off-benefit-period',
    reason: `Nobody has said for which days one-off payment ${receiptReference} is good`,
    suppliedBy: "the council's finance team",
  };
}

function approvalOf({ receiptReference }: OneOffFact): MissingFact {
  return {
    fact: 'one-off-approval',
    reason: `Nobody has said whether one-off payment ${receiptReference} was approved before it was made`,
    suppliedBy: "the council's finance team, with the approval of the NHS body",
  };
}

/** A thing is not bought before liability once an earlier day of liability is found. */
function kindOf({ receiptReference, incurredOn }: OneOffFact): MissingFact {
  return {
    fact: 'one-off-kind',
    reason: `One-off payment ${receiptReference} was made on ${dateInWords(incurredOn)}, when the NHS body was liable already: it is not one from before, and its kind has to be said again`,
    suppliedBy: "the council's finance team",
  };
}
