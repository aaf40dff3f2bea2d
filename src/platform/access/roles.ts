/** What a person may be. Which role may do what stands at each route. */
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

const APPROVERS: ReadonlySet<Role> = new Set(['council-approver', 'nhs-approver']);

/** Those who approve money, which they may up to a limit. */
export function isApprover(role: Role): boolean {
  return APPROVERS.has(role);
}
