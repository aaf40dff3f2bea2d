import { Injectable } from '@nestjs/common';
import { NO_FACTS, withFact, type RecordedFacts } from '../../kernel/recorded-facts.js';
import { CurrentHistories } from '../../platform/projections/current-histories.js';
import { isBehindLeave, leaveOwedByCouncil } from '../../workforce/index.js';
import type { CaseLeaveFact } from '../domain/case-facts.js';

/** The projection of leave, which keeps the list of the streams of a case and its employments. */
const ACCRUED_LEAVE = 'accrued-leave';

/** What the council owes for the leave of a case’s PAs, and the facts that this rests on. */
export interface LeaveOfCase {
  readonly owed: readonly CaseLeaveFact[];
  readonly facts: RecordedFacts;
}

/** The leave of a case’s PAs, worked out from the events of its employments. */
@Injectable()
export class CaseLeave {
  constructor(private readonly histories: CurrentHistories) {}

  /** @throws EventStoreUnavailable while the list of the case's employments may lack a new one. */
  async of(caseRef: string): Promise<LeaveOfCase> {
    const late = 'The list of the employments of the case is not up to date yet';
    const histories = await this.histories.of(ACCRUED_LEAVE, [caseRef], late);
    const behind = histories.flatMap(({ events }) => events).filter(({ event }) => isBehindLeave(event.type));
    return {
      owed: histories.flatMap(leaveOwedByCouncil).map(({ employmentId, owed, inAccount }) => ({
        employmentRef: employmentId,
        owedPence: owed,
        inAccountPence: inAccount,
      })),
      facts: behind.reduce((facts, { recordedBy }) => withFact(facts, recordedBy), NO_FACTS),
    };
  }
}
