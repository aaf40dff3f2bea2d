import { addDays, type PlainDate } from '../../../kernel/plain-date.js';
import { refuseBefore } from '../../../kernel/field-checks.js';
import { isRepeat } from '../already-recorded.js';
import type { CaseDecision } from '../case-decision.js';
import type { CaseRecord } from '../case-record.js';
import { CaseNotReady } from '../stages.js';

export interface StartCouncilCoverTerms {
  /** The first day that the council's new direct payment covers. It may lie ahead. */
  readonly startsOn: PlainDate;
  readonly corrects?: string;
}

/** The council says from which day its direct payment covers the person again: the NHS body pays up to the day before. */
export const startCouncilCover =
  ({ startsOn, corrects }: StartCouncilCoverTerms): CaseDecision =>
  (state) => {
    switch (state.stage) {
      case 'transferring-back':
      case 'back-with-council': {
        if (isRepeat("The start of the council's cover", { startsOn }, standingCover(state), corrects))
          return [];
        const { phbCoverStartsOn } = state;
        if (phbCoverStartsOn !== undefined) {
          refuseBefore(
            '/startsOn',
            startsOn,
            addDays(phbCoverStartsOn, 1),
            'the personal health budget had covered a day',
          );
        }
        return [
          {
            type: 'transfer-case.council-cover-started',
            occurredOn: startsOn,
            data: { startsOn, ...(corrects !== undefined && { corrects }) },
          },
        ];
      }
      case 'none':
      case 'merged':
      case 'alerted':
      case 'acknowledged':
      case 'assessing':
      case 'not-eligible':
      case 'eligible':
      case 'bridging':
      case 'phb-started':
      case 'complete':
      case 'withdrawn':
        throw new CaseNotReady('start-council-cover', state.stage);
    }
  };

function standingCover({ councilCoverStartsOn: startsOn, standing }: CaseRecord) {
  return startsOn && { fact: { startsOn }, eventId: standing['council-cover'] };
}
