import { describe, expect, it } from '@jest/globals';
import {
  deathRecorded,
  decidedEligible,
  HISTORY_TO,
  liabilityWithHeldDays,
} from '../../../../test/support/example-transfer-case.js';
import { numberedUuid, recordedHistory } from '../../../../test/support/recorded.js';
import { scenario } from '../../../../test/support/scenario.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { AlreadyRecorded } from '../already-recorded.js';
import { decideEligibility } from '../decide-eligibility/decide-eligibility.decision.js';
import { CaseNotReady } from '../stages.js';
import { foldTransferCase, transferCase } from '../transfer-case.js';
import { recordDeath } from './record-death.decision.js';
import { retractDeath } from './retract-death.decision.js';

const today = plainDate('2024-07-01');
const diedOn = plainDate('2024-05-07');
const terms = { diedOn, today };
const bridging = scenario(transferCase).given(...HISTORY_TO.bridging);
const died = bridging.given(deathRecorded);
const DEATH_EVENT = numberedUuid(HISTORY_TO.bridging.length + 1);

describe('Recording a death', () => {
  it('keeps the day, at every stage of the case, and leaves the stage as it is', () => {
    for (const stage of ['alerted', 'assessing', 'bridging', 'complete', 'withdrawn'] as const) {
      scenario(transferCase)
        .given(...HISTORY_TO[stage])
        .when(recordDeath(terms))
        .thenEvents([deathRecorded]);
    }
    expect(foldTransferCase(recordedHistory([...HISTORY_TO.bridging, deathRecorded]))).toMatchObject({
      stage: 'bridging',
      diedOn,
    });
  });

  it('needs a case, and a day that is not in the future', () => {
    scenario(transferCase)
      .given()
      .when(recordDeath(terms))
      .thenRefused(CaseNotReady, /no alert/);
    bridging
      .when(recordDeath({ ...terms, diedOn: plainDate('2024-07-02') }))
      .thenRefused(FieldRefused, /2 July 2024 is in the future/);
  });

  it('said again is silence, said otherwise is refused unless it corrects', () => {
    const earlier = plainDate('2024-05-06');
    died.when(recordDeath(terms)).thenNothing();
    died.when(recordDeath({ ...terms, diedOn: earlier })).thenRefused(AlreadyRecorded, /^The death/);
    died.when(recordDeath({ ...terms, diedOn: earlier, corrects: DEATH_EVENT })).thenEvents([
      {
        ...deathRecorded,
        occurredOn: earlier,
        data: { diedOn: earlier, corrects: DEATH_EVENT },
      },
    ]);
  });

  it('before the decision leaves the decision possible, so that liability may be wholly in the past', () => {
    const decide = decideEligibility({
      outcome: 'eligible',
      decidedOn: plainDate('2024-04-10'),
      notifiedOn: plainDate('2024-04-12'),
      today,
    });
    const diedBefore = {
      ...deathRecorded,
      occurredOn: plainDate('2024-03-20'),
      data: { diedOn: plainDate('2024-03-20') },
    };
    scenario(transferCase)
      .given(...HISTORY_TO.assessing, diedBefore)
      .when(decide)
      .thenEvents([decidedEligible, liabilityWithHeldDays]);
  });
});

describe('Retracting a death', () => {
  const retract = retractDeath({ corrects: DEATH_EVENT, reasonCode: 'wrong-person', today });
  const retracted = {
    type: 'transfer-case.death-retracted' as const,
    occurredOn: today,
    data: { corrects: DEATH_EVENT, reasonCode: 'wrong-person' },
  };

  it('restores the case as it was (odd input 24: a death recorded in error)', () => {
    died.when(retract).thenEvents([retracted]);
    const before = foldTransferCase(recordedHistory(HISTORY_TO.bridging));
    const after = foldTransferCase(recordedHistory([...HISTORY_TO.bridging, deathRecorded, retracted]));
    // Both are facts behind its charges all the same: what was approved in between has lapsed.
    const chargeFacts = expect.objectContaining({ count: 6 }) as unknown;
    expect(after).toEqual({ ...before, chargeFacts });
    died.given(retracted).when(recordDeath(terms)).thenEvents([deathRecorded]);
  });

  it('is refused unless it names the event of the death that stands', () => {
    bridging.when(retract).thenRefused(FieldRefused, /No death that stands/);
    died
      .when(retractDeath({ corrects: numberedUuid(1), reasonCode: 'wrong-person', today }))
      .thenRefused(FieldRefused, /No death that stands/);
    died
      .given(retracted)
      .when(retract)
      .thenRefused(FieldRefused, /No death that stands/);
    died
      .when(retractDeath({ corrects: DEATH_EVENT, reasonCode: 'It was Mrs Smith', today }))
      .thenRefused(FieldRefused, /wrong-person/);
  });
});
