import { describe, it } from '@jest/globals';
import {
  agreementBound,
  BOUND_AGREEMENT,
  HISTORY_TO,
  phbCoverStarted,
} from '../../../../test/support/example-transfer-case.js';
import { numberedUuid } from '../../../../test/support/recorded.js';
import { scenario } from '../../../../test/support/scenario.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { AlreadyRecorded } from '../already-recorded.js';
import { CaseNotReady } from '../stages.js';
import { transferCase } from '../transfer-case.js';
import { startPhbCover } from './start-phb-cover.decision.js';

const startsOn = plainDate('2024-06-03');
const terms = { startsOn, withoutPrejudice: false, agreement: BOUND_AGREEMENT };
const COVER_EVENT = numberedUuid(8);

describe('Starting the cover of the personal health budget', () => {
  it('ends bridging', () => {
    scenario(transferCase)
      .given(...HISTORY_TO.bridging)
      .when(startPhbCover(terms))
      .thenEvents([phbCoverStarted]);
  });

  it('without bridging binds the agreement in force, where there is one', () => {
    const eligible = scenario(transferCase).given(...HISTORY_TO.eligible);
    eligible
      .when(startPhbCover(terms))
      .thenEvents([{ ...agreementBound, occurredOn: startsOn }, phbCoverStarted]);
    eligible.when(startPhbCover({ ...terms, agreement: undefined })).thenEvents([phbCoverStarted]);
  });

  it('is refused before a decision that the person is eligible', () => {
    for (const stage of ['assessing', 'not-eligible'] as const) {
      scenario(transferCase)
        .given(...HISTORY_TO[stage])
        .when(startPhbCover(terms))
        .thenRefused(CaseNotReady, /"Start PHB cover" is not possible/);
    }
  });

  it('from a day before the decision is refused, unless it was without prejudice (odd input 8)', () => {
    const early = { ...terms, startsOn: plainDate('2024-04-09') };
    const bridging = scenario(transferCase).given(...HISTORY_TO.bridging);
    bridging.when(startPhbCover(early)).thenRefused(FieldRefused, /found eligible on 10 April 2024/);
    bridging.when(startPhbCover({ ...early, withoutPrejudice: true })).thenEvents([
      {
        ...phbCoverStarted,
        occurredOn: early.startsOn,
        data: { startsOn: early.startsOn, withoutPrejudice: true },
      },
    ]);
  });

  it('said again is silence, said otherwise is refused unless it corrects, even after completion', () => {
    const later = { ...terms, startsOn: plainDate('2024-06-10') };
    for (const stage of ['phb-started', 'complete'] as const) {
      const started = scenario(transferCase).given(...HISTORY_TO[stage]);
      started.when(startPhbCover(terms)).thenNothing();
      started.when(startPhbCover(later)).thenRefused(AlreadyRecorded, /start of cover/);
      started.when(startPhbCover({ ...later, corrects: COVER_EVENT })).thenEvents([
        {
          ...phbCoverStarted,
          occurredOn: later.startsOn,
          data: { startsOn: later.startsOn, corrects: COVER_EVENT },
        },
      ]);
    }
  });
});
