import { describe, it } from '@jest/globals';
import {
  alertRaised,
  checklistReceived,
  decidedEligible,
  decidedNotEligible,
  delayClassified,
  fastTrackReceived,
  HISTORY_TO,
  liabilityFromDay29,
  liabilityWithHeldDays,
} from '../../../../test/support/example-transfer-case.js';
import { numberedUuid } from '../../../../test/support/recorded.js';
import { scenario } from '../../../../test/support/scenario.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { AlreadyRecorded } from '../already-recorded.js';
import { OutcomeStands } from '../outcome-stands.js';
import { transferCase } from '../transfer-case.js';
import { decideEligibility, type DecideEligibilityTerms } from './decide-eligibility.decision.js';

const terms: DecideEligibilityTerms = {
  outcome: 'eligible',
  decidedOn: plainDate('2024-04-10'),
  notifiedOn: plainDate('2024-04-12'),
  today: plainDate('2024-09-30'),
};
const unjustified = delayClassified('unjustified').data;
const DECISION_EVENT = numberedUuid(3);

describe('Deciding eligibility', () => {
  const assessing = scenario(transferCase).given(alertRaised, checklistReceived);
  const decided = assessing.given(decidedEligible, liabilityWithHeldDays);

  it('finds the day of liability, holding the days that wait for a fact', () => {
    assessing.when(decideEligibility(terms)).thenEvents([decidedEligible, liabilityWithHeldDays]);
  });

  it('finds day 29 when the delay is said to be unjustified with it', () => {
    assessing
      .when(decideEligibility({ ...terms, delay: { ...unjustified, decidedBy: 'nhs-body' } }))
      .thenEvents([decidedEligible, delayClassified('unjustified'), liabilityFromDay29]);
  });

  it('finds the day that the Fast Track tool was received', () => {
    scenario(transferCase)
      .given(alertRaised, fastTrackReceived)
      .when(decideEligibility(terms))
      .thenEvents([
        decidedEligible,
        {
          type: 'transfer-case.liability-date-determined',
          occurredOn: plainDate('2024-04-10'),
          data: { startsOn: plainDate('2024-03-05'), rule: 'R5' },
        },
      ]);
  });

  it('finds no day of liability when the person is not eligible', () => {
    assessing.when(decideEligibility({ ...terms, outcome: 'not-eligible' })).thenEvents([decidedNotEligible]);
  });

  it('said again is silence, said otherwise is refused', () => {
    decided.when(decideEligibility(terms)).thenNothing();
    decided
      .when(decideEligibility({ ...terms, effectiveOn: plainDate('2024-03-20') }))
      .thenRefused(AlreadyRecorded, /^The decision has been recorded already/);
  });

  it('put right with an earlier effective day moves the day of liability, however late it is known', () => {
    const effectiveOn = plainDate('2024-02-12');
    scenario(transferCase)
      .given(...HISTORY_TO.complete)
      .when(decideEligibility({ ...terms, effectiveOn, corrects: numberedUuid(4) }))
      .thenEvents([
        { ...decidedEligible, data: { ...decidedEligible.data, effectiveOn, corrects: numberedUuid(4) } },
        {
          type: 'transfer-case.liability-date-determined',
          occurredOn: plainDate('2024-04-10'),
          data: { startsOn: effectiveOn, rule: 'R2' },
        },
      ]);
  });

  it('put right without another result leaves the day of liability as it is', () => {
    const corrected = { ...terms, notifiedOn: plainDate('2024-04-15'), corrects: DECISION_EVENT };
    decided.when(decideEligibility(corrected)).thenEvents([
      {
        ...decidedEligible,
        data: { ...decidedEligible.data, notifiedOn: plainDate('2024-04-15'), corrects: DECISION_EVENT },
      },
    ]);
  });

  it('cannot be put right into another outcome', () => {
    decided
      .when(decideEligibility({ ...terms, outcome: 'not-eligible', corrects: DECISION_EVENT }))
      .thenRefused(OutcomeStands, /stands as eligible/);
    assessing
      .given(decidedNotEligible)
      .when(decideEligibility({ ...terms, corrects: DECISION_EVENT }))
      .thenRefused(OutcomeStands, /recorded as a revised decision/);
  });

  it('is refused with days out of order or in the future', () => {
    const refused = (changes: Partial<DecideEligibilityTerms>, words: RegExp) =>
      assessing.when(decideEligibility({ ...terms, ...changes })).thenRefused(FieldRefused, words);
    refused({ decidedOn: plainDate('2024-01-30') }, /when the checklist or Fast Track tool was received/);
    refused({ notifiedOn: plainDate('2024-04-09') }, /when the decision was made/);
    refused({ today: plainDate('2024-04-09') }, /^10 April 2024 is in the future$/);
    refused({ today: plainDate('2024-04-11') }, /^12 April 2024 is in the future$/);
    refused({ effectiveOn: plainDate('2024-04-11') }, /never a later one/);
    refused({ outcome: 'not-eligible', effectiveOn: plainDate('2024-04-01') }, /no day that eligibility/);
    refused(
      { delay: { delay: 'justified', reasonCode: 'assessor-shortage', decidedBy: 'nhs-body' } },
      /justified only by one of/,
    );
  });
});
