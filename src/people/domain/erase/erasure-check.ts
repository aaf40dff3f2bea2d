import { refuseFuture } from '../../../kernel/field-checks.js';
import { dateInWords, type PlainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { keptUntil, needsEndOfCare, type RetentionClass } from '../retention/retention.js';

/** What the removal of a person's details may rest on. */
export const ERASURE_AUTHORITIES = ['end-of-retention', 'entered-by-mistake', 'court-order'] as const;
export type ErasureAuthority = (typeof ERASURE_AUTHORITIES)[number];

/** What it rests on, as the first of two people states it. */
export interface ErasureGrounds {
  readonly authority: ErasureAuthority;
  /** The day on which the care ended, which no case knows; needed for the end of retention, where a class runs from it. */
  readonly careEndedOn?: PlainDate;
}

export interface ErasureFacts extends ErasureGrounds {
  readonly legalHold: boolean;
  /** The cases that name the person. */
  readonly cases: readonly { readonly caseRef: string; readonly isOver: boolean }[];
  /** The day on which the details were last recorded or put right, or a fact of such a case was recorded. */
  readonly lastUsedOn: PlainDate;
  /** That of the organisation, and those of the agreements of the cases. */
  readonly classes: readonly RetentionClass[];
  readonly today: PlainDate;
}

/** One thing that stands against a removal. */
export interface ReasonAgainst {
  readonly code: 'legal-hold' | 'case-goes-on' | 'case-names-person' | 'within-retention';
  readonly detail: string;
}

/** @throws FieldRefused when the end of care is missing, where a class runs from it, or is still to come. */
export function refuseUnlessGrounded(
  { authority, careEndedOn }: ErasureGrounds,
  today: PlainDate,
  classes: readonly RetentionClass[],
): void {
  if (careEndedOn !== undefined) refuseFuture('/careEndedOn', careEndedOn, today);
  if (authority === 'end-of-retention' && careEndedOn === undefined && needsEndOfCare(classes))
    throw new FieldRefused(
      '/careEndedOn',
      'end-of-care-missing',
      'Retention runs from the day on which the care ended',
    );
}

/** Everything that stands against removing the details today; empty when nothing does. Rule PERSON-RETENTION. */
export function reasonsAgainst(facts: ErasureFacts): readonly ReasonAgainst[] {
  const held: readonly ReasonAgainst[] = facts.legalHold
    ? [{ code: 'legal-hold', detail: 'A legal hold stands on the details' }]
    : [];
  switch (facts.authority) {
    case 'court-order':
      return held;
    case 'entered-by-mistake':
      return [
        ...held,
        ...facts.cases.map(({ caseRef }): ReasonAgainst => ({
          code: 'case-names-person',
          detail: `${caseRef} names the person, so they were not entered by mistake`,
        })),
      ];
    case 'end-of-retention':
      return [...held, ...goingOn(facts), ...withinRetention(facts)];
  }
}

function goingOn({ cases }: ErasureFacts): readonly ReasonAgainst[] {
  return cases
    .filter(({ isOver }) => !isOver)
    .map(({ caseRef }) => ({ code: 'case-goes-on', detail: `${caseRef} goes on` }));
}

function withinRetention(facts: ErasureFacts): readonly ReasonAgainst[] {
  const { until } = keptUntil(facts);
  if (facts.today >= until) return [];
  return [{ code: 'within-retention', detail: `The details are kept until ${dateInWords(until)} at least` }];
}
