import type { Rule } from '../../../kernel/basis.js';
import { basisOf, type Basis } from '../../../kernel/basis.js';
import { subtractPence, sumPence, type Pence } from '../../../kernel/pence.js';
import { daysIn } from '../../../kernel/period.js';
import { addDays, type PlainDate } from '../../../kernel/plain-date.js';

/** How long a sum has been owed. */
export const AGED_DEBT = {
  code: 'AGED-DEBT',
  version: 1,
  title:
    'What is unpaid on a document is as old as the document, by the answer to each line; payments count towards the lines that were accepted',
  source: 'Decided here: aged debt as finance teams keep it',
  certainty: 'product-decision',
} as const satisfies Rule;

/** Why a sum is unpaid. */
export const UNPAID_REASONS = ['not-yet-accepted', 'queried', 'accepted', 'to-be-returned'] as const;

export type UnpaidReason = (typeof UNPAID_REASONS)[number];

/** A document with money on it that has not moved yet. Sums in pence. */
export interface OwedDocument {
  /** Its date; where none was issued, the day on which it was worked out. */
  readonly since: PlainDate;
  /** False once it was credited or withdrawn: what is left is to be given back. */
  readonly stands: boolean;
  readonly paidPence: Pence;
  readonly outstandingPence: Pence;
  readonly lines: readonly {
    readonly amountPence: Pence;
    readonly answer: 'open' | 'queried' | 'accepted';
    readonly queryReason: string | null;
  }[];
}

/** Sums by age in days: up to 30, 31 to 60, 61 to 90, and more. All in pence. */
export interface Aged {
  readonly totalPence: Pence;
  readonly upTo30Pence: Pence;
  readonly upTo60Pence: Pence;
  readonly upTo90Pence: Pence;
  readonly over90Pence: Pence;
}

/** What is unpaid for one reason. */
export interface AgedReason extends Aged {
  readonly reason: UnpaidReason;
  /** Why the lines are queried. */
  readonly queryReason?: string;
  readonly documents: number;
}

export interface AgedDebt extends Aged {
  readonly reasons: readonly AgedReason[];
  readonly basis: Basis;
}

interface Part {
  readonly reason: UnpaidReason;
  readonly queryReason?: string;
  readonly amountPence: Pence;
}

/** What is unpaid on a day, by reason and age. The reasons add up to the total, and so do the ages. */
export function agedDebtOf(documents: readonly OwedDocument[], asAt: PlainDate): AgedDebt {
  const parts = documents.flatMap((document) =>
    partsOf(document).map((part) => ({ ...part, ageDays: ageOn(document.since, asAt) })),
  );
  const keys = [...new Set(parts.map(keyOf))].sort();
  const reasons = UNPAID_REASONS.flatMap((reason) =>
    keys
      .filter((key) => key.startsWith(`${reason} `))
      .map((key) => {
        const own = parts.filter((part) => keyOf(part) === key);
        const queryReason = own[0]?.queryReason;
        return {
          reason,
          ...(queryReason !== undefined && { queryReason }),
          documents: own.length,
          ...agedOf(own),
        };
      }),
  );
  const total = agedOf(parts);
  return {
    ...total,
    reasons,
    basis: basisOf(AGED_DEBT, { asAt, documents: documents.length, ...total }),
  };
}

/** A document's unpaid sum by reason: one part for each, and together what is outstanding. */
function partsOf({ stands, lines, paidPence, outstandingPence }: OwedDocument): readonly Part[] {
  if (!stands) return [{ reason: 'to-be-returned', amountPence: outstandingPence }];
  const sumOf = (fits: (line: OwedDocument['lines'][number]) => boolean) =>
    sumPence(lines.filter(fits).map(({ amountPence }) => amountPence));
  const queryReasons = lines.flatMap(({ answer, queryReason }) =>
    answer === 'queried' && queryReason !== null ? [queryReason] : [],
  );
  const parts: readonly Part[] = [
    { reason: 'not-yet-accepted', amountPence: sumOf(({ answer }) => answer === 'open') },
    ...[...new Set(queryReasons)].map((queryReason): Part => ({
      reason: 'queried',
      queryReason,
      amountPence: sumOf((line) => line.answer === 'queried' && line.queryReason === queryReason),
    })),
    {
      reason: 'accepted',
      amountPence: subtractPence(
        sumOf(({ answer }) => answer === 'accepted'),
        paidPence,
      ),
    },
  ];
  return parts.filter(({ amountPence }) => amountPence !== 0);
}

function keyOf({ reason, queryReason = '' }: Pick<Part, 'reason' | 'queryReason'>): string {
  return `${reason} ${queryReason}`;
}

/** Days from one day to another: none on the day itself. */
function ageOn(since: PlainDate, asAt: PlainDate): number {
  return since >= asAt ? 0 : daysIn({ from: since, until: addDays(asAt, 1) }) - 1;
}

function agedOf(parts: readonly { readonly amountPence: Pence; readonly ageDays: number }[]): Aged {
  const aged = (least: number, most: number) =>
    sumPence(
      parts
        .filter(({ ageDays }) => ageDays >= least && ageDays <= most)
        .map(({ amountPence }) => amountPence),
    );
  return {
    totalPence: aged(0, Infinity),
    upTo30Pence: aged(0, 30),
    upTo60Pence: aged(31, 60),
    upTo90Pence: aged(61, 90),
    over90Pence: aged(91, Infinity),
  };
}
