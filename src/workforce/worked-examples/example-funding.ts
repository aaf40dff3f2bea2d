import { DEFAULT_OPTIONS } from '../../agreement/index.js';
import { Fraction } from '../../kernel/fraction.js';
import { cutAt, overlapOf, periodOfDays, uncovered, type Period } from '../../kernel/period.js';
import { NotUnderstood } from '../../kernel/worked-example.js';
import type { CaseSetting } from '../domain/case-setting.js';
import type { FundingPeriod } from '../domain/employment.js';
import { fundedDays } from '../domain/rules/funded-days.js';
import type { FundedPiece, FunderShare } from '../domain/rules/funded-piece.js';
import { ExampleInputs, exactNumber, understood, type RawInputs } from './example-inputs.js';

/** Worked examples call the council LA and the NHS bodies ICB, ICB_A and so on; nobody succeeds anybody in them. */
const COUNCIL = 'LA';
const isNhsBody = (funder: string) => funder.startsWith('ICB');

const SETTING: CaseSetting = {
  council: COUNCIL,
  nhsBody: 'ICB',
  liability: { status: 'never' },
  terms: { ...DEFAULT_OPTIONS, redundancyBridgingDays: 'payer-of-the-day' },
  termsFrom: 'worked example',
  bodies: { successionsBetween: () => [], bodyOn: () => undefined },
};

/**
 * The funders of each day of the service. An example lists all that was paid: what it does not list nobody paid.
 *
 * @throws NotUnderstood for a list that cannot be read, overlaps, or gives out more than a whole day.
 */
export function exampleFunding(listed: readonly unknown[], service: Period): readonly FundedPiece[] {
  const periods = listed.map(fundingPeriod);
  periods.forEach((each, index) => {
    if (periods.slice(index + 1).some((later) => overlapOf(each, later) !== undefined)) {
      throw new NotUnderstood('Periods of funding overlap');
    }
  });
  const unpaid = uncovered(service, periods).map((days) => ({ ...days, shares: [], eventId: '' }));
  const inOrder = [...periods, ...unpaid].sort((a, b) => (a.from < b.from ? -1 : 1));
  const funded = fundedDays(service, inOrder, SETTING);
  if (funded.status === 'pending') throw new NotUnderstood('The funding leaves days of the service open');
  return funded.value;
}

/**
 * The same days by the body that paid: the council paid for what the NHS body was liable for, in the weeks of bridging.
 *
 * @param bridging the weeks of bridging; a side that is not given is open, so an example about bridging need not give any
 */
export function paidByTheCouncil(
  pieces: readonly FundedPiece[],
  bridging: Partial<Period>,
): readonly FundedPiece[] {
  const bounds = [bridging.from, bridging.until].filter((day) => day !== undefined);
  return pieces
    .flatMap((piece) => cutAt(piece, bounds).map((part) => ({ ...piece, ...part })))
    .map((part) => (isIn(bridging, part) ? { ...part, shares: councilForNhs(part.shares) } : part));
}

function isIn({ from, until }: Partial<Period>, day: Period): boolean {
  return (from === undefined || from <= day.from) && (until === undefined || day.from < until);
}

function councilForNhs(shares: readonly FunderShare[]): readonly FunderShare[] {
  const isTheirs = ({ funder }: FunderShare) => funder === COUNCIL || isNhsBody(funder);
  const share = Fraction.sum(shares.filter(isTheirs).map((each) => each.share));
  const others = shares.filter((each) => !isTheirs(each));
  return share.isZero ? others : [{ funder: COUNCIL, share }, ...others];
}

function fundingPeriod(listed: unknown): FundingPeriod {
  const inputs = new ExampleInputs(listed as RawInputs, ['from', 'to', 'shares']);
  const from = inputs.day('from');
  const shares = Object.entries(inputs.object('shares'))
    .map(([funder, share]) => ({ funder, share: exactNumber(`share of ${funder}`, share) }))
    .filter(({ share }) => !share.isZero);
  if (Fraction.sum(shares.map(({ share }) => share)).compare(Fraction.one) > 0) {
    throw new NotUnderstood('Shares of a day are more than the day');
  }
  return {
    ...(inputs.has('to') ? understood('funding', () => periodOfDays(from, inputs.day('to'))) : { from }),
    shares: shares.map(({ funder, share }) => ({ funder, share: share.toString() })),
    eventId: from,
  };
}
