import { describe, expect, it } from '@jest/globals';
import { pence } from '../../../kernel/pence.js';
import { FieldRefused, NotYourSide } from '../../../kernel/refusal.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { scenario } from '../../../../test/support/scenario.js';
import { defaultChargeOptions, eightWeeks } from '../bridging.fixtures.js';
import { recharge } from '../recharge.js';
import {
  approved,
  calculated,
  issued,
  issueTerms,
  nhsFinance,
  successorChosen,
} from '../recharge.fixtures.js';
import { RechargeNotReady } from '../refusals.js';
import { caseCharge } from '../rules/case-charge.js';
import { bridgingRecharge } from '../rules/bridging-recharge.js';
import { issueRecharge, type IssueTerms } from './issue.decision.js';
import { PayerNotKnown, RechargeOutOfDate, VatNotConfirmed } from './issue.refusals.js';

const issuing = (changes: Partial<IssueTerms> = {}) => issueRecharge({ ...issueTerms, ...changes });
const approvedRecharge = scenario(recharge).given(calculated, approved);

describe('issuing a recharge', () => {
  it('fixes the version with its date, who pays it and by when', () => {
    approvedRecharge.when(issuing()).thenEvents([issued]);
  });

  it('is silent when the same document was issued', () => {
    approvedRecharge.given(issued).when(issuing()).thenNothing();
  });

  it('is refused under another invoice reference', () => {
    approvedRecharge
      .given(issued)
      .when(issuing({ invoiceReference: 'INV-2' }))
      .thenRefused(RechargeNotReady);
  });

  it('needs an approval', () => {
    scenario(recharge)
      .given(calculated)
      .when(issuing())
      .thenRefused(RechargeNotReady, /while the recharge is draft/);
  });

  it('is refused with a date in the future', () => {
    approvedRecharge
      .when(issuing({ documentDate: plainDate('2024-07-09') }))
      .thenRefused(FieldRefused, /in the future/);
  });

  it('is refused when the facts of the case give another sum by now', () => {
    const bridging = bridgingRecharge({ ...eightWeeks, lastDayCovered: plainDate('2024-06-24') });
    approvedRecharge.when(issuing({ bridging })).thenRefused(RechargeOutOfDate);
  });

  it('is refused when a one-off payment came up after it was worked out, or waits for a fact', () => {
    const { oneOffs } = caseCharge({
      ...eightWeeks,
      oneOffs: [
        {
          receiptReference: 'REC-1',
          kind: 'respite-or-emergency',
          incurredOn: plainDate('2024-05-12'),
          amountPence: pence(9_000),
        },
        {
          receiptReference: 'REC-2',
          kind: 'annual',
          incurredOn: plainDate('2024-05-12'),
          amountPence: pence(9_000),
        },
      ],
      account: {},
      options: defaultChargeOptions,
    });
    approvedRecharge
      .when(issuing({ adjustments: { oneOffs: oneOffs.slice(0, 1) } }))
      .thenRefused(RechargeOutOfDate);
    approvedRecharge
      .when(issuing({ adjustments: { oneOffs: oneOffs.slice(1) } }))
      .thenRefused(RechargeOutOfDate);
  });

  it('is refused while it is not known who pays for a body that was split', () => {
    const missing = { fact: 'successor', reason: 'QM7 was split', suppliedBy: 'the finance teams' };
    approvedRecharge
      .when(issuing({ payer: { status: 'pending', missing } }))
      .thenRefused(PayerNotKnown, /QM7 was split/);
  });

  describe('to one of the successors of a body that was split', () => {
    const { payableBy, reasonCode, documentReference } = successorChosen.data;
    const chosen = {
      payer: { status: 'known', organisation: { code: payableBy } },
      choice: { reasonCode, documentReference },
    } as const;
    const document = { ...issued, data: { ...issued.data, payableBy } };

    it('says with the document why that one pays, and what shows it', () => {
      approvedRecharge.when(issuing(chosen)).thenEvents([successorChosen, document]);
    });

    it('is silent when it is said again, and refused when another reason is given', () => {
      const standing = approvedRecharge.given(successorChosen, document);
      standing.when(issuing(chosen)).thenNothing();
      const choice = { ...chosen.choice, reasonCode: 'transfer-scheme' as const };
      standing.when(issuing({ ...chosen, choice })).thenRefused(RechargeNotReady);
      standing.when(issuing({ payer: chosen.payer })).thenRefused(RechargeNotReady);
    });

    it('is refused with words about a person in the place of a document', () => {
      const choice = { ...chosen.choice, documentReference: 'she lives there' };
      approvedRecharge.when(issuing({ ...chosen, choice })).thenRefused(FieldRefused, /no spaces/);
    });
  });

  it('is for the body that is owed', () => {
    approvedRecharge.when(issuing({ acting: nhsFinance })).thenRefused(NotYourSide);
  });

  it('needs the purchase order where the agreement requires one', () => {
    const { purchaseOrder: _, ...without } = issueTerms;
    const required = { ...issueTerms.agreed, rechargePurchaseOrder: 'required' } as const;
    approvedRecharge.when(issuing({ agreed: required })).thenEvents([issued]);
    approvedRecharge
      .when(issueRecharge({ ...without, agreed: required }))
      .thenRefused(FieldRefused, /names the purchase order of the body that owes$/);
    const { purchaseOrder: __, ...data } = issued.data;
    approvedRecharge.when(issueRecharge(without)).thenEvents([{ ...issued, data }]);
  });

  it('waits for the VAT code where the agreement leaves it to finance', () => {
    const agreed = { ...issueTerms.agreed, rechargeVat: 'to-be-confirmed' } as const;
    approvedRecharge
      .when(issuing({ agreed }))
      .thenRefused(VatNotConfirmed, /^The recharge cannot be issued yet: By the local agreement finance/);
    expect(new VatNotConfirmed().facts.missing).toMatchObject({
      fact: 'vat-code',
      suppliedBy: expect.stringContaining('finance'),
    });
  });
});
