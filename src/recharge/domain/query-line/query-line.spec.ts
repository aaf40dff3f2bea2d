import { describe, it } from '@jest/globals';
import { plainDate } from '../../../kernel/plain-date.js';
import { NotYourSide } from '../../../kernel/refusal.js';
import { scenario } from '../../../../test/support/scenario.js';
import { recharge } from '../recharge.js';
import {
  accepted,
  approved,
  calculated,
  issued,
  nhsFinance,
  preparer,
  queried,
} from '../recharge.fixtures.js';
import { NoSuchLine, RechargeNotReady } from '../refusals.js';
import { LineAlreadyAccepted, queryLine, type QueryLineTerms } from './query-line.decision.js';

const querying = (changes: Partial<QueryLineTerms> = {}) =>
  queryLine({
    line: 1,
    reasonCode: 'rate-not-evidenced',
    queriedOn: plainDate('2024-07-15'),
    acting: nhsFinance,
    ...changes,
  });
const issuedRecharge = scenario(recharge).given(calculated, approved, issued);

describe('querying a line', () => {
  it('records the reason', () => {
    issuedRecharge.when(querying()).thenEvents([queried(1)]);
  });

  it('is silent when it was queried for the same reason', () => {
    issuedRecharge.given(queried(1)).when(querying()).thenNothing();
  });

  it('records a further reason', () => {
    issuedRecharge
      .given(queried(1))
      .when(querying({ reasonCode: 'arithmetic' }))
      .thenEvents([{ ...queried(1), data: { ...queried(1).data, reasonCode: 'arithmetic' } }]);
  });

  it('is refused once the line was accepted', () => {
    issuedRecharge.given(accepted(1)).when(querying()).thenRefused(LineAlreadyAccepted);
  });

  it('needs a line of that number', () => {
    issuedRecharge
      .when(querying({ line: 2 }))
      .thenRefused(NoSuchLine, /There is no line 2: the recharge has 1/);
  });

  it('is for the body that owes', () => {
    issuedRecharge.when(querying({ acting: preparer })).thenRefused(NotYourSide, /QM7, which was liable/);
  });

  it('is for the successor that pays, too', () => {
    const successor = { by: 'nhs-finance-2', standsFor: ['QNC'], role: 'nhs-finance' };
    scenario(recharge)
      .given(calculated, approved, { ...issued, data: { ...issued.data, payableBy: 'QNC' } })
      .when(querying({ acting: successor }))
      .thenEvents([{ ...queried(1), data: { ...queried(1).data, by: 'nhs-finance-2' } }]);
  });

  it('needs an issued recharge', () => {
    scenario(recharge).given(calculated).when(querying()).thenRefused(RechargeNotReady);
  });
});
