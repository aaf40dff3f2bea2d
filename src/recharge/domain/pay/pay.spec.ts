import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { fold } from '../../../kernel/aggregate.js';
import { pence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { FieldRefused, NotYourSide } from '../../../kernel/refusal.js';
import { recordedHistory } from '../../../../test/support/recorded.js';
import { scenario } from '../../../../test/support/scenario.js';
import { paidPence, recharge, type Recharge } from '../recharge.js';
import {
  accepted,
  approved,
  calculatedInTwo,
  issued,
  nhsFinance,
  paid,
  preparer,
  queried,
} from '../recharge.fixtures.js';
import {
  PaymentExceedsAccepted,
  PaymentReferenceReused,
  payRecharge,
  type PayTerms,
} from './pay.decision.js';

const paying = (changes: Partial<PayTerms> = {}) =>
  payRecharge({
    paymentReference: 'BACS-1',
    paidOn: plainDate('2024-07-20'),
    amountPence: pence(265_179),
    today: plainDate('2024-07-21'),
    acting: nhsFinance,
    ...changes,
  });
const disputed = scenario(recharge).given(calculatedInTwo, approved, issued, accepted(1), queried(2));

describe('paying a recharge', () => {
  it('pays the lines that were accepted while another is queried', () => {
    disputed.when(paying()).thenEvents([paid(265_179)]);
  });

  it('is refused for more than the accepted lines come to', () => {
    disputed
      .when(paying({ amountPence: pence(265_180) }))
      .thenRefused(PaymentExceedsAccepted, /£2,651.79 left to pay/);
  });

  it('is refused for more than is left of them', () => {
    disputed
      .given(paid(200_000))
      .when(paying({ paymentReference: 'BACS-2', amountPence: pence(65_180) }))
      .thenRefused(PaymentExceedsAccepted, /£651.79 left to pay/);
  });

  it('counts what was paid on the version before', () => {
    const carried = {
      ...calculatedInTwo,
      data: { ...calculatedInTwo.data, paidBeforePence: pence(265_179) },
    };
    scenario(recharge)
      .given(carried, approved, issued, accepted(1), queried(2))
      .when(paying({ amountPence: pence(1) }))
      .thenRefused(PaymentExceedsAccepted, /£0.00 left to pay/);
  });

  it('is silent when the same payment is recorded again', () => {
    disputed.given(paid(265_179)).when(paying()).thenNothing();
  });

  it('is refused when the reference stands for another amount', () => {
    disputed
      .given(paid(200_000))
      .when(paying({ amountPence: pence(1_000) }))
      .thenRefused(PaymentReferenceReused);
  });

  it.each([0, -100])('is refused for %i pence', (amount) => {
    disputed.when(paying({ amountPence: pence(amount) })).thenRefused(FieldRefused, /above zero/);
  });

  it('is refused for a day in the future', () => {
    disputed.when(paying({ today: plainDate('2024-07-19') })).thenRefused(FieldRefused, /in the future/);
  });

  it('is for the body that owes', () => {
    disputed.when(paying({ acting: preparer })).thenRefused(NotYourSide);
  });

  it('never takes more than was accepted, however many payments there are', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 300_000 }), { maxLength: 12 });
    fc.assert(
      fc.property(amounts, (list) => {
        const start = fold(
          recharge,
          recordedHistory([calculatedInTwo, approved, issued, accepted(1), queried(2)]),
        );
        const end = list.reduce<Recharge>((state, amount, index) => {
          try {
            const terms = { paymentReference: `BACS-${index}`, amountPence: pence(amount) };
            const [event] = paying(terms)(state);
            return event === undefined ? state : recharge.evolve(state, event, recordedHistory([event])[0]!);
          } catch {
            return state;
          }
        }, start);
        expect(end.stage === 'none' ? NaN : paidPence(end)).toBeLessThanOrEqual(265_179);
      }),
    );
  });
});
