import { addDays } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { toPence, type MoneyDto } from '../../../platform/http/wire/money.dto.js';
import type { RedundancyQuestion, SplitQuestion } from '../../commands/calculate-redundancy.js';
import type { JobEnd } from '../../commands/vocabulary.js';
import { weekPayOf } from '../week-pay-of.js';
import type {
  CalculatedFundingDto,
  RedundancyCalculationDto,
  RedundancySplitCalculationDto,
} from './redundancy-calculation-requests.js';

/**
 * The question of what redundancy comes to, from what was stated.
 *
 * @throws FieldRefused unless a week's pay is stated in exactly one way, and for facts of an end without its reason.
 */
export function redundancyQuestionOf(stated: RedundancyCalculationDto): RedundancyQuestion {
  const { status, startedOn, lastDay, dateOfBirth, service } = stated;
  const { relationshipToEmployer, privateHousehold, statusDoubtful, estateInsolvent } = stated;
  const end = endOf(stated);
  return {
    job: { status, startedOn },
    ...(service !== undefined && {
      service: {
        cause: service.cause,
        earliestStart: service.earliestStart,
        latestStart: service.latestStart,
        ...(service.rulingReference !== undefined && { rulingReference: service.rulingReference }),
      },
    }),
    ...(end !== undefined && { end }),
    terms: {
      lastDay,
      dateOfBirth,
      weekPay: weekPayOf(stated),
      relationship: relationshipToEmployer,
      privateHousehold,
      statusDoubtful,
      estateInsolvent,
    },
  };
}

function endOf({
  reason,
  notice,
  noticeGivenOn,
  reEngagement,
}: RedundancyCalculationDto): JobEnd | undefined {
  if (reason === undefined) {
    if (notice === undefined && noticeGivenOn === undefined && reEngagement === undefined) return undefined;
    throw new FieldRefused('/reason', 'required', 'Notice and a re-engagement need the reason of the end');
  }
  return {
    reason,
    ...(notice !== undefined && { notice }),
    ...(noticeGivenOn !== undefined && { noticeGivenOn }),
    ...(reEngagement !== undefined && {
      reEngagement: {
        offeredOn: reEngagement.offeredOn,
        startsOn: reEngagement.startsOn,
        answer: reEngagement.answer,
      },
    }),
  };
}

/**
 * The question of who bears what of a payment, from what was stated.
 *
 * @throws FieldRefused for money below zero, an approval without an amount, and two answers about liability.
 */
export function splitQuestionOf(stated: RedundancySplitCalculationDto): SplitQuestion {
  const { startedOn, lastDay, employerDied, council, nhsBody } = stated;
  const { aboveStatutory, aboveStatutoryApprovedOn, untakenLeave } = stated;
  if (aboveStatutoryApprovedOn !== undefined && aboveStatutory === undefined) {
    throw new FieldRefused('/aboveStatutory', 'required', 'Give the amount that was approved');
  }
  return {
    startedOn,
    lastDay,
    employerDied,
    payment: {
      statutoryPence: penceOf('/statutory', stated.statutory),
      insurancePence: penceOf('/insurance', stated.insurance),
      reservesPence: penceOf('/reserves', stated.reserves),
      ...(aboveStatutory && { aboveStatutoryPence: penceOf('/aboveStatutory', aboveStatutory) }),
      ...(aboveStatutoryApprovedOn !== undefined && { aboveStatutoryApprovedOn }),
      ...(untakenLeave && { untakenLeavePence: penceOf('/untakenLeave', untakenLeave) }),
    },
    funding: stated.fundingPeriods.map(fundingOf),
    jobTerms: (stated.terms ?? []).map(({ from, weeklyHours, hourlyRate }) => ({
      from,
      weeklyHours,
      hourlyRatePence: toPence(hourlyRate),
    })),
    council,
    nhsBody,
    liability: liabilityOf(stated),
    options: Object.fromEntries(
      Object.entries(stated.options ?? {}).filter(([, chosen]) => chosen !== undefined),
    ),
  };
}

function fundingOf({ from, lastDay, shares, hoursPaid, moneyPaid }: CalculatedFundingDto) {
  return {
    from,
    ...(lastDay !== undefined && { until: addDays(lastDay, 1) }),
    shares: shares.map(({ funder, share }) => ({ funder, share })),
    ...(hoursPaid !== undefined && { hoursPaid }),
    ...(moneyPaid !== undefined && { moneyPaidPence: toPence(moneyPaid) }),
  };
}

function liabilityOf({ liableFrom, neverLiable }: RedundancySplitCalculationDto): SplitQuestion['liability'] {
  if (liableFrom === undefined) return { status: neverLiable ? 'never' : 'unknown' };
  if (!neverLiable) return { status: 'known', startsOn: liableFrom };
  throw new FieldRefused('/neverLiable', 'not-wanted', 'The NHS body is liable from a day, or never');
}

/** @throws FieldRefused for money below zero. */
function penceOf(pointer: string, money: MoneyDto = { amount: '0.00', currency: 'GBP' }) {
  const amount = toPence(money);
  if (amount < 0) throw new FieldRefused(pointer, 'below-zero', 'This cannot be below zero');
  return amount;
}
