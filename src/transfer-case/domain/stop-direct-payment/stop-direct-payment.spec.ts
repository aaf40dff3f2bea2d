import { describe, it } from '@jest/globals';
import { directPaymentStopped, HISTORY_TO } from '../../../../test/support/example-transfer-case.js';
import { numberedUuid } from '../../../../test/support/recorded.js';
import { scenario } from '../../../../test/support/scenario.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { AlreadyRecorded } from '../already-recorded.js';
import { transferCase } from '../transfer-case.js';
import { stopDirectPayment } from './stop-direct-payment.decision.js';

const lastDayCovered = plainDate('2024-06-02');
const STOP_EVENT = numberedUuid(9);

describe('Stopping the direct payment', () => {
  it('names the last day that it covers', () => {
    scenario(transferCase)
      .given(...HISTORY_TO.bridging)
      .when(stopDirectPayment({ lastDayCovered }))
      .thenEvents([directPaymentStopped]);
  });

  it('said again is silence, said otherwise is refused unless it corrects', () => {
    const stopped = scenario(transferCase).given(...HISTORY_TO['phb-started']);
    const earlier = plainDate('2024-05-31');
    stopped.when(stopDirectPayment({ lastDayCovered })).thenNothing();
    stopped
      .when(stopDirectPayment({ lastDayCovered: earlier }))
      .thenRefused(AlreadyRecorded, /last day covered/);
    stopped.when(stopDirectPayment({ lastDayCovered: earlier, corrects: STOP_EVENT })).thenEvents([
      {
        ...directPaymentStopped,
        occurredOn: earlier,
        data: { lastDayCovered: earlier, corrects: STOP_EVENT },
      },
    ]);
  });

  it('is refused before the alert', () => {
    scenario(transferCase)
      .given(...HISTORY_TO.bridging)
      .when(stopDirectPayment({ lastDayCovered: plainDate('2024-01-14') }))
      .thenRefused(FieldRefused, /when the alert was raised/);
  });
});
