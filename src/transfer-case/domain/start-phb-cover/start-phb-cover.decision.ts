import { FieldRefused } from '../../../kernel/refusal.js';
import { dateInWords, type PlainDate } from '../../../kernel/plain-date.js';
import { isRepeat } from '../already-recorded.js';
import type { CaseDecision } from '../case-decision.js';
import type { CaseAgreement, CaseRecord } from '../case-record.js';
import { agreementBinding } from '../open-bridging/agreement-binding.js';
import { CaseNotReady } from '../stages.js';

export interface StartPhbCoverTerms {
  /** The first day that the budget covers, which is not the day of its first payment. It may lie ahead. */
  readonly startsOn: PlainDate;
  /** True when cover began before the decision, without prejudice to it. */
  readonly withoutPrejudice: boolean;
  /** The agreement in force on the day that liability starts, which counts even when bridging was never opened. */
  readonly agreement: CaseAgreement | undefined;
  readonly corrects?: string;
}

/** The NHS body confirms from which day the personal health budget covers the person: bridging ends the day before. */
export const startPhbCover =
  (terms: StartPhbCoverTerms): CaseDecision =>
  (state) => {
    const { startsOn, withoutPrejudice, agreement, corrects } = terms;
    switch (state.stage) {
      case 'eligible':
      case 'bridging':
      case 'phb-started':
      case 'complete':
      case 'transferring-back':
      case 'back-with-council': {
        if (isRepeat('The start of cover', { startsOn }, standingCover(state), corrects)) return [];
        if (!withoutPrejudice) refuseBeforeDecision(startsOn, state);
        const binds = agreement !== undefined && state.agreement === undefined;
        return [
          ...(binds ? agreementBinding(agreement, state.agreement, startsOn) : []),
          {
            type: 'transfer-case.phb-cover-started',
            occurredOn: startsOn,
            data: {
              startsOn,
              ...(withoutPrejudice && { withoutPrejudice }),
              ...(corrects !== undefined && { corrects }),
            },
          },
        ];
      }
      case 'none':
      case 'merged':
      case 'alerted':
      case 'acknowledged':
      case 'assessing':
      case 'not-eligible':
      case 'withdrawn':
        throw new CaseNotReady('start-phb-cover', state.stage);
    }
  };

function standingCover({ phbCoverStartsOn, standing }: CaseRecord) {
  return phbCoverStartsOn === undefined
    ? undefined
    : { fact: { startsOn: phbCoverStartsOn }, eventId: standing['phb-cover'] };
}

function refuseBeforeDecision(startsOn: PlainDate, { decision, revisedDecision }: CaseRecord): void {
  const decidedOn = revisedDecision?.revisedOn ?? decision?.decidedOn;
  if (decidedOn !== undefined && startsOn < decidedOn) {
    throw new FieldRefused(
      '/startsOn',
      'before-decision',
      `The person was found eligible on ${dateInWords(decidedOn)}; earlier cover has to be said to be without prejudice`,
    );
  }
}
