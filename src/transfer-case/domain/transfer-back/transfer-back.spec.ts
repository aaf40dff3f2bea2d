import { describe, expect, it } from '@jest/globals';
import {
  councilBudgetSet,
  councilCoverStarted,
  eligibilityLost,
  eligibilityOverturned,
  HISTORY_TO,
  phbRateSet,
} from '../../../../test/support/example-transfer-case.js';
import { numberedUuid, recordedHistory } from '../../../../test/support/recorded.js';
import { scenario } from '../../../../test/support/scenario.js';
import { pence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { AlreadyRecorded } from '../already-recorded.js';
import { CaseNotReady } from '../stages.js';
import { foldTransferCase, transferCase } from '../transfer-case.js';
import { overturnEligibility } from './overturn-eligibility.decision.js';
import { recordEligibilityLoss } from './record-eligibility-loss.decision.js';
import { setCouncilBudget } from './set-council-budget.decision.js';
import { setPhbRate } from './set-phb-rate.decision.js';
import { startCouncilCover } from './start-council-cover.decision.js';

const today = plainDate('2025-06-30');
const at = (stage: keyof typeof HISTORY_TO) => scenario(transferCase).given(...HISTORY_TO[stage]);
const stageAfter = (...events: Parameters<typeof recordedHistory>[0]) =>
  foldTransferCase(recordedHistory(events as never)).stage;
const nextEvent = (stage: keyof typeof HISTORY_TO) => numberedUuid(HISTORY_TO[stage].length + 1);

describe('The loss of eligibility', () => {
  const terms = { ...eligibilityLost.data, today };

  it('begins the way back where the NHS body pays', () => {
    at('complete').when(recordEligibilityLoss(terms)).thenEvents([eligibilityLost]);
    expect(stageAfter(...HISTORY_TO.complete, eligibilityLost)).toBe('transferring-back');
    expect(stageAfter(...HISTORY_TO['phb-started'], eligibilityLost)).toBe('transferring-back');
  });

  it('leaves the case in bridging where the council pays still', () => {
    expect(stageAfter(...HISTORY_TO.bridging, eligibilityLost)).toBe('bridging');
  });

  it('said again is silence, and said otherwise it corrects', () => {
    const lost = at('complete').given(eligibilityLost);
    const later = { ...terms, notifiedOn: plainDate('2025-02-06') };
    const corrects = nextEvent('complete');
    lost.when(recordEligibilityLoss(terms)).thenNothing();
    lost.when(recordEligibilityLoss(later)).thenRefused(AlreadyRecorded, /The loss of eligibility/);
    lost.when(recordEligibilityLoss({ ...later, corrects })).thenEvents([
      {
        ...eligibilityLost,
        data: { ...eligibilityLost.data, notifiedOn: later.notifiedOn, corrects },
      },
    ]);
  });

  it('is refused in the future, told before it was decided, or before the NHS body was liable', () => {
    const refused = (changes: Partial<typeof terms>, words: RegExp) =>
      at('complete')
        .when(recordEligibilityLoss({ ...terms, ...changes }))
        .thenRefused(FieldRefused, words);
    refused({ today: plainDate('2025-02-04') }, /in the future/);
    refused({ notifiedOn: plainDate('2025-02-02') }, /before 3 February 2025, when it was decided/);
    refused({ decidedOn: plainDate('2024-04-09') }, /when the NHS body became liable/);
  });

  it('needs a person who is eligible', () => {
    for (const stage of ['alerted', 'assessing', 'not-eligible', 'withdrawn'] as const) {
      at(stage)
        .when(recordEligibilityLoss(terms))
        .thenRefused(CaseNotReady, /"Record eligibility loss"/);
    }
  });
});

describe('Eligibility that was overturned', () => {
  const terms = { ...eligibilityOverturned.data, today };

  it('ends liability on the stated day, and begins the way back where the NHS body pays', () => {
    at('bridging').when(overturnEligibility(terms)).thenEvents([eligibilityOverturned]);
    expect(stageAfter(...HISTORY_TO.bridging, eligibilityOverturned)).toBe('bridging');
    expect(stageAfter(...HISTORY_TO.complete, eligibilityOverturned)).toBe('transferring-back');
  });

  it('said again is silence, and said otherwise it corrects', () => {
    const overturned = at('bridging').given(eligibilityOverturned);
    const other = { ...terms, lastDayLiable: plainDate('2024-05-20') };
    const corrects = nextEvent('bridging');
    overturned.when(overturnEligibility(terms)).thenNothing();
    overturned.when(overturnEligibility(other)).thenRefused(AlreadyRecorded, /The overturned eligibility/);
    overturned.when(overturnEligibility({ ...other, corrects })).thenEvents([
      {
        ...eligibilityOverturned,
        data: { ...eligibilityOverturned.data, lastDayLiable: other.lastDayLiable, corrects },
      },
    ]);
  });

  it('is refused in the future, without a document, and for a day before the NHS body was liable', () => {
    const refused = (changes: Partial<typeof terms>, words: RegExp) =>
      at('bridging')
        .when(overturnEligibility({ ...terms, ...changes }))
        .thenRefused(FieldRefused, words);
    refused({ today: plainDate('2024-05-19') }, /in the future/);
    refused({ documentReference: '' }, /A reference has letters/);
    refused({ lastDayLiable: plainDate('2024-04-09') }, /when the NHS body became liable/);
  });
});

describe('The way back to the council', () => {
  const back = at('transferring-back');

  it('has the council’s budget, what the NHS body pays, and the start of the council’s cover', () => {
    back.when(setCouncilBudget(councilBudgetSet.data)).thenEvents([councilBudgetSet]);
    back.when(setPhbRate(phbRateSet.data)).thenEvents([phbRateSet]);
    back.when(startCouncilCover(councilCoverStarted.data)).thenEvents([councilCoverStarted]);
    expect(stageAfter(...HISTORY_TO['transferring-back'], councilCoverStarted)).toBe('back-with-council');
  });

  it('takes what the budget pays from the day on which it covers the person', () => {
    at('phb-started').when(setPhbRate(phbRateSet.data)).thenEvents([phbRateSet]);
    at('bridging')
      .when(setPhbRate(phbRateSet.data))
      .thenRefused(CaseNotReady, /"Set PHB rate"/);
  });

  it('puts sums and the start of cover right by naming their events', () => {
    const corrects = nextEvent('transferring-back');
    const other = pence(85_000);
    const withBudget = back.given(councilBudgetSet);
    withBudget.when(setCouncilBudget(councilBudgetSet.data)).thenNothing();
    withBudget
      .when(setCouncilBudget({ ...councilBudgetSet.data, weeklyPence: other, corrects }))
      .thenEvents([
        { ...councilBudgetSet, data: { ...councilBudgetSet.data, weeklyPence: other, corrects } },
      ]);
    const covered = back.given(councilCoverStarted);
    const startsOn = plainDate('2025-04-07');
    covered.when(startCouncilCover(councilCoverStarted.data)).thenNothing();
    covered.when(startCouncilCover({ startsOn })).thenRefused(AlreadyRecorded, /council's cover/);
    covered
      .when(startCouncilCover({ startsOn, corrects }))
      .thenEvents([{ ...councilCoverStarted, occurredOn: startsOn, data: { startsOn, corrects } }]);
  });

  it('does not begin before the personal health budget has covered a day', () => {
    back
      .when(startCouncilCover({ startsOn: plainDate('2024-06-03') }))
      .thenRefused(FieldRefused, /when the personal health budget had covered a day/);
  });

  it('is not open while the person is eligible', () => {
    at('complete')
      .when(startCouncilCover(councilCoverStarted.data))
      .thenRefused(CaseNotReady, /"Start council cover" is not possible while the case is complete/);
  });
});
