import { basisOf } from '../../../kernel/basis.js';
import { known, pending, type Figure } from '../../../kernel/figure.js';
import { apportion } from '../../../kernel/apportion.js';
import { Fraction } from '../../../kernel/fraction.js';
import { negatePence, sumPence, ZERO_PENCE, type Pence } from '../../../kernel/pence.js';
import { clip } from '../../../kernel/period.js';
import { addDays, type PlainDate } from '../../../kernel/plain-date.js';
import { accountCredit, type AccountCredit, type AccountFacts } from './account-credit.js';
import {
  bridgingRecharge,
  debtorsOf,
  endOfBridging,
  type BridgingFacts,
  type BridgingRecharge,
  type HeldDays,
} from './bridging-recharge.js';
import type { ChargeOptions } from './charge-options.js';
import { chargedOneOffs, type ChargedOneOff, type OneOffFact } from './one-off-charge.js';
import { ACCOUNT_CREDIT, RECHARGE_TOTAL } from './recharge-rules.js';

/** The facts of a case that all its charges for bridging rest on. */
export interface CaseChargeFacts extends BridgingFacts {
  readonly oneOffs: readonly OneOffFact[];
  readonly account: AccountFacts;
  readonly options: ChargeOptions;
}

/** Everything that the liable body owes for bridging: the days, the one-off payments, and what is credited of the account. */
export interface CaseCharge {
  readonly bridging: Figure<BridgingRecharge>;
  readonly oneOffs: readonly ChargedOneOff[];
  /** Absent where nothing of the account is credited. */
  readonly credit?: Figure<AccountCredit>;
  /**
   * Always the sum of the lines; it waits for what any of them waits for. What waits with held or parked days is out of it, as
   * those days are. In pence, never below zero.
   */
  readonly total: Figure<Pence>;
}

/** What today's facts of a case come to. */
export function caseCharge(facts: CaseChargeFacts): CaseCharge {
  const bridging = bridgingRecharge(facts);
  if (bridging.status === 'pending') {
    const waiting = facts.oneOffs
      .filter(({ amountPence }) => amountPence > 0)
      .map((each) => ({ ...each, charge: bridging }));
    return { bridging, oneOffs: waiting, total: bridging };
  }
  if (facts.merger !== undefined) return { bridging, oneOffs: [], total: totalOf(bridging, [], undefined) };
  const { days, totalPence: bridgingPence, parked } = bridging.value;
  const liableUntil = endOfLiability(facts);
  const joint = { jointPackages: facts.jointPackages ?? [], awardRates: facts.awardRates };
  const setAside = daysSetAside(bridging.value, facts);
  const window = { bridging: days, setAside, joint, ...(liableUntil && { liableUntil }) };
  const oneOffs = chargedOneOffs(facts.oneOffs, window, facts.options);
  const { payments, payingBody } = facts;
  const money = { days, bridgingPence, payments, payingBody, ...(parked && { parkedFor: parked.missing }) };
  const credit = accountCredit(facts.account, money, facts.options);
  return { bridging, oneOffs, ...(credit && { credit }), total: totalOf(bridging, oneOffs, credit) };
}

/** The held days on which bridging may turn out to have been, and the parked ones. */
function daysSetAside({ held, parked }: BridgingRecharge, facts: CaseChargeFacts): readonly HeldDays[] {
  const until = endOfBridging(facts);
  const days = held && clip(held, { from: held.from, ...(until && { until }) });
  return [...(held && days ? [{ ...days, missing: held.missing }] : []), ...(parked ? [parked] : [])];
}

/** True for what waits for nothing but the fact that held or parked days wait for. */
function isSetAside(figure: Figure<unknown>, { held, parked }: BridgingRecharge): boolean {
  const facts = [held, parked].map((days) => days?.missing.fact);
  return figure.status === 'pending' && figure.missing.every(({ fact }) => facts.includes(fact));
}

/** The first day on which the NHS body was not liable any more, for a reason other than that its own budget pays. */
function endOfLiability({ diedOn, declinedFrom, liabilityEnd }: CaseChargeFacts): PlainDate | undefined {
  const ends = [
    declinedFrom,
    diedOn && addDays(diedOn, 1),
    liabilityEnd && addDays(liabilityEnd.lastDay, 1),
  ].filter((day) => day !== undefined);
  return ends.sort().at(0);
}

function totalOf(
  bridging: Extract<Figure<BridgingRecharge>, { status: 'known' }>,
  oneOffs: readonly ChargedOneOff[],
  credit: Figure<AccountCredit> | undefined,
): Figure<Pence> {
  const added = [
    ...oneOffs.map(({ charge }) => amount(charge, ({ chargedPence }) => chargedPence)),
    ...(credit === undefined ? [] : [amount(credit, ({ creditPence }) => negatePence(creditPence))]),
  ];
  const parts = added.filter((part) => !isSetAside(part, bridging.value));
  const missing = parts.flatMap((part) => (part.status === 'pending' ? part.missing : []));
  if (missing.length > 0) return pending(...missing);
  const lines = parts.flatMap((part) => (part.status === 'known' && part.value !== 0 ? [part] : []));
  const { totalPence: bridgingPence, lines: bridged } = bridging.value;
  const totalPence = sumPence([bridgingPence, ...lines.map(({ value }) => value)]);
  const from = [...bridging.basis.from, ...lines.map(({ basis }) => basis)];
  return known(
    totalPence,
    basisOf(RECHARGE_TOTAL, { lines: bridged.length + lines.length, totalPence }, from),
  );
}

function amount<Value>(figure: Figure<Value>, of: (value: Value) => Pence): Figure<Pence> {
  return figure.status === 'pending' ? figure : known(of(figure.value), figure.basis);
}

/**
 * What one of several liable bodies has beside its days: the one-off payments of its days, where one from before goes to the
 * first of them and one from after to the last, and of the credit its part by what each owes for its days. What waits with
 * held or parked days is not among them: a document is about the rest.
 */
export function adjustmentsOwedBy(
  charge: CaseCharge,
  debtor: string,
): Pick<CaseCharge, 'oneOffs' | 'credit'> {
  const { bridging } = charge;
  const { oneOffs, credit } = withoutSetAside(charge);
  const lines = bridging.status === 'pending' ? [] : bridging.value.lines;
  const debtors = debtorsOf({ lines });
  if (debtors.length <= 1) return { oneOffs, ...(credit && { credit }) };
  const bodyOn = (day: PlainDate) => (lines.findLast(({ from }) => from <= day) ?? lines[0])?.debtor;
  const own = oneOffs.filter(({ incurredOn }) => bodyOn(incurredOn) === debtor);
  if (credit === undefined) return { oneOffs: own };
  if (credit.status === 'pending') return { oneOffs: own, credit };
  const weights = debtors.map((payer) => {
    const owed = sumPence(lines.filter((line) => line.debtor === payer).map((line) => line.amountPence));
    return { payer, weight: Fraction.of(owed) };
  });
  const { creditPence: wholeCreditPence, references } = credit.value;
  const creditPence =
    apportion(wholeCreditPence, weights).find(({ payer }) => payer === debtor)?.sharePence ?? ZERO_PENCE;
  const basis = basisOf(ACCOUNT_CREDIT, { body: debtor, wholeCreditPence, creditPence }, [credit.basis]);
  return { oneOffs: own, credit: known({ creditPence, references }, basis) };
}

function withoutSetAside({ bridging, oneOffs, credit }: CaseCharge): Pick<CaseCharge, 'oneOffs' | 'credit'> {
  const isIn = (figure: Figure<unknown>) =>
    bridging.status === 'pending' || !isSetAside(figure, bridging.value);
  return {
    oneOffs: oneOffs.filter(({ charge }) => isIn(charge)),
    ...(credit && isIn(credit) && { credit }),
  };
}
