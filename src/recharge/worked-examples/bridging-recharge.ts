import { sumPence } from '../../kernel/pence.js';
import { daysIn, lastDayOf, period, type Period } from '../../kernel/period.js';
import { addDays, latest } from '../../kernel/plain-date.js';
import { NotUnderstood, type WorkedExampleKind } from '../../kernel/worked-example.js';
import {
  bridgingRecharge,
  endOfBridging,
  type BridgingFacts,
  type BridgingRecharge,
} from '../domain/rules/bridging-recharge.js';
import type { ChargeLine } from '../domain/rules/charge-lines.js';
import { penceFor } from '../domain/rules/weekly-rate.js';
import {
  bridgingInputs,
  contributionsFrom,
  liabilityFrom,
  ratesFrom,
  type BridgingInputs,
  type Delay,
} from './bridging-inputs.js';
import { contributionVariants, receiptsOf } from './contribution-variants.js';
import {
  AFTER_THE_MOVE,
  BEFORE_THE_MOVE,
  bodiesOf,
  inWords,
  payerOf,
  type ExampleBodies,
} from './example-bodies.js';
import { readInputs } from './read-inputs.js';
import { unspentBalanceExample } from './unspent-balance.js';

/** What one body owes for days on which another paid, with the variants that examples ask for. */
export const bridgingRechargeExample: WorkedExampleKind = {
  kind: 'bridging_recharge',
  compute: (raw) =>
    'bridging_payments_pence' in raw
      ? unspentBalanceExample(raw)
      : bridgingExample(readInputs(bridgingInputs, raw)),
};

function bridgingExample(inputs: BridgingInputs): Record<string, unknown> {
  const { facts, bodies } = factsOf(inputs);
  const figure = bridgingRecharge(facts);
  if (figure.status === 'pending') {
    return { recharge_pence: null, pending: figure.missing.map(({ fact }) => fact) };
  }
  const { days, lines, held } = figure.value;
  if (inputs.days !== undefined && inputs.days !== daysIn(days)) {
    throw new NotUnderstood(`days is ${inputs.days}, but the dates make ${daysIn(days)}`);
  }
  return {
    liability_start: days.from,
    days: daysIn(days),
    segments: lines.map((line) => ({
      ...segment(line),
      ...(bodies.named === undefined ? {} : { body_at_time: inWords(line.liableBody) }),
    })),
    ...sums(figure.value),
    ...(held && { held: { from: held.from, to: lastDayOf(held), days: daysIn(held) } }),
    ...byBody(lines),
    ...(bodies.named !== undefined && { debtor_after_2022_07_01: payerOf(bodies.named, days, lines.length) }),
    ...(facts.contributions.length > 0 && contributionVariants(facts)),
    ...(inputs.checklist_received !== undefined && delayVariants(inputs, figure.value)),
  };
}

function factsOf(inputs: BridgingInputs, delay?: Delay): { facts: BridgingFacts; bodies: ExampleBodies } {
  const liability = liabilityFrom(inputs, delay);
  if (liability.status === 'pending')
    throw new NotUnderstood('The facts of the example leave liability open');
  const { startsOn } = liability.value;
  const ends = {
    ...(inputs.phb_cover_start && { newCoverStartsOn: inputs.phb_cover_start }),
    ...(inputs.last_day_covered && { lastDayCovered: inputs.last_day_covered }),
    ...(inputs.died_on && { diedOn: inputs.died_on }),
  };
  const days = period(startsOn, latest(startsOn, endOfBridging(ends) ?? startsOn));
  const contributions = contributionsFrom(inputs, startsOn);
  const bodies = bodiesOf(inputs, days);
  return {
    bodies,
    facts: {
      liability,
      ...ends,
      awardRates: ratesFrom(inputs, startsOn),
      contributions,
      contributionReceipts: receiptsOf(inputs, days, contributions),
      payments: [],
      liableBodies: bodies.liableFrom,
      payingBody: 'LA',
      grossBasis: 'evidenced',
    },
  };
}

function sums({ totalPence, refundToPersonPence, contributionCancelledPence }: BridgingRecharge) {
  return {
    recharge_pence: totalPence,
    la_refunds_person_pence: refundToPersonPence,
    contribution_debt_cancelled_pence: contributionCancelledPence,
  };
}

function segment(line: Pick<ChargeLine, 'from' | 'until' | 'weeklyGrossPence' | 'days' | 'amountPence'>) {
  return {
    from: line.from,
    to: lastDayOf(line),
    weekly_pence: line.weeklyGrossPence,
    days: line.days,
    amount_pence: line.amountPence,
  };
}

/** The lines of each of two ICBs, added up where a body has several. */
function byBody(lines: readonly ChargeLine[]): Record<string, unknown> {
  const ofBody = [BEFORE_THE_MOVE, AFTER_THE_MOVE].map((body) => {
    const own = lines.filter(({ liableBody }) => liableBody === body);
    const [first, last] = [own[0], own.at(-1)];
    if (first === undefined || last === undefined) return [];
    const days = own.reduce((sum, line) => sum + line.days, 0);
    const amountPence = sumPence(own.map((line) => line.amountPence));
    return [[body, segment({ ...first, until: last.until, days, amountPence })]] as const;
  });
  return Object.fromEntries(ofBody.flat());
}

/** What the days from day 29 to the eve of the decision come to, and what would follow from a justified delay. */
function delayVariants(inputs: BridgingInputs, { days, lines }: BridgingRecharge): Record<string, unknown> {
  const justified = factsOf(inputs, 'justified').facts;
  const figure = bridgingRecharge(justified);
  if (figure.status === 'pending') return {};
  const { days: justifiedDays, totalPence } = figure.value;
  const late: Period | undefined =
    days.from < justifiedDays.from ? { from: days.from, until: justifiedDays.from } : undefined;
  return {
    if_delay_justified: {
      liability_start: justifiedDays.from,
      days: daysIn(justifiedDays),
      recharge_pence: totalPence,
    },
    ...(late && { of_which_day29_to_decision_eve: partOf(late, lines) }),
  };
}

function partOf(part: Period, lines: readonly ChargeLine[]) {
  const pieces = lines
    .filter(({ from }) => from < part.until)
    .map((line) => ({ ...line, until: line.until < part.until ? line.until : part.until }));
  return {
    from: part.from,
    to: addDays(part.until, -1),
    days: daysIn(part),
    amount_pence: sumPence(pieces.map((piece) => penceFor(piece.weeklyGrossPence, piece))),
  };
}
