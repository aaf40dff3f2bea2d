import type { Role } from '../../platform/access/roles.js';

interface Entry {
  readonly text: string;
  readonly href: string;
  /** Whose it is; everybody's when absent. */
  readonly roles?: readonly Role[];
}

const FINANCE = ['council-finance', 'council-approver', 'nhs-finance', 'nhs-approver', 'auditor'] as const;

const ENTRIES: readonly Entry[] = [
  { text: 'Cases', href: '/cases' },
  { text: 'People', href: '/people', roles: ['direct-payment-worker', 'phb-worker'] },
  { text: 'Recharges', href: '/recharges', roles: FINANCE },
  { text: 'Statements', href: '/statements', roles: [...FINANCE, 'administrator'] },
  { text: 'Exposure', href: '/exposure' },
  { text: 'Staff', href: '/staff', roles: ['administrator', 'auditor'] },
  { text: 'Calculators', href: '/calculators' },
  { text: 'Import payments', href: '/imports/payments', roles: ['council-finance'] },
  { text: 'Import PAs', href: '/imports/employments', roles: ['council-finance', 'direct-payment-worker'] },
];

/** An entry of the navigation, as the GOV.UK service navigation takes it. */
export interface NavigationItem {
  readonly text: string;
  readonly href: string;
  /** The page itself is this one, or lies under it. */
  readonly active: boolean;
}

/** What the navigation offers somebody with these roles. */
export function navigationFor(roles: readonly Role[], path: string): readonly NavigationItem[] {
  return ENTRIES.filter((entry) => entry.roles?.some((role) => roles.includes(role)) ?? true).map(
    ({ text, href }) => ({ text, href, active: path === href || path.startsWith(`${href}/`) }),
  );
}
