import { Fraction } from '../../../kernel/fraction.js';
import { describePence, ZERO_PENCE } from '../../../kernel/pence.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import type { CaseDecision } from '../case-decision.js';
import type { JointPackage } from '../case-record.js';
import { isStanding, type InWords } from '../dated-record.js';
import { CaseNotReady } from '../stages.js';
import type { JointPart } from '../transfer-case.events.js';

export interface JointPackageTerms {
  /** The first day of these shares. */
  readonly from: PlainDate;
  /** Each with a share from 0 to 1, as exact text, or a weekly sum in pence. None: the remainder is the whole day. */
  readonly parts: readonly JointPart[];
  readonly remainder: JointPart['part'];
  readonly corrects?: string;
  /** What the local agreement lets the two bodies divide by. */
  readonly dividedBy: 'as-the-case-says' | 'shares' | 'fixed-sums';
}

/**
 * How the cost of each day falls on the council and the NHS body from a day on: as shares or as fixed weekly sums, with
 * what remains to one of them. It may come late or ahead; the money follows the day that it runs from.
 *
 * @throws FieldRefused when a part is named twice, is the remainder too, has not one measure, or the shares are above 1.
 * @throws FieldRefused when the local agreement divides by the other measure.
 * @throws RecordsOverlap when other shares run from that day and the caller does not name their event.
 */
export const setJointPackage =
  (terms: JointPackageTerms): CaseDecision =>
  (state) => {
    switch (state.stage) {
      case 'alerted':
      case 'acknowledged':
      case 'assessing':
      case 'not-eligible':
      case 'eligible':
      case 'bridging':
      case 'phb-started':
      case 'complete':
      case 'transferring-back':
      case 'back-with-council': {
        const { from, parts, remainder, corrects } = terms;
        const said = { from, parts, remainder };
        if (isStanding(IN_WORDS, said, corrects, state.jointPackages)) return [];
        refuseUnlessDivides(terms);
        refuseOtherMeasure(terms);
        return [
          {
            type: 'transfer-case.joint-package-set',
            occurredOn: from,
            data: { ...said, ...(corrects !== undefined && { corrects }) },
          },
        ];
      }
      case 'none':
      case 'merged':
      case 'withdrawn':
        throw new CaseNotReady('set-joint-package', state.stage);
    }
  };

const IN_WORDS: InWords<Omit<JointPackage, 'eventId'>> = { what: 'A joint package', told };

function told({ parts, remainder }: Pick<JointPackage, 'parts' | 'remainder'>): string {
  const stated = parts.map(({ part, share, weeklyPence = ZERO_PENCE }) =>
    share === undefined ? `${part} ${describePence(weeklyPence)} a week` : `${part} ${share}`,
  );
  return `"${[...stated, `${remainder} the rest`].join(', ')}"`;
}

/** @throws FieldRefused when a part is named twice, is the remainder too, has not one measure, or the shares are above 1. */
export function refuseUnlessDivides(terms: Pick<JointPackageTerms, 'parts' | 'remainder'>): void {
  terms.parts.forEach((part, index) => refuseUnlessSound(part, index, terms));
  refuseAboveOne(terms.parts);
}

function refuseOtherMeasure({ parts, dividedBy }: JointPackageTerms): void {
  if (dividedBy === 'as-the-case-says') return;
  const other = parts.findIndex(({ share }) => (share === undefined) === (dividedBy === 'shares'));
  if (other < 0) return;
  const measure = dividedBy === 'shares' ? 'shares' : 'fixed weekly sums';
  throw new FieldRefused(
    `/parts/${other}`,
    'not-the-agreed-measure',
    `By the local agreement a joint package is divided by ${measure}`,
  );
}

function refuseUnlessSound(
  { part, share, weeklyPence }: JointPart,
  index: number,
  { parts, remainder }: Pick<JointPackageTerms, 'parts' | 'remainder'>,
): void {
  const at = `/parts/${index}`;
  if (part === remainder || parts.findIndex((each) => each.part === part) !== index) {
    throw new FieldRefused(`${at}/part`, 'named-twice', `The part "${part}" is named already`);
  }
  if ((share === undefined) === (weeklyPence === undefined)) {
    throw new FieldRefused(at, 'not-one-measure', 'A part has either a share or a weekly sum');
  }
  if (weeklyPence !== undefined && weeklyPence < 0) {
    throw new FieldRefused(`${at}/weekly`, 'below-zero', 'A weekly sum is zero or more');
  }
  if (share !== undefined && Fraction.parse(share).isNegative) {
    throw new FieldRefused(`${at}/share`, 'below-zero', 'A share is zero or more');
  }
}

/** Nobody can fund more than the whole of a day. */
function refuseAboveOne(parts: readonly JointPart[]): void {
  const shares = parts.flatMap(({ share }) => (share === undefined ? [] : [Fraction.parse(share)]));
  const sum = Fraction.sum(shares);
  if (sum.compare(Fraction.one) > 0) {
    throw new FieldRefused(
      '/parts',
      'shares-above-one',
      `The shares of a day come to ${sum.toString()}, which is more than 1`,
    );
  }
}
