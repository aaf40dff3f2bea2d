import type { CaseRecord } from './case-record.js';

/** Whose move it is, as both sides see it on their work lists. */
export const WAITING_ON = ['council', 'nhs', 'both', 'none'] as const;
export type WaitingOn = (typeof WAITING_ON)[number];

/** Who has to act for the case to move on. A completed transfer waits for the council until its recharge is issued. */
export function waitingOn(record: CaseRecord, rechargeIssued: boolean): WaitingOn {
  if (leavesOnlyTheAccount(record)) return rechargeIssued ? 'none' : 'council';
  switch (record.stage) {
    case 'alerted':
    case 'acknowledged':
    case 'assessing':
      return 'nhs';
    case 'eligible':
      return record.liability?.held === undefined ? 'council' : 'both';
    case 'bridging':
      return record.lastDayCovered === undefined ? 'nhs' : 'both';
    case 'phb-started':
      return record.lastDayCovered === undefined ? 'council' : 'both';
    case 'transferring-back':
      return 'council';
    case 'back-with-council':
      return 'nhs';
    case 'complete':
      return rechargeIssued ? 'none' : 'council';
    case 'not-eligible':
    case 'withdrawn':
    case 'merged':
      return 'none';
  }
}

/** After a death or a refusal no budget is set up any more: the council closes the account and charges what was bridged. */
function leavesOnlyTheAccount({ stage, diedOn, declinedFrom }: CaseRecord): boolean {
  const wasBridged = stage === 'eligible' || stage === 'bridging' || stage === 'phb-started';
  return wasBridged && (diedOn !== undefined || declinedFrom !== undefined);
}
