import { derivedId } from '../../platform/event-store/derived-id.js';
import type { ApiClient } from './api-client.js';
import { Player } from './player.js';

/** The two bodies of an area and the day from which they worked together. */
export interface ExamplePair {
  /** The prefix of the example users. */
  readonly area: string;
  readonly council: string;
  readonly nhsBody: string;
  readonly from: string;
}

/** Draws up the local agreement of two bodies with every option at its default, signed by one person of each. */
export async function playAgreement(
  api: ApiClient,
  { area, council, nhsBody, from }: ExamplePair,
): Promise<void> {
  const drafted = await api.command<{ readonly agreementId: string }>({
    as: `${area}-council-finance`,
    path: '/v1/agreements',
    body: { council, nhsBody, legalVehicle: 'nhs-act-section-256', inForceFrom: from },
    key: derivedId('example agreement', council, nhsBody, from),
  });
  const { agreementId } = drafted.body;
  const agreement = new Player(api, agreementId, `/v1/agreements/${agreementId}`, drafted.version);
  await agreement.send(`${area}-council-approver`, 'signatures', { version: 1 });
  await agreement.send(`${area}-nhs-approver`, 'signatures', { version: 1 });
}
