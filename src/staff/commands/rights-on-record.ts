import { Inject, Injectable } from '@nestjs/common';
import { todayInLondon, type Clock } from '../../kernel/clock.js';
import type { Grant, SignedIn } from '../../platform/access/principal.js';
import type { Rights, Standing } from '../../platform/access/rights.js';
import { isRole, ROLES, type Role } from '../../platform/access/roles.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import { rightsOn, type Right } from '../domain/staff-member.js';
import { StaffMembers } from './staff-members.js';
import { staffRefOf } from './staff-ref.js';

/**
 * The rights of the day as the store tells them at the moment of the request. A read model would be behind by as long as its
 * worker stands still, and a right that was ended would go on to count for so long; this reads the end of one stream, of which
 * the beginning is known.
 */
@Injectable()
export class RightsOnRecord implements Rights {
  constructor(
    private readonly members: StaffMembers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async of({ issuer, subject, organisation: wanted, name }: SignedIn): Promise<Standing> {
    const ownRef = staffRefOf({ issuer, subject });
    const state = await this.members.find(ownRef);
    const rights = rightsOn(state, todayInLondon(this.clock)).filter(({ role }) => isRole(role));
    const organisations = [...new Set(rights.map(({ organisation }) => organisation))].sort();
    const organisation = wanted ?? organisations[0] ?? '';
    const staff = await this.members.personBehind(ownRef, state);
    const alsoKnownAs = await this.members.otherReferencesOf(staff, staff === ownRef ? state : undefined);
    const grants = grantsOf(rights.filter((right) => right.organisation === organisation));
    const principal = {
      issuer,
      subject,
      organisation,
      roles: ROLES.filter((role) => grants[role] !== undefined),
      grants,
      staff,
      ...(alsoKnownAs.length > 0 && { alsoKnownAs }),
      ...(name !== undefined && { name }),
    };
    return { principal, organisations, account: { staff: ownRef, issuer, subject } };
  }
}

function grantsOf(rights: readonly Right[]): Readonly<Partial<Record<Role, Grant>>> {
  return Object.fromEntries(
    rights.map(({ role, grant, limitPence }) => [
      role,
      { grant, ...(limitPence !== undefined && { limitPence }) },
    ]),
  );
}
