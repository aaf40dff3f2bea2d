import { describe, it } from '@jest/globals';
import {
  agreementBound,
  BOUND_AGREEMENT,
  bridgingOpened,
  decisionRevised,
  HISTORY_TO,
} from '../../../../test/support/example-transfer-case.js';
import { scenario } from '../../../../test/support/scenario.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { AlreadyRecorded } from '../already-recorded.js';
import { transferCase } from '../transfer-case.js';
import { AgreementNotInForce } from './agreement-not-in-force.js';
import { openBridging } from './open-bridging.decision.js';

const terms = {
  openedOn: plainDate('2024-04-15'),
  inForce: { agreement: BOUND_AGREEMENT, reviewWeeks: 8 },
  today: plainDate('2024-04-15'),
};

describe('Opening bridging', () => {
  const eligible = scenario(transferCase).given(...HISTORY_TO.eligible);

  it('binds the agreement and sets the first review eight weeks after the notified decision', () => {
    eligible.when(openBridging(terms)).thenEvents([agreementBound, bridgingOpened]);
  });

  it('counts the weeks of the agreement from the revised decision where there is one', () => {
    scenario(transferCase)
      .given(
        ...HISTORY_TO['not-eligible'],
        decisionRevised,
        {
          type: 'transfer-case.liability-date-determined',
          occurredOn: plainDate('2024-09-02'),
          data: { startsOn: plainDate('2024-04-10'), rule: 'R4' },
        },
        agreementBound,
      )
      .when(
        openBridging({
          openedOn: plainDate('2024-09-09'),
          inForce: { agreement: BOUND_AGREEMENT, reviewWeeks: 4 },
          today: plainDate('2024-09-09'),
        }),
      )
      .thenEvents([
        {
          type: 'transfer-case.bridging-opened',
          occurredOn: plainDate('2024-09-09'),
          data: { reviewDueOn: plainDate('2024-10-02') },
        },
      ]);
  });

  it('is refused without an agreement in force on the day that liability starts', () => {
    eligible
      .when(openBridging({ ...terms, inForce: undefined }))
      .thenRefused(AgreementNotInForce, /^E10000015 and QM7 had no agreement in force on 10 April 2024/);
  });

  it('said again is silence, said otherwise is refused', () => {
    const bridging = scenario(transferCase).given(...HISTORY_TO.bridging);
    bridging.when(openBridging(terms)).thenNothing();
    bridging
      .when(openBridging({ ...terms, openedOn: plainDate('2024-04-16') }))
      .thenRefused(AlreadyRecorded, /opening of bridging/);
  });

  it('is refused before the NHS body is liable and for the future', () => {
    eligible
      .when(openBridging({ ...terms, openedOn: plainDate('2024-04-09') }))
      .thenRefused(FieldRefused, /once the NHS body is liable/);
    eligible
      .when(openBridging({ ...terms, today: plainDate('2024-04-14') }))
      .thenRefused(FieldRefused, /in the future/);
  });
});
