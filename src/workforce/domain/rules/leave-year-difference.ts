import type { SharingTerms } from '../case-setting.js';
import type { LeaveStatement } from '../leave-statement.js';
import type { LeaveDifference } from './leave-difference.js';

/** The month and day on which an agreed leave year begins. */
const BEGINS_ON = {
  '1-april': '04-01',
  '1-january': '01-01',
} as const satisfies Record<Exclude<SharingTerms['leaveYear'], 'as-the-contract-says'>, string>;

/** Payroll's leave year is followed; one that begins on another day than the agreement says is shown. */
export function leaveYearDifference(
  { leaveYearFrom }: Pick<LeaveStatement, 'leaveYearFrom'>,
  { leaveYear }: Pick<SharingTerms, 'leaveYear'>,
): readonly LeaveDifference[] {
  if (leaveYear === 'as-the-contract-says') return [];
  const [followed, instead] = [leaveYearFrom.slice(5), BEGINS_ON[leaveYear]];
  if (followed === instead) return [];
  return [
    {
      code: 'leave-year-differs',
      reason:
        'The leave year that payroll states begins on another day, month and day, than the local agreement says: payroll’s is followed',
      followed,
      instead,
    },
  ];
}
