import { derivedId } from '../../platform/event-store/derived-id.js';
import type { ApiClient } from './api-client.js';
import { dayAfter } from './dates.js';
import type { ExampleCase } from './example-case.js';
import { Player } from './player.js';

interface RechargeAnswer {
  readonly rechargeRef: string;
}

interface RechargeRead {
  readonly lines: readonly { readonly number: number }[];
  readonly total: { readonly amount: string; readonly currency: 'GBP' };
}

/**
 * Plays the recharge of a completed transfer: worked out, approved by a second person, issued, accepted line by line by
 * the NHS body, and paid.
 *
 * @returns the reference of the recharge
 */
export async function playRecharge(
  api: ApiClient,
  area: string,
  caseRef: string,
  { id, documentDate }: ExampleCase & { readonly documentDate: string },
): Promise<string> {
  const [finance, approver, nhs] = [
    `${area}-council-finance`,
    `${area}-council-approver`,
    `${area}-nhs-finance`,
  ];
  const calculated = await api.command<RechargeAnswer>({
    as: finance,
    path: '/v1/recharges',
    body: { caseRef },
    key: derivedId('example recharge', id, caseRef),
  });
  const { rechargeRef } = calculated.body;
  const document = new Player(
    api,
    `${id} ${rechargeRef}`,
    `/v1/recharges/${rechargeRef}`,
    calculated.version,
  );
  await document.send(approver, 'approvals', {});
  await document.send(finance, 'issues', {
    documentDate,
    invoiceReference: `INV-${id}-${documentDate}`,
    purchaseOrder: `PO-${id}`,
  });
  const { body } = await api.get<RechargeRead>(nhs, document.path);
  for (const { number } of body.lines) await document.send(nhs, `lines/${number}/acceptances`, {});
  await document.send(nhs, 'payments', {
    paymentReference: `NHS-${id}-${documentDate}`,
    paidOn: dayAfter(documentDate, 21),
    amount: body.total,
  });
  return rechargeRef;
}
