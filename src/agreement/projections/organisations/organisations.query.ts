import { addDays, type PlainDate } from '../../../kernel/plain-date.js';
import { organisationDirectory } from '../../domain/loaded-organisations.js';
import { ORGANISATION_KINDS } from '../../domain/organisation-rows.js';
import type { Organisation, OrganisationKind, PayableBy, Succession } from '../../domain/organisation.js';

export { ORGANISATION_KINDS, type OrganisationKind };

export interface OrganisationFilter {
  /** Part of the name, or the beginning of a code. */
  readonly q?: string;
  readonly kind?: OrganisationKind;
  /** Only bodies that exist in law on the day. */
  readonly on?: PlainDate;
}

/** A body with the days on which it was one in law; `lastDay` is its last. */
export interface OrganisationSummary {
  readonly code: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly gss?: string;
  readonly legal: { readonly from: PlainDate; readonly lastDay?: PlainDate };
}

/** A body with those before and after it. */
export interface OrganisationDetails extends OrganisationSummary {
  readonly succeededBy?: Succession;
  readonly tookOverFrom: readonly Succession[];
  /** Who owes on the day what the body incurred; only when a day was asked for. */
  readonly payableBy?: PayableByAnswer;
}

export type PayableByAnswer =
  | { readonly status: 'known'; readonly code: string; readonly name: string }
  | Extract<PayableBy, { status: 'pending' }>;

/** The bodies that are loaded and fit the filter, in the order of their codes. */
export function findOrganisations(
  { q = '', kind, on }: OrganisationFilter,
  limit: number,
  afterCode = '',
): readonly OrganisationSummary[] {
  const wanted = q.trim().toLowerCase();
  return organisationDirectory
    .all()
    .filter(({ code }) => code > afterCode)
    .filter((each) => fits(each, wanted) && (kind === undefined || each.kind === kind))
    .filter(({ code }) => on === undefined || organisationDirectory.isLegalOn(code, on))
    .slice(0, limit)
    .map(summaryOf);
}

/** The body with this code; nothing when none is loaded. */
export function findOrganisation(code: string, on?: PlainDate): OrganisationDetails | undefined {
  const organisation = organisationDirectory.find(code);
  if (organisation === undefined) return undefined;
  const succeededBy = organisationDirectory.successionOf(code);
  return {
    ...summaryOf(organisation),
    ...(succeededBy !== undefined && { succeededBy }),
    tookOverFrom: organisationDirectory.successionsInto(code),
    ...(on !== undefined && { payableBy: payableByAnswer(organisationDirectory.payableBy(code, on)) }),
  };
}

function fits({ code, name, gss = '' }: Organisation, wanted: string): boolean {
  const codes = [code, gss].map((each) => each.toLowerCase());
  return name.toLowerCase().includes(wanted) || codes.some((each) => each.startsWith(wanted));
}

function summaryOf({ legal: { from, until }, ...organisation }: Organisation): OrganisationSummary {
  const lastDay = until === undefined ? {} : { lastDay: addDays(until, -1) };
  return { ...organisation, legal: { from, ...lastDay } };
}

function payableByAnswer(answer: PayableBy): PayableByAnswer {
  if (answer.status === 'pending') return answer;
  const { code, name } = answer.organisation;
  return { status: 'known', code, name };
}
