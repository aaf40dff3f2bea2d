/** Where the rights of people are taken from: our own records, or the claims of their tokens. */
export const RIGHTS_SOURCES = ['records', 'token'] as const;
export type RightsSource = (typeof RIGHTS_SOURCES)[number];
