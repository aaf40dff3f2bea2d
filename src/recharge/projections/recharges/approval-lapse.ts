import type { Recorded } from '../../../kernel/event.js';
import { isBehindCharges } from '../../../transfer-case/index.js';
import { isBehindLeave } from '../../../workforce/index.js';
import type { SubjectHistory } from '../../../platform/projections/projection.js';
import type { RechargeRecord } from '../../domain/recharge.js';

/** Why an approval holds no more: facts behind the sum were recorded after it, this one first. */
export interface ApprovalLapse {
  readonly recordedSince: number;
  readonly eventId: string;
  readonly eventType: string;
}

/** Why the approval of a recharge has lapsed; nothing while it holds, and once the document was issued. */
export function approvalLapse(
  { stage, approval }: RechargeRecord,
  { events }: SubjectHistory,
): ApprovalLapse | undefined {
  if (stage !== 'approved' || approval?.restsOn === undefined) return undefined;
  const { caseFacts, leaveFacts } = approval.restsOn;
  const ofCase = events.filter(({ event }) => isBehindCharges(event.type));
  const ofLeave = events.filter(({ event }) => isBehindLeave(event.type));
  const after = new Set<Recorded>([
    ...ofCase.slice(caseFacts),
    ...(leaveFacts === undefined ? [] : ofLeave.slice(leaveFacts)),
  ]);
  // In the order in which they were recorded.
  const since = events.filter((each) => after.has(each));
  const [first] = since;
  return first && { recordedSince: since.length, eventId: first.eventId, eventType: first.event.type };
}
