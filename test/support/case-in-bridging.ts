import type { ApiClient } from '../../src/dev/examples/api-client.js';
import { Player, pounds } from '../../src/dev/examples/player.js';

const WORKER = 'herts-direct-payment-worker';
const FINANCE = 'herts-council-finance';
const PHB = 'herts-phb-worker';

/** A case in bridging: £742.50 a week, liable from 1 May 2024, paid for until 9 July. */
export async function inBridging(api: ApiClient, personReference: string): Promise<Player> {
  const raised = await api.command<{ caseRef: string }>({
    as: WORKER,
    path: '/v1/transfer-cases',
    body: {
      personReference,
      nhsBody: 'QM7',
      alertedOn: '2024-03-11',
      wishesToKeepAssistants: true,
      assistants: [],
    },
    key: `alert-${personReference}`,
  });
  const path = `/v1/transfer-cases/${raised.body.caseRef}`;
  const move = new Player(api, personReference, path, raised.version);
  await move.send(FINANCE, 'award-rates', { from: '2024-04-01', weeklyGross: pounds('742.50') });
  await move.send(PHB, 'checklists', { completedOn: '2024-04-10', receivedOn: '2024-04-12' });
  const decision = { outcome: 'eligible', decidedOn: '2024-05-01', notifiedOn: '2024-05-02' };
  await move.send(PHB, 'eligibility-decisions', decision);
  await move.send(WORKER, 'bridging', { openedOn: '2024-05-03' });
  await move.send(FINANCE, 'payments', {
    paymentReference: `DP-${personReference}`,
    paidOn: '2024-05-01',
    from: '2024-05-01',
    lastDay: '2024-07-09',
    amount: pounds('7425.00'),
  });
  return move;
}
