import { describe, it } from '@jest/globals';
import {
  delayClassified,
  HISTORY_TO,
  liabilityFromDay29,
} from '../../../../test/support/example-transfer-case.js';
import { scenario } from '../../../../test/support/scenario.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { transferCase } from '../transfer-case.js';
import { classifyDelay, type ClassifyDelayTerms } from './classify-delay.decision.js';

const today = plainDate('2024-04-10');
const unjustified: ClassifyDelayTerms = {
  delay: 'unjustified',
  reasonCode: 'assessor-shortage',
  decidedBy: 'nhs-body',
  today,
};
const justified: ClassifyDelayTerms = {
  delay: 'justified',
  reasonCode: 'evidence-late-from-third-party',
  decidedBy: 'nhs-body',
  today,
};

describe('Classifying the delay of a decision', () => {
  const bridging = scenario(transferCase).given(...HISTORY_TO.bridging);

  it('as unjustified gives the held days to the NHS body', () => {
    bridging
      .when(classifyDelay(unjustified))
      .thenEvents([delayClassified('unjustified'), liabilityFromDay29]);
  });

  it('as justified gives the held days to the council', () => {
    bridging.when(classifyDelay(justified)).thenEvents([
      delayClassified('justified'),
      {
        type: 'transfer-case.liability-date-determined',
        occurredOn: today,
        data: { startsOn: plainDate('2024-04-10'), rule: 'R1' },
      },
    ]);
  });

  it('said again is silence; a review may find otherwise', () => {
    const classified = bridging.given(delayClassified('unjustified'), liabilityFromDay29);
    classified.when(classifyDelay(unjustified)).thenNothing();
    classified.when(classifyDelay({ ...justified, decidedBy: 'independent-review' })).thenEvents([
      {
        ...delayClassified('justified'),
        data: { ...delayClassified('justified').data, decidedBy: 'independent-review' },
      },
      {
        type: 'transfer-case.liability-date-determined',
        occurredOn: today,
        data: { startsOn: plainDate('2024-04-10'), rule: 'R1' },
      },
    ]);
  });

  it('with another reason is recorded too, though it moves nothing', () => {
    bridging
      .given(delayClassified('unjustified'), liabilityFromDay29)
      .when(classifyDelay({ ...unjustified, reasonCode: 'records-lost' }))
      .thenEvents([
        {
          ...delayClassified('unjustified'),
          data: { ...delayClassified('unjustified').data, reasonCode: 'records-lost' },
        },
      ]);
  });

  it('before a revised decision changes no day of liability, since there is none', () => {
    scenario(transferCase)
      .given(...HISTORY_TO['not-eligible'])
      .when(classifyDelay(unjustified))
      .thenEvents([delayClassified('unjustified')]);
  });

  it('is refused with a reason that does not fit', () => {
    bridging
      .when(classifyDelay({ ...justified, reasonCode: 'assessor-shortage' }))
      .thenRefused(FieldRefused, /justified only by one of/);
    bridging
      .when(classifyDelay({ ...unjustified, reasonCode: 'key-practitioner-unavailable' }))
      .thenRefused(FieldRefused, /so it cannot be unjustified/);
    bridging
      .when(classifyDelay({ ...unjustified, reasonCode: 'Mrs Example was ill' }))
      .thenRefused(FieldRefused, /A reason is a code/);
  });
});
