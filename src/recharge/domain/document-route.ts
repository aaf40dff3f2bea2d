import type { Direction } from './rules/joint-package.js';

/** How the document of a debt travels. */
export const DOCUMENT_ROUTES = [
  'council-invoices-nhs',
  'nhs-self-bills',
  'nhs-invoices-council',
  'council-self-bills',
  'pooled-fund-journal',
] as const;

export type DocumentRoute = (typeof DOCUMENT_ROUTES)[number];

/** The routes of a local agreement, which speaks of what the NHS body owes, each with the same route the other way. */
const ON_THE_WAY_BACK = {
  'council-invoices-nhs': 'nhs-invoices-council',
  'nhs-self-bills': 'council-self-bills',
  'pooled-fund-journal': 'pooled-fund-journal',
} as const satisfies Partial<Record<DocumentRoute, DocumentRoute>>;

export type AgreedRoute = keyof typeof ON_THE_WAY_BACK;

/** The route that the agreement gives a document: whoever invoices, or bills itself, does so in the other direction too. */
export function routeOf(agreed: AgreedRoute, direction: Direction): DocumentRoute {
  return direction === 'bridging' ? agreed : ON_THE_WAY_BACK[agreed];
}
