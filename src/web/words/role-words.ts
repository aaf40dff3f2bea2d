import type { Role } from '../../platform/access/roles.js';

/** What a role is called on pages. */
export const roleWords: Readonly<Record<Role, string>> = {
  'direct-payment-worker': 'Direct payment worker',
  'council-finance': 'Council finance',
  'council-approver': 'Council approver',
  'phb-worker': 'Personal health budget worker',
  'nhs-finance': 'NHS finance',
  'nhs-approver': 'NHS approver',
  auditor: 'Auditor',
  administrator: 'Administrator',
};
