import type { Decision } from '../../../kernel/event.js';
import { refuseEmptyPeriod, refuseUnlessReference } from '../../../kernel/field-checks.js';
import { Fraction } from '../../../kernel/fraction.js';
import { overlapOf, type OpenPeriod } from '../../../kernel/period.js';
import { dateInWords } from '../../../kernel/plain-date.js';
import { FieldRefused, Refusal } from '../../../kernel/refusal.js';
import type { Employment, FundingPeriod } from '../employment.js';
import { refuseNegative } from '../field-checks.js';
import { known, withoutCorrected } from '../refusals.js';
import { sameNumber, sameOptionalNumber } from '../same-number.js';
import type { FundingShare, WorkforceEvent, WorkforceFact } from '../workforce.events.js';

export type FundingFacts = WorkforceFact<'workforce.funding-period-recorded'>['data'];

/** Some of the days have a funder on record already, and a day is funded once. */
export class FundingOverlaps extends Refusal {
  override readonly name = 'FundingOverlaps';
  readonly code = 'funding-overlaps';
  readonly kind = 'conflict';
  override readonly facts: { readonly eventId: string; readonly from: string; readonly until?: string };

  constructor(overlap: OpenPeriod, { eventId, from, until }: FundingPeriod) {
    super(
      `Who funded the days from ${dateInWords(overlap.from)} is recorded already; ` +
        'to put that right, name the record that this one corrects',
    );
    this.facts = { eventId, from, ...(until !== undefined && { until }) };
  }
}

/**
 * Records who funded the employment in a period, joint funders by their share of each day. No shares: the employer paid
 * alone. A period without an end runs to the last day of the job.
 *
 * @throws FundingOverlaps when a day of it has a record that is not corrected.
 * @throws NothingToCorrect when it corrects a period that does not stand.
 * @throws FieldRefused for hours or money paid without a last day, an empty period, a share that is not above 0, a funder named twice, or shares above the whole.
 */
export function recordFundingPeriod(facts: FundingFacts): Decision<Employment, WorkforceEvent> {
  return (state) => {
    const { fundingPeriods } = known(state);
    if (facts.until !== undefined) refuseEmptyPeriod(facts.from, facts.until);
    refuseUnlessShares(facts.shares);
    refuseUnlessMeasured(facts);
    if (fundingPeriods.some((each) => sameFunding(each, facts))) return [];
    for (const standing of withoutCorrected(fundingPeriods, facts.corrects)) {
      const overlap = overlapOf(standing, facts);
      if (overlap !== undefined) throw new FundingOverlaps(overlap, standing);
    }
    return [{ type: 'workforce.funding-period-recorded', occurredOn: facts.from, data: facts }];
  };
}

/** What was paid for in a period can be spread over its days only when its last day is known. */
function refuseUnlessMeasured({ until, hoursPaid, moneyPaidPence }: FundingFacts): void {
  if (hoursPaid !== undefined) refuseNegative('/hoursPaid', hoursPaid);
  if (moneyPaidPence !== undefined && moneyPaidPence < 0) {
    throw new FieldRefused('/moneyPaid', 'below-zero', 'Money paid cannot be below zero');
  }
  if (until === undefined && (hoursPaid !== undefined || moneyPaidPence !== undefined)) {
    throw new FieldRefused('/lastDay', 'required', 'Hours and money paid are for a period with a last day');
  }
}

function refuseUnlessShares(shares: readonly FundingShare[]): void {
  shares.forEach(({ funder, share }, index) => {
    refuseUnlessReference(`/shares/${index}/funder`, funder);
    if (Fraction.parse(share).compare(Fraction.zero) <= 0) {
      throw new FieldRefused(`/shares/${index}/share`, 'not-above-zero', 'A share is above 0 and at most 1');
    }
    if (shares.findIndex((each) => each.funder === funder) !== index) {
      throw new FieldRefused(`/shares/${index}/funder`, 'named-twice', `${funder} is named twice`);
    }
  });
  const whole = Fraction.sum(shares.map(({ share }) => Fraction.parse(share)));
  if (whole.compare(Fraction.one) > 0) {
    throw new FieldRefused('/shares', 'above-the-whole', `The shares of a day are ${String(whole)}, above 1`);
  }
}

function sameFunding(standing: FundingPeriod, facts: FundingFacts): boolean {
  return (
    standing.from === facts.from &&
    standing.until === facts.until &&
    sameOptionalNumber(standing.hoursPaid, facts.hoursPaid) &&
    standing.moneyPaidPence === facts.moneyPaidPence &&
    standing.shares.length === facts.shares.length &&
    standing.shares.every(({ funder, share }) =>
      facts.shares.some((each) => each.funder === funder && sameNumber(each.share, share)),
    )
  );
}
