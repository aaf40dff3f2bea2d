import { describe, it } from '@jest/globals';
import { FieldRefused, NotYourSide } from '../../../kernel/refusal.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { scenario } from '../../../../test/support/scenario.js';
import { eightWeeks } from '../bridging.fixtures.js';
import { recharge } from '../recharge.js';
import { approved, calculated, issued, issueTerms, nhsFinance } from '../recharge.fixtures.js';
import { RechargeNotReady } from '../refusals.js';
import { bridgingRecharge } from '../rules/bridging-recharge.js';
import { issueRecharge, type IssueTerms } from './issue.decision.js';
import { PayerNotKnown, RechargeOutOfDate } from './issue.refusals.js';

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

  it('is refused while it is not known who pays for a body that was split', () => {
    const missing = { fact: 'successor', reason: 'QM7 was split', suppliedBy: 'the finance teams' };
    approvedRecharge
      .when(issuing({ payer: { status: 'pending', missing } }))
      .thenRefused(PayerNotKnown, /QM7 was split/);
  });

  it('is for the body that is owed', () => {
    approvedRecharge.when(issuing({ acting: nhsFinance })).thenRefused(NotYourSide);
  });
});
