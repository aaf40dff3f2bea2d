import {
  councilOn,
  DEFAULT_OPTIONS,
  nhsBodyOn,
  organisationDirectory,
  type AgreementOptions,
} from '../../../agreement/index.js';
import { refuseBefore } from '../../../kernel/field-checks.js';
import type { Pence } from '../../../kernel/pence.js';
import { periodOfDays, type Period } from '../../../kernel/period.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { toPence, type MoneyDto } from '../../../platform/http/wire/money.dto.js';
import {
  refuseUnlessDivides,
  refuseUnlessReversalFits,
  refuseUnlessSuspends,
  type LiabilityFacts,
  type Payment,
  type Suspension,
} from '../../../transfer-case/index.js';
import type { BridgingCase } from '../../projections/bridging-recharge/calculated-bridging.query.js';
import type {
  BridgingCalculationDto,
  CalculatedBalanceDto,
  CalculatedLiabilityDto,
  CalculatedWeeklySumDto,
} from './bridging-calculation-requests.js';

/** The event that said a fact, or the version of an agreement, where there is none. */
const UNRECORDED = '';

/**
 * What was typed in, read as a case reads its facts.
 *
 * @throws FieldRefused for what a case would refuse too, with its place in the body.
 */
export function bridgingFactsOf(request: BridgingCalculationDto): BridgingCase {
  refuseUnlessBodies(request);
  return {
    council: request.council,
    nhsBody: request.nhsBody,
    areaChanges: inOrder('/areaChanges', request.areaChanges).map(({ from, nhsBody }) => ({ from, nhsBody })),
    ...endsOf(request),
    awardRates: weeklySums('/awardRates', request.awardRates),
    contributions: weeklySums('/contributions', request.contributions),
    councilBudgets: weeklySums('/councilBudgets', request.councilBudgets),
    phbRates: weeklySums('/phbRates', request.phbRates),
    contributionReceipts: receiptsOf(request),
    jointPackages: jointPackagesOf(request),
    suspensions: suspensionsOf(request),
    payments: paymentsOf(request),
    oneOffs: oneOffsOf(request),
    ...accountOf(request),
    optionsFrom: 'the options that were given, and defaults',
    agreement: { agreementId: UNRECORDED, version: 0, options: optionsOf(request) },
  };
}

/**
 * The facts that the day of liability follows from; none of them where the day itself is stated.
 *
 * @throws FieldRefused when the day is stated beside facts that it would follow from, or a day is before an earlier one.
 */
export function liabilityFactsOf(liability: CalculatedLiabilityDto): LiabilityFacts {
  const { startsOn, checklistReceivedOn: receivedOn, fastTrackReceivedOn, decision, revisedOn } = liability;
  const { delay, agreed } = liability;
  const facts = [receivedOn, fastTrackReceivedOn, decision, revisedOn, delay, agreed];
  if (startsOn !== undefined && facts.some((fact) => fact !== undefined)) {
    const detail = 'Give either the day of liability or the facts that it follows from';
    throw new FieldRefused('/liability/startsOn', 'not-wanted', detail);
  }
  if (decision !== undefined && receivedOn !== undefined) {
    refuseBefore(
      '/liability/decision/decidedOn',
      decision.decidedOn,
      receivedOn,
      'the checklist was received',
    );
  }
  return {
    ...(receivedOn && { checklist: { completedOn: receivedOn, receivedOn } }),
    ...(fastTrackReceivedOn && { fastTrackReceivedOn }),
    ...decisionsOf(liability),
    ...(delay && { delay }),
    ...(agreed && {
      liabilityAgreed: { startsOn: agreed.startsOn, documentReference: agreed.documentReference },
    }),
  };
}

/** No figure depends on the day on which the person was told. */
function decisionsOf({ decision, revisedOn }: CalculatedLiabilityDto) {
  if (decision === undefined) {
    if (revisedOn === undefined) return {};
    throw new FieldRefused('/liability/decision', 'required', 'A decision that was put right was made first');
  }
  const { outcome, decidedOn, effectiveOn } = decision;
  const said = { outcome, decidedOn, notifiedOn: decidedOn, ...(effectiveOn && { effectiveOn }) };
  if (revisedOn === undefined) return { decision: said };
  if (outcome === 'eligible') {
    const detail = 'Only a decision of not eligible is put right by a later one';
    throw new FieldRefused('/liability/revisedOn', 'not-wanted', detail);
  }
  refuseBefore('/liability/revisedOn', revisedOn, decidedOn, 'the first decision was made');
  const revised = { originalDecidedOn: decidedOn, revisedOn, notifiedOn: revisedOn };
  return { decision: said, revisedDecision: revised };
}

/** The bodies have to exist on the first day that is known. */
function refuseUnlessBodies({ council, nhsBody, areaChanges = [], liability }: BridgingCalculationDto): void {
  const { startsOn, agreed, decision } = liability;
  const day = startsOn ?? agreed?.startsOn ?? decision?.decidedOn;
  if (day !== undefined) {
    councilOn(organisationDirectory, council, day, '/council');
    nhsBodyOn(organisationDirectory, nhsBody, day, '/nhsBody');
  }
  areaChanges.forEach((change, index) =>
    nhsBodyOn(organisationDirectory, change.nhsBody, change.from, `/areaChanges/${index}/nhsBody`),
  );
}

function endsOf(request: BridgingCalculationDto) {
  const { phbCoverStartsOn, lastDayCovered, diedOn, declinedFrom, eligibilityLostOn } = request;
  const { eligibilityOverturned: overturned, councilCoverStartsOn } = request;
  return {
    ...(phbCoverStartsOn && { phbCoverStartsOn }),
    ...(lastDayCovered && { lastDayCovered }),
    ...(diedOn && { diedOn }),
    ...(declinedFrom && { declinedFrom }),
    ...(eligibilityLostOn && {
      eligibilityLost: { decidedOn: eligibilityLostOn, notifiedOn: eligibilityLostOn },
    }),
    ...(councilCoverStartsOn && { councilCoverStartsOn }),
    ...(overturned && {
      eligibilityOverturned: {
        decidedOn: overturned.decidedOn,
        lastDayLiable: overturned.lastDayLiable,
        documentReference: overturned.documentReference,
      },
    }),
  };
}

function weeklySums(pointer: string, sums: readonly CalculatedWeeklySumDto[] | undefined) {
  return inOrder(pointer, sums).map(({ from, weekly, at }) => ({
    from,
    weeklyPence: atLeastZero(`${at}/weekly`, weekly),
  }));
}

function receiptsOf({ contributionReceipts = [] }: BridgingCalculationDto) {
  return contributionReceipts.map(({ reference, receivedOn, from, lastDay, amount }, index) => {
    const at = `/contributionReceipts/${index}`;
    const amountPence = atLeastZero(`${at}/amount`, amount);
    return { reference, paidOn: receivedOn, ...daysAt(at, from, lastDay), amountPence };
  });
}

function paymentsOf({ payments = [], council }: BridgingCalculationDto): readonly Payment[] {
  return payments.reduce<readonly Payment[]>((earlier, { reference, paidOn, reverses, ...said }, index) => {
    const at = `/payments/${index}`;
    if (earlier.some((each) => each.reference === reference)) {
      throw new FieldRefused(`${at}/reference`, 'named-twice', `Payment ${reference} is in the list already`);
    }
    const payment = {
      ...{ reference, payer: council, paidOn, amountPence: toPence(said.amount) },
      ...daysAt(at, said.from, said.lastDay),
      ...(reverses !== undefined && { reverses }),
    };
    within(at, () => refuseUnlessReversalFits(payment, earlier));
    return [...earlier, payment];
  }, []);
}

function jointPackagesOf({ jointPackages }: BridgingCalculationDto) {
  return inOrder('/jointPackages', jointPackages).map(({ from, parts, remainder, at }) => {
    const stated = parts.map(({ part, share, weekly }) => ({
      part,
      ...(share !== undefined && { share }),
      ...(weekly !== undefined && { weeklyPence: toPence(weekly) }),
    }));
    within(at, () => refuseUnlessDivides({ parts: stated, remainder }));
    return { from, parts: stated, remainder };
  });
}

function suspensionsOf({ suspensions }: BridgingCalculationDto): readonly Suspension[] {
  return inOrder('/suspensions', suspensions).reduce<readonly Suspension[]>((earlier, said) => {
    const { from, lastDay, reason, paid, weekly, at } = said;
    const suspension = {
      ...daysAt(at, from, lastDay),
      ...{ reason, paid },
      ...(weekly !== undefined && { weeklyPence: toPence(weekly) }),
    };
    within(at, () => refuseUnlessSuspends(suspension, undefined, earlier));
    return [...earlier, { ...suspension, eventId: UNRECORDED }];
  }, []);
}

function oneOffsOf({ oneOffs = [] }: BridgingCalculationDto): BridgingCase['oneOffs'] {
  return oneOffs.map(({ receiptReference, kind, incurredOn, amount, from, lastDay, approval }, index) => {
    const at = `/oneOffs/${index}`;
    if ((from === undefined) !== (lastDay === undefined)) {
      const missing = from === undefined ? 'from' : 'lastDay';
      const detail = 'The days that it is good for have a first and a last one';
      throw new FieldRefused(`${at}/${missing}`, 'required', detail);
    }
    if (approval !== undefined && (approval.outcome === 'approved') !== (approval.on !== undefined)) {
      const detail = 'An approval has its day; where there was none, no day is said';
      throw new FieldRefused(`${at}/approval`, 'approval-does-not-fit', detail);
    }
    return {
      ...{ receiptReference, kind, incurredOn, amountPence: atLeastZero(`${at}/amount`, amount) },
      ...(from && lastDay && { benefit: daysAt(at, from, lastDay) }),
      ...(approval && {
        approval: { outcome: approval.outcome, ...(approval.on && { on: approval.on }) },
      }),
    };
  });
}

function accountOf({ account }: BridgingCalculationDto) {
  const { opening, closed, reclaimed } = account ?? {};
  return {
    ...(opening && { openingBalance: { balanceOn: opening.on, ...statementOf(opening) } }),
    ...(closed && { accountClosed: { closedOn: closed.on, ...statementOf(closed) } }),
    ...(reclaimed && {
      balanceReclaimed: {
        amountPence: atLeastZero('/account/reclaimed/amount', reclaimed.amount),
        reclaimReference: reclaimed.reclaimReference,
      },
    }),
  };
}

function statementOf({ balance, statementReference }: CalculatedBalanceDto) {
  return { balancePence: toPence(balance), statementReference };
}

function optionsOf({ options = {} }: BridgingCalculationDto): AgreementOptions {
  const named = Object.entries(options).filter(([, value]) => value !== undefined);
  return { ...DEFAULT_OPTIONS, ...Object.fromEntries(named) };
}

interface FromADay {
  readonly from: PlainDate;
}

/** The facts in date order, each with its place in the body; one of a kind may run from a day. */
function inOrder<Fact extends FromADay>(pointer: string, facts: readonly Fact[] = []) {
  const placed = facts.map((fact, index) => ({ ...fact, at: `${pointer}/${index}` }));
  const twice = placed.find(({ from }, index) =>
    facts.slice(0, index).some((earlier) => earlier.from === from),
  );
  if (twice !== undefined) {
    throw new FieldRefused(`${twice.at}/from`, 'named-twice', `The list has one from ${twice.from} already`);
  }
  return placed.sort((a, b) => (a.from < b.from ? -1 : 1));
}

function daysAt(pointer: string, from: PlainDate, lastDay: PlainDate): Period {
  if (lastDay < from) {
    throw new FieldRefused(`${pointer}/lastDay`, 'out-of-order', 'The last day is before the first');
  }
  return periodOfDays(from, lastDay);
}

function atLeastZero(pointer: string, money: MoneyDto): Pence {
  const amount = toPence(money);
  if (amount < 0) throw new FieldRefused(pointer, 'below-zero', 'This cannot be below zero');
  return amount;
}

/** A refusal of a fact names its place in the whole body. */
function within(pointer: string, check: () => void): void {
  try {
    check();
  } catch (fault) {
    if (!(fault instanceof FieldRefused)) throw fault;
    throw new FieldRefused(`${pointer}${fault.pointer}`, fault.code, fault.message);
  }
}
