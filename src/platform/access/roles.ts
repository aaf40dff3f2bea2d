/** What a person may be, as the token says it. Which role may do what stands at each route. */
export const ROLES = [
  'direct-payment-worker',
  'council-finance',
  'council-approver',
  'phb-worker',
  'nhs-finance',
  'nhs-approver',
  'auditor',
  'administrator',
] as const;

export type Role = (typeof ROLES)[number];

export function isRole(text: unknown): text is Role {
  return ROLES.some((role) => role === text);
}
