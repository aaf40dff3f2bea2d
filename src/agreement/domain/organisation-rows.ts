import { day, listOf, oneOf, optional, record, text, type ShapeOf } from '../../kernel/shape.js';

/** The kinds of body. Only the first four can owe or be owed money; the last two are refused by name. */
export const ORGANISATION_KINDS = [
  'council',
  'clinical-commissioning-group',
  'integrated-care-board',
  'nhs-england',
  'district-council',
  'sub-icb-location',
] as const;

const organisationRow = record({
  code: text,
  name: text,
  kind: oneOf(ORGANISATION_KINDS),
  gss: optional(text),
  legal: record({ from: day, until: optional(day) }),
});

const successionRow = record({
  from: text,
  effectiveOn: day,
  to: listOf(record({ code: optional(text), name: text, area: optional(text) })),
  document: text,
});

/** The list of bodies as it is loaded. Codes are data that the offices of the register change, never code. */
export const organisationRows = record({
  organisations: listOf(organisationRow),
  successions: listOf(successionRow),
});

export type OrganisationRows = ShapeOf<typeof organisationRows>;
