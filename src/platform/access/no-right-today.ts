import { Problem } from '../http/problems/problem.js';
import type { Standing } from './rights.js';

/**
 * The refusal of somebody who may do nothing today.
 *
 * @param account what an administrator needs to give them a right, for the facts; nothing where rights are no records
 */
export function noRightToday(account?: Standing['account']): Problem {
  const detail =
    'You have no right here today. Two administrators of your organisation can give you one: tell one of them the issuer and the subject of your account.';
  return new Problem('not-allowed', detail, account === undefined ? {} : { facts: { ...account } });
}
