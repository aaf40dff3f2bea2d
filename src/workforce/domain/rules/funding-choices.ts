import { basisOf, type Rule } from '../../../kernel/basis.js';
import { Fraction } from '../../../kernel/fraction.js';
import { cutAt, lastDayOf } from '../../../kernel/period.js';
import { addYears } from '../../../kernel/plain-date.js';
import type { SharingTerms } from '../case-setting.js';
import type { EmploymentTerms } from '../workforce.events.js';
import type { AnsweredDays } from './answering-bodies.js';
import type { FundedPiece, FunderShare } from './funded-piece.js';
import { isMeasured } from './funding-measures.js';
import { isOtherFunder } from './funding-weights.js';

export const JOINT_DAYS: Rule = {
  code: 'FUNDING-JOINT-DAYS',
  version: 1,
  title: 'A day with several funders counts equally for each of them, or for the one with the largest part',
  source: 'Local agreement, redundancy sharing: joint period',
  certainty: 'product-decision',
};

export const TIME_BAR: Rule = {
  code: 'FUNDING-TIME-BAR',
  version: 1,
  title: 'A body that last funded longer ago than the agreement’s time bar owes nothing',
  source: 'Local agreement, redundancy sharing: time bar on a past funder',
  certainty: 'product-decision',
};

export const WEIGHTED_BY_COST: Rule = {
  code: 'FUNDING-WEIGHTED-BY-COST',
  version: 1,
  title: 'Time weighs by what a week cost in it, hours times hourly rate of the terms in force',
  source: 'Local agreement, redundancy sharing: more hours or higher pay',
  certainty: 'product-decision',
};

type Choices = Pick<
  SharingTerms,
  'redundancyJointDays' | 'redundancyTimeBarYears' | 'redundancyHoursAndPay' | 'redundancyUnit'
>;

/** The funded days as the agreement's further choices have them counted, each choice with its explanation. */
export function withChoices(
  answered: AnsweredDays,
  jobTerms: readonly EmploymentTerms[],
  terms: Choices,
): AnsweredDays {
  return weightedByCost(timeBarred(jointly(answered, terms), terms), jobTerms, terms);
}

function jointly(
  { pieces, basis }: AnsweredDays,
  { redundancyJointDays }: Pick<Choices, 'redundancyJointDays'>,
): AnsweredDays {
  if (redundancyJointDays === 'share-of-the-day') return { pieces, basis };
  const divide = redundancyJointDays === 'equal' ? equally : toTheLargest;
  return {
    pieces: pieces.map((piece) => ({ ...piece, shares: divided(piece, divide) })),
    basis: [basisOf(JOINT_DAYS, { jointDays: redundancyJointDays }, basis)],
  };
}

/** Public bodies divide what they fund of a day between them; the part of a third party stays what it is. */
function divided(
  { shares }: FundedPiece,
  divide: (bodies: readonly FunderShare[], whole: Fraction) => readonly FunderShare[],
): readonly FunderShare[] {
  const bodies = shares.filter(({ funder }) => !isOtherFunder(funder));
  if (bodies.length < 2) return shares;
  const whole = Fraction.sum(bodies.map(({ share }) => share));
  return [...divide(bodies, whole), ...shares.filter(({ funder }) => isOtherFunder(funder))];
}

function equally(bodies: readonly FunderShare[], whole: Fraction): readonly FunderShare[] {
  return bodies.map(({ funder }) => ({ funder, share: whole.dividedBy(bodies.length) }));
}

/** Of equal parts the one that was recorded first leads. */
function toTheLargest(bodies: readonly FunderShare[], whole: Fraction): readonly FunderShare[] {
  const lead = bodies.reduce((found, each) => (each.share.compare(found.share) > 0 ? each : found));
  return [{ funder: lead.funder, share: whole }];
}

function timeBarred(
  { pieces, basis }: AnsweredDays,
  { redundancyTimeBarYears }: Pick<Choices, 'redundancyTimeBarYears'>,
): AnsweredDays {
  const last = pieces.at(-1);
  if (redundancyTimeBarYears === 0 || last === undefined) return { pieces, basis };
  // The last day of the job less the years: a body whose own last day is earlier is out of time.
  const from = addYears(lastDayOf(last), -redundancyTimeBarYears);
  const recent = new Set(
    pieces
      .filter((piece) => lastDayOf(piece) >= from)
      .flatMap(({ shares }) => shares.map(({ funder }) => funder)),
  );
  const barred = new Set<string>();
  const within = pieces.map((piece) => ({
    ...piece,
    shares: piece.shares.map((each) => {
      if (recent.has(each.funder)) return each;
      barred.add(each.funder);
      return { ...each, barred: true };
    }),
  }));
  const inputs = { years: redundancyTimeBarYears, fundedSince: from, barred: [...barred].join(', ') };
  return { pieces: within, basis: [basisOf(TIME_BAR, inputs, basis)] };
}

function weightedByCost(
  { pieces, basis }: AnsweredDays,
  jobTerms: readonly EmploymentTerms[],
  { redundancyHoursAndPay, redundancyUnit }: Pick<Choices, 'redundancyHoursAndPay' | 'redundancyUnit'>,
): AnsweredDays {
  // Hours and money that were paid say themselves what time cost.
  if (redundancyHoursAndPay === 'service-only' || isMeasured(redundancyUnit)) return { pieces, basis };
  const costs = jobTerms.map(({ from, weeklyHours, hourlyRatePence }) => ({
    from,
    weekCosts: Fraction.parse(weeklyHours).times(hourlyRatePence),
  }));
  const weighed = pieces.flatMap((piece) =>
    cutAt(
      piece,
      costs.map(({ from }) => from),
    ).map((days): FundedPiece => {
      // Terms in force on the first day of the piece; a piece before the first terms is counted by those.
      const inForce = costs.findLast(({ from }) => from <= days.from) ?? costs[0];
      return { ...piece, ...days, dayWeighs: inForce?.weekCosts ?? Fraction.one };
    }),
  );
  const inputs = Object.fromEntries(
    costs.map(({ from, weekCosts }): [string, number] => [`pence a week from ${from}`, weekCosts.toPence()]),
  );
  return { pieces: weighed, basis: [basisOf(WEIGHTED_BY_COST, inputs, basis)] };
}
