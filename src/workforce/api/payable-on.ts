import { organisationDirectory } from '../../agreement/index.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import type { PayableToday } from './redundancy-answers.js';

/** The share stays with the body that funded the days; who pays it today may be a successor. */
export function payableOn(funder: string, today: PlainDate): PayableToday | undefined {
  if (organisationDirectory.find(funder) === undefined) return undefined;
  const payable = organisationDirectory.payableBy(funder, today);
  if (payable.status === 'pending') return payable;
  const { code, name } = payable.organisation;
  return { status: 'known', code, name };
}
