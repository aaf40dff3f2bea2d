import { describe, expect, it } from '@jest/globals';
import { NotYourSide } from '../../kernel/refusal.js';
import { ROLES } from './roles.js';
import { refuseRoleOfOtherSide, rolesIn, type BodySide } from './side-of-role.js';

const rolesRefusedOn = (side: BodySide) =>
  ROLES.filter((role) => {
    try {
      refuseRoleOfOtherSide({ id: 'staff-1', organisation: 'E10000015', role }, side);
      return false;
    } catch (refusal) {
      expect(refusal).toBeInstanceOf(NotYourSide);
      return true;
    }
  });

describe('a role', () => {
  it('of the NHS is not for a council, and a role of a council is not for the NHS', () => {
    expect(rolesRefusedOn('council')).toEqual(['phb-worker', 'nhs-finance', 'nhs-approver']);
    expect(rolesRefusedOn('nhs')).toEqual(['direct-payment-worker', 'council-finance', 'council-approver']);
  });

  it('is there in a body of its side alone, or in every body where it takes no side', () => {
    for (const side of ['council', 'nhs'] as const) {
      expect(rolesIn(side)).toEqual(ROLES.filter((role) => !rolesRefusedOn(side).includes(role)));
    }
    expect(rolesIn(undefined)).toEqual(ROLES);
  });

  it('on the wrong side is refused by name', () => {
    const actor = { id: 'staff-1', organisation: 'E10000015', role: 'nhs-finance' };
    expect(() => refuseRoleOfOtherSide(actor, 'council')).toThrow(
      'nhs-finance is a role in an NHS body, and E10000015 is a council',
    );
  });

  it('is not judged where the organisation is no known body, or the product itself acts', () => {
    const actor = { id: 'staff-1', organisation: 'E99999999', role: 'nhs-finance' };
    expect(() => refuseRoleOfOtherSide(actor, undefined)).not.toThrow();
    expect(() => refuseRoleOfOtherSide({ ...actor, role: 'system' }, 'council')).not.toThrow();
  });
});
