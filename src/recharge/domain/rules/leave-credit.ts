import { basisOf, type Basis } from '../../../kernel/basis.js';
import type { Pence } from '../../../kernel/pence.js';
import type { Explained } from './explained.js';
import { LEAVE_CREDIT } from './recharge-rules.js';

/** Why leave of an employment, in pence that the council owed when liability began, is taken off the recharge. */
export function leaveCreditBasis(employmentRef: string, { value, basis }: Explained<Pence>): Basis {
  return basisOf(LEAVE_CREDIT, { employmentRef, owedPence: value }, [basis]);
}
