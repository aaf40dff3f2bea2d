import type { Person } from '../../../kernel/event.js';
import { NO_FACTS, type RecordedFacts } from '../../../kernel/recorded-facts.js';
import type { Approval } from '../recharge.js';

/** The facts behind a sum as they are recorded now. */
export interface FactsBehind {
  readonly ofCase: RecordedFacts;
  /** Those of the PAs' leave, where the agreement has it settled with the recharge. */
  readonly ofLeave?: RecordedFacts;
}

/** Everybody who recorded one of them. */
export function enteredBy({ ofCase, ofLeave = NO_FACTS }: FactsBehind): readonly Person[] {
  return [...ofCase.by, ...ofLeave.by];
}

/** What an approval says that it rests on. */
export function restsOn({ ofCase, ofLeave }: FactsBehind): NonNullable<Approval['restsOn']> {
  return { caseFacts: ofCase.count, ...(ofLeave !== undefined && { leaveFacts: ofLeave.count }) };
}

/** How many facts behind the sum were recorded after an approval; none where it is from before they were counted. */
export function recordedSince(
  { restsOn: before }: Pick<Approval, 'restsOn'>,
  { ofCase, ofLeave = NO_FACTS }: FactsBehind,
): number {
  if (before === undefined) return 0;
  const { caseFacts, leaveFacts = ofLeave.count } = before;
  return ofCase.count - caseFacts + (ofLeave.count - leaveFacts);
}
