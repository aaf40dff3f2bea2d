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
import { acceptLine } from './accept-line.decision.js';

const accepting = (line = 1, acting = nhsFinance) =>
  acceptLine({ line, acceptedOn: plainDate('2024-07-15'), acting });
const issuedRecharge = scenario(recharge).given(calculated, approved, issued);

describe('accepting a line', () => {
  it('is recorded', () => {
    issuedRecharge.when(accepting()).thenEvents([accepted(1)]);
  });

  it('settles a query of the line', () => {
    issuedRecharge
      .given(queried(1))
      .when(accepting())
      .thenEvents([accepted(1)]);
  });

  it('is silent the second time', () => {
    issuedRecharge.given(accepted(1)).when(accepting()).thenNothing();
  });

  it('needs a line of that number', () => {
    issuedRecharge.when(accepting(0)).thenRefused(NoSuchLine);
  });

  it('is for the body that owes', () => {
    issuedRecharge.when(accepting(1, preparer)).thenRefused(NotYourSide);
  });

  it('needs an issued recharge', () => {
    scenario(recharge).given(calculated, approved).when(accepting()).thenRefused(RechargeNotReady);
  });
});
