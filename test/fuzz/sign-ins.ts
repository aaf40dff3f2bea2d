import type { Seeded } from '../chaos/seeded.js';
import type { TestIssuer } from '../support/test-issuer.js';
import { exampleUsers } from '../../src/dev/example-users.js';
import { ROLES, type Role } from '../../src/platform/access/roles.js';
import type { FuzzedOperation } from './draft.js';
import type { SignIn } from './mutation.js';

const NHS_ROLES: ReadonlySet<Role> = new Set(['phb-worker', 'nhs-finance', 'nhs-approver']);

/** Tokens for every way to sign in. Each is fetched once, since signing costs more than the request. */
export class SignIns {
  private readonly kept = new Map<string, Promise<string>>();

  constructor(private readonly issuer: TestIssuer) {}

  /** No token for nobody, and for who signs in as another role where every role may call. */
  async tokenFor({ roles }: FuzzedOperation, signIn: SignIn, random: Seeded): Promise<string | undefined> {
    const allowed = ROLES.filter((role) => roles.includes(role));
    const others = ROLES.filter((role) => !roles.includes(role));
    switch (signIn) {
      case 'nobody':
        return undefined;
      case 'allowed':
        return this.userWith(allowed, random);
      case 'another-organisation':
        return this.strangerWith(allowed, random);
      case 'another-role':
        return this.userWith(others, random);
      case 'malformed':
        return random.pick(['not.a.token', 'x', '{}', 'a'.repeat(2000), "' OR 1=1 --"]);
      case 'expired':
      case 'not-yet':
      case 'other-audience':
      case 'other-issuer':
      case 'unknown-key':
      case 'forged-signature':
      case 'no-algorithm':
      case 'shared-secret':
      case 'id-token':
      case 'no-organisation':
        return this.keep(signIn, () => this.issuer.badToken(signIn));
    }
  }

  private async userWith(roles: readonly Role[], random: Seeded): Promise<string | undefined> {
    const [first, ...others] = exampleUsers.filter(({ id }) => roles.some((role) => id === `herts-${role}`));
    if (first === undefined) return undefined;
    const { id } = random.pick([first, ...others]);
    return this.keep(id, () => this.issuer.tokenFor(id));
  }

  /** Somebody of a body that has nothing to do with any case, and that no request moves a case to. */
  private async strangerWith(roles: readonly Role[], random: Seeded): Promise<string | undefined> {
    const [first, ...others] = roles;
    if (first === undefined) return undefined;
    const role = random.pick([first, ...others]);
    const organisation = NHS_ROLES.has(role) ? 'QKS' : 'E10000016';
    return this.keep(`stranger ${role}`, () =>
      this.issuer.tokenWith({ sub: `kent-${role}`, organisation, roles: [role] }),
    );
  }

  private keep(name: string, make: () => Promise<string>): Promise<string> {
    const found = this.kept.get(name) ?? make();
    this.kept.set(name, found);
    return found;
  }
}
