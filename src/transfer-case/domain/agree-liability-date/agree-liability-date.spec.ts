import { describe, it } from '@jest/globals';
import { HISTORY_TO } from '../../../../test/support/example-transfer-case.js';
import { scenario } from '../../../../test/support/scenario.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { AlreadyRecorded } from '../already-recorded.js';
import type { TransferCaseEvent } from '../transfer-case.events.js';
import { transferCase } from '../transfer-case.js';
import { agreeLiabilityDate } from './agree-liability-date.decision.js';

const terms = {
  startsOn: plainDate('2024-03-15'),
  documentReference: 'LETTER-7',
  agreedOn: plainDate('2024-05-20'),
  today: plainDate('2024-05-20'),
};
const agreed: readonly TransferCaseEvent[] = [
  {
    type: 'transfer-case.liability-agreed',
    occurredOn: plainDate('2024-05-20'),
    data: { startsOn: plainDate('2024-03-15'), documentReference: 'LETTER-7' },
  },
  {
    type: 'transfer-case.liability-date-determined',
    occurredOn: plainDate('2024-05-20'),
    data: { startsOn: plainDate('2024-03-15'), rule: 'R6' },
  },
];

describe('Agreeing the day of liability', () => {
  const bridging = scenario(transferCase).given(...HISTORY_TO.bridging);

  it('replaces every other rule', () => {
    bridging.when(agreeLiabilityDate(terms)).thenEvents(agreed);
  });

  it('said again is silence; one document does not say two days', () => {
    bridging
      .given(...agreed)
      .when(agreeLiabilityDate(terms))
      .thenNothing();
    bridging
      .given(...agreed)
      .when(agreeLiabilityDate({ ...terms, startsOn: plainDate('2024-03-16') }))
      .thenRefused(AlreadyRecorded, /^What LETTER-7 says/);
  });

  it('may be agreed anew in another document', () => {
    bridging
      .given(...agreed)
      .when(agreeLiabilityDate({ ...terms, documentReference: 'LETTER-8' }))
      .thenEvents([
        {
          type: 'transfer-case.liability-agreed',
          occurredOn: plainDate('2024-05-20'),
          data: { startsOn: plainDate('2024-03-15'), documentReference: 'LETTER-8' },
        },
      ]);
  });

  it('is refused for the future, and without a reference', () => {
    bridging
      .when(agreeLiabilityDate({ ...terms, today: plainDate('2024-05-19') }))
      .thenRefused(FieldRefused, /in the future/);
    bridging
      .when(agreeLiabilityDate({ ...terms, documentReference: 'letter to Mrs Example' }))
      .thenRefused(FieldRefused, /A reference has letters/);
  });
});
