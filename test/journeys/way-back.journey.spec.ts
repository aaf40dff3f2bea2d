import { beforeAll, describe, expect, it } from '@jest/globals';
import { playExampleAgreement } from '../../src/dev/examples/make-examples.js';
import { Player, pounds } from '../../src/dev/examples/player.js';
import { inBridging } from '../support/case-in-bridging.js';
import { useProduct } from '../support/product.js';

// A person who moved to the NHS body and lost eligibility, from the alert to the paid document of the way back.

const WORKER = 'herts-direct-payment-worker';
const FINANCE = 'herts-council-finance';
const COUNCIL_APPROVER = 'herts-council-approver';
const PHB = 'herts-phb-worker';
const NHS_FINANCE = 'herts-nhs-finance';
const NHS_APPROVER = 'herts-nhs-approver';
const AUDITOR = 'herts-auditor';

const product = useProduct();

beforeAll(() => playExampleAgreement(product.current.api));

const calculate = async (as: string, body: object, key: string) => {
  const { api } = product.current;
  const answer = await api.command<{ rechargeRef: string }>({ as, path: '/v1/recharges', body, key });
  const { rechargeRef } = answer.body;
  return new Player(api, rechargeRef, `/v1/recharges/${rechargeRef}`, answer.version);
};
const read = async (path: string) => (await product.current.api.get<object>(AUDITOR, path)).body;

/**
 * The budget pays from 26 June 2024. Eligibility is lost on 3 February 2025: notice of 28 days ends on 2 March, and the
 * council covers the person from 31 March. It assesses the budget at £840.00 a week; from 17 March the NHS body bears 60%
 * of each day itself. So the council owes 14 days of £840.00, £1,680.00, and 14 days of £336.00, £672.00: £2,352.00.
 */
describe('a person who moves back to the council', () => {
  it('has the council pay what the NHS body paid for it after its notice', async () => {
    const { api } = product.current;
    const move = await inBridging(api, 'HCC-710001');
    const caseRef = move.path.split('/').at(-1);
    await move.send(PHB, 'phb-cover', { startsOn: '2024-06-26' });
    await move.send(WORKER, 'direct-payment-stop', { lastDayCovered: '2024-06-25' });
    await expect(
      calculate(NHS_FINANCE, { caseRef, direction: 'transfer-back' }, 'too-early'),
    ).rejects.toThrow(/no-transfer-back/);

    await move.send(PHB, 'eligibility-loss', { decidedOn: '2025-02-03', notifiedOn: '2025-02-05' });
    await move.send(FINANCE, 'council-budgets', { from: '2025-03-03', weekly: pounds('840.00') });
    const parts = [{ part: 'nhs-own', share: '0.6' }];
    await move.send(FINANCE, 'joint-packages', { from: '2025-03-17', parts, remainder: 'council-own' });
    await move.send(NHS_FINANCE, 'payments', {
      paymentReference: 'PHB-HCC-710001',
      paidOn: '2025-03-03',
      from: '2025-03-03',
      lastDay: '2025-03-30',
      amount: pounds('3920.00'),
    });
    await expect(calculate(NHS_FINANCE, { caseRef, direction: 'transfer-back' }, 'pending')).rejects.toThrow(
      /recharge-pending/,
    );
    await move.send(WORKER, 'council-cover', { startsOn: '2025-03-31' });
    expect(await read(`${move.path}/liabilities`)).toMatchObject({
      transferBack: [{ creditor: 'QM7', debtor: 'E10000015', total: { value: pounds('2352.00') } }],
    });

    await expect(calculate(FINANCE, { caseRef, direction: 'transfer-back' }, 'other-side')).rejects.toThrow(
      /not-your-side/,
    );
    const document = await calculate(NHS_FINANCE, { caseRef, direction: 'transfer-back' }, 'way-back');
    await expect(document.send(COUNCIL_APPROVER, 'approvals', {})).rejects.toThrow(/not-your-side/);
    await document.send(NHS_APPROVER, 'approvals', {});
    await document.send(NHS_FINANCE, 'issues', { documentDate: '2025-04-07', invoiceReference: 'NHS-INV-7' });
    await document.send(FINANCE, 'lines/2/queries', { reasonCode: 'rate-not-evidenced' });
    await document.send(FINANCE, 'lines/1/acceptances', {});
    await document.send(FINANCE, 'lines/2/acceptances', {});
    const payment = { paymentReference: 'HCC-BACS-9', paidOn: '2025-05-01', amount: pounds('2352.00') };
    await expect(document.send(NHS_FINANCE, 'payments', payment)).rejects.toThrow(/not-your-side/);
    await document.send(FINANCE, 'payments', payment);

    expect(await read(document.path)).toMatchObject({
      status: 'paid',
      direction: 'transfer-back',
      document: 'recharge',
      documentRoute: 'nhs-invoices-council',
      creditor: 'QM7',
      debtor: 'E10000015',
      payableBy: 'E10000015',
      paymentDueOn: '2025-05-07',
      total: pounds('2352.00'),
      paid: pounds('2352.00'),
      outstanding: pounds('0.00'),
      refundToPerson: pounds('0.00'),
      lines: [
        {
          kind: 'transfer-back',
          from: '2025-03-03',
          lastDay: '2025-03-16',
          days: 14,
          weekly: pounds('840.00'),
          amount: pounds('1680.00'),
          evidence: ['PHB-HCC-710001'],
          basis: { rule: 'BRIDGING-LINE', from: [{ rule: 'TRANSFER-BACK' }] },
        },
        {
          kind: 'transfer-back',
          from: '2025-03-17',
          lastDay: '2025-03-30',
          days: 14,
          weekly: pounds('336.00'),
          amount: pounds('672.00'),
          basis: { from: [{ rule: 'TRANSFER-BACK' }, { rule: 'TRANSFER-BACK-JOINT' }] },
        },
      ],
      payments: [{ paymentReference: 'HCC-BACS-9', amount: pounds('2352.00') }],
    });

    // Eight weeks of £742.50 in bridging are owed the other way, on a document of their own.
    const bridging = await calculate(FINANCE, { caseRef }, 'bridging');
    expect(bridging.path).not.toBe(document.path);
    expect(await read(bridging.path)).toMatchObject({
      direction: 'bridging',
      creditor: 'E10000015',
      debtor: 'QM7',
      total: pounds('5940.00'),
    });
  });
});
