import type { MissingFact } from '../../kernel/figure.js';
import type { OpenPeriod } from '../../kernel/period.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import type { ORGANISATION_KINDS } from './organisation-rows.js';

/** What kind of body it is. Only the first four can owe or be owed money; the last two are refused by name. */
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** A body with the days on which it was one in law. */
export interface Organisation {
  /** ODS code of an NHS body, GSS code of a council: how the product names it everywhere. */
  readonly code: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly gss?: string;
  readonly legal: OpenPeriod;
}

/** The bodies that took over from another on a day, each for an area when there is more than one. */
export interface Succession {
  readonly from: string;
  readonly effectiveOn: PlainDate;
  readonly to: readonly {
    /** Absent while the code of the new body has not been loaded. */
    readonly code?: string;
    readonly name: string;
    /** Absent when it took over everything. */
    readonly area?: string;
  }[];
  readonly document: string;
}

/** Who pays a debt of a body on a later day, or why that cannot be told yet. */
export type PayableBy =
  | { readonly status: 'known'; readonly organisation: Organisation; readonly path: readonly Succession[] }
  | { readonly status: 'pending'; readonly missing: MissingFact };

/** What is known of organisations and of who followed whom. */
export interface OrganisationDirectory {
  /** The organisation with this code, in law on that day or not. */
  find(code: string): Organisation | undefined;
  /** True when the organisation exists in law on the day. */
  isLegalOn(code: string, day: PlainDate): boolean;
  /**
   * The legal body that stands for `code` on a day: itself while it exists, else the single successor, step by step; for
   * a day before it existed, the single predecessor when it has exactly one. Nothing when that needs a choice.
   */
  bodyOn(code: string, day: PlainDate): Organisation | undefined;
  /**
   * The days inside the period on which the legal body that stands for `code` changes, in date order; to or from none at
   * all is a change too.
   */
  successionsBetween(code: string, from: PlainDate, until: PlainDate): readonly PlainDate[];
  /** Who owes on `documentDate` what `code` incurred; a split of a body needs a scope rule or a choice, never a guess. */
  payableBy(code: string, documentDate: PlainDate): PayableBy;
  /** The code itself and every body that it took over from, at any distance: whose cases it may see. */
  withPredecessors(code: string): readonly string[];
  /** How the body ended and who took over; nothing while it goes on. */
  successionOf(code: string): Succession | undefined;
  /** The successions by which the body took over from others. */
  successionsInto(code: string): readonly Succession[];
  /**
   * What the code names on a day. The code of a CCG lives on as a sub-ICB location, which is no legal body; a shire
   * district is recognised by its code alone, so that it can be refused by name. Nothing for an unknown code.
   */
  kindOn(code: string, day: PlainDate): OrganisationKind | undefined;
  /** Every body that is loaded, in the order of the codes. */
  all(): readonly Organisation[];
}
