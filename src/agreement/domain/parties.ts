import type { PlainDate } from '../../kernel/plain-date.js';
import type { Side } from './agreement.events.js';
import type { OrganisationDirectory } from './organisation.js';

/** The two bodies of an agreement: GSS code of the council, ODS code of the NHS body. */
export interface Parties {
  readonly council: string;
  readonly nhsBody: string;
}

/** The side on which somebody stands who acts for these bodies; nothing when they are no party. */
export function sideOf({ council, nhsBody }: Parties, standsFor: readonly string[]): Side | undefined {
  if (standsFor.includes(council)) return 'council';
  return standsFor.includes(nhsBody) ? 'nhs-body' : undefined;
}

/**
 * Whose agreement may hold between two bodies on a day, the nearest first: that of the bodies in law on the day, that of
 * the bodies as they are named, and those that their predecessors signed. Nothing when a split leaves open who stands for
 * a body on the day.
 *
 * Source of the rule: the successor takes over rights and liabilities, National Health Service Act 2006, section 14Z28;
 * that an agreement goes on to hold for the successor is a product decision.
 */
export function partiesInOrder(
  directory: OrganisationDirectory,
  { council, nhsBody }: Parties,
  day: PlainDate,
): readonly (readonly Parties[])[] {
  const councilNow = directory.bodyOn(council, day);
  const nhsBodyNow = directory.bodyOn(nhsBody, day);
  if (councilNow === undefined || nhsBodyNow === undefined) return [];
  const inherited = directory
    .withPredecessors(councilNow.code)
    .flatMap((left) =>
      directory.withPredecessors(nhsBodyNow.code).map((right) => ({ council: left, nhsBody: right })),
    );
  return [[{ council: councilNow.code, nhsBody: nhsBodyNow.code }], [{ council, nhsBody }], inherited];
}
