import type { PlainDate } from '../../kernel/plain-date.js';
import { RightOverlaps } from './staff-refusals.js';
import type { Right, StaffRecord } from './staff-member.js';

type Days = Pick<Right, 'organisation' | 'role' | 'from' | 'until'>;

/** @throws RightOverlaps when the role is held or asked for there on some of the days already. */
export function refuseOverlap({ rights }: StaffRecord, wanted: Days): void {
  const found = rights.find(
    (right) =>
      right.stage !== 'refused' &&
      right.organisation === wanted.organisation &&
      right.role === wanted.role &&
      begins(right.from, wanted.until) &&
      begins(wanted.from, right.until) &&
      hasDays(right),
  );
  if (found !== undefined) throw new RightOverlaps(found);
}

const begins = (from: PlainDate, until: PlainDate | undefined) => until === undefined || from < until;

/** One that was ended before it began has none. */
const hasDays = ({ from, until }: Days) => begins(from, until);
