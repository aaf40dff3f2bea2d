import { ROLES, type Role } from '../platform/access/roles.js';

/** A person who exists for trying things out. All names are invented. */
export interface ExampleUser {
  /** Sign-in name, subject, and client id for a token without a browser: `herts-nhs-finance`. */
  readonly id: string;
  readonly name: string;
  /** GSS code of a council or ODS code of an NHS body. */
  readonly organisation: string;
  readonly roles: readonly Role[];
}

/** The secret of every example client. It protects nothing: the issuer refuses to run in production. */
export const EXAMPLE_SECRET = 'example-only';

interface Area {
  readonly prefix: string;
  readonly council: string;
  readonly nhsBody: string;
  readonly names: Readonly<Record<Role, string>>;
  /** Besides the one of the council. */
  readonly furtherAdministrators: readonly {
    readonly id: string;
    readonly name: string;
    readonly at: 'council' | 'nhsBody';
  }[];
}

const hertfordshire: Area = {
  prefix: 'herts',
  council: 'E10000015',
  nhsBody: 'QM7',
  names: {
    'direct-payment-worker': 'Rosalind Ashdown',
    'council-finance': 'Tobias Fenwick',
    'council-approver': 'Ngozi Caldwell',
    'phb-worker': 'Imogen Barraclough',
    'nhs-finance': 'Farid Hollis',
    'nhs-approver': 'Bethan Okonjo',
    auditor: 'Wilfred Sayer',
    administrator: 'Leila Marchmont',
  },
  furtherAdministrators: [
    { id: 'second-administrator', name: 'Edmund Varley', at: 'council' },
    { id: 'nhs-administrator', name: 'Noor Delacourt', at: 'nhsBody' },
    { id: 'nhs-second-administrator', name: 'Silas Thorneycroft', at: 'nhsBody' },
  ],
};

const staffordshire: Area = {
  prefix: 'staffs',
  council: 'E10000028',
  nhsBody: 'QNC',
  names: {
    'direct-payment-worker': 'Marcus Tilbrook',
    'council-finance': 'Yusra Pemberton',
    'council-approver': 'Gwendolyn Achebe',
    'phb-worker': 'Callum Raistrick',
    'nhs-finance': 'Hester Vaughan-Dale',
    'nhs-approver': 'Idris Colborne',
    auditor: 'Priscilla Wetherby',
    administrator: 'Anton Greaves',
  },
  furtherAdministrators: [
    { id: 'second-administrator', name: 'Winifred Oyelaran', at: 'council' },
    { id: 'nhs-administrator', name: 'Barnaby Kessell', at: 'nhsBody' },
    { id: 'nhs-second-administrator', name: 'Ottoline Pryce', at: 'nhsBody' },
  ],
};

const NHS_ROLES: readonly Role[] = ['phb-worker', 'nhs-finance', 'nhs-approver'];

/**
 * One person for each role in Hertfordshire, and the same in Staffordshire, which must never see the other's cases; and as many
 * administrators as it takes to give a right in each of the four bodies.
 */
export const exampleUsers: readonly ExampleUser[] = [hertfordshire, staffordshire].flatMap((area) => [
  ...ROLES.map((role) => ({
    id: `${area.prefix}-${role}`,
    name: area.names[role],
    organisation: NHS_ROLES.includes(role) ? area.nhsBody : area.council,
    roles: [role],
  })),
  ...area.furtherAdministrators.map(({ id, name, at }) => ({
    id: `${area.prefix}-${id}`,
    name,
    organisation: area[at],
    roles: ['administrator' as const],
  })),
]);
