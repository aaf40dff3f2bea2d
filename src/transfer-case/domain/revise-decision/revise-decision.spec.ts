import { describe, it } from '@jest/globals';
import {
  alertRaised,
  checklistReceived,
  decidedEligible,
  decidedNotEligible,
  decisionRevised,
  delayClassified,
} from '../../../../test/support/example-transfer-case.js';
import { numberedUuid } from '../../../../test/support/recorded.js';
import { scenario } from '../../../../test/support/scenario.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { AlreadyRecorded } from '../already-recorded.js';
import { OutcomeStands } from '../outcome-stands.js';
import type { TransferCaseEvent } from '../transfer-case.events.js';
import { transferCase } from '../transfer-case.js';
import { reviseDecision } from './revise-decision.decision.js';

const terms = { ...decisionRevised.data, today: plainDate('2024-09-30') };

function liableFrom(day: string): TransferCaseEvent {
  return {
    type: 'transfer-case.liability-date-determined',
    occurredOn: plainDate('2024-09-02'),
    data: { startsOn: plainDate(day), rule: 'R4' },
  };
}

describe('Revising a decision after a challenge', () => {
  const notEligible = scenario(transferCase).given(alertRaised, checklistReceived, decidedNotEligible);

  it('makes the NHS body liable from the original decision', () => {
    notEligible
      .given(delayClassified('justified'))
      .when(reviseDecision(terms))
      .thenEvents([decisionRevised, liableFrom('2024-04-10')]);
  });

  it('makes it liable from day 29 when the original decision was late without justification', () => {
    notEligible
      .given(delayClassified('unjustified'))
      .when(reviseDecision(terms))
      .thenEvents([decisionRevised, liableFrom('2024-02-28')]);
  });

  it('said again is silence, said otherwise is refused unless it corrects', () => {
    const revised = notEligible.given(
      delayClassified('justified'),
      decisionRevised,
      liableFrom('2024-04-10'),
    );
    const earlier = { ...terms, revisedOn: plainDate('2024-08-30') };
    revised.when(reviseDecision(terms)).thenNothing();
    revised.when(reviseDecision(earlier)).thenRefused(AlreadyRecorded, /revised decision/);
    revised.when(reviseDecision({ ...earlier, corrects: numberedUuid(5) })).thenEvents([
      {
        ...decisionRevised,
        occurredOn: plainDate('2024-08-30'),
        data: {
          ...decisionRevised.data,
          revisedOn: plainDate('2024-08-30'),
          corrects: numberedUuid(5),
        },
      },
    ]);
  });

  it('is refused where the decision was that the person is eligible', () => {
    scenario(transferCase)
      .given(alertRaised, checklistReceived, decidedEligible)
      .when(reviseDecision(terms))
      .thenRefused(OutcomeStands, /stands as eligible/);
  });

  it('is refused for another decision, or with days out of order or in the future', () => {
    const refused = (changes: Partial<typeof terms>, words: RegExp) =>
      notEligible.when(reviseDecision({ ...terms, ...changes })).thenRefused(FieldRefused, words);
    refused({ originalDecidedOn: plainDate('2024-04-09') }, /was made on 2024-04-10/);
    refused({ revisedOn: plainDate('2024-04-09') }, /when the original decision was made/);
    refused({ notifiedOn: plainDate('2024-09-01') }, /when the decision was revised/);
    refused({ today: plainDate('2024-09-01') }, /in the future/);
    refused({ today: plainDate('2024-09-03') }, /in the future/);
  });
});
