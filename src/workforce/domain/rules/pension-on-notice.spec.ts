import { describe, expect, it } from '@jest/globals';
import { basisOf } from '../../../kernel/basis.js';
import { pence } from '../../../kernel/pence.js';
import { NOTICE_PAY } from './notice-pay.js';
import { pensionablePayInLieu } from './pension-on-notice.js';

const notice = (amount: number) => ({
  noticeWeeks: 8,
  unservedDays: 56,
  amountPence: pence(amount),
  basis: basisOf(NOTICE_PAY, {}),
});

describe('The pension on pay in lieu of notice', () => {
  it('is for the scheme to say, with both sums that may count', () => {
    expect(pensionablePayInLieu(notice(369_600))).toMatchObject({
      status: 'refer',
      referrals: [{ code: 'pension-on-pay-in-lieu', referTo: 'the pension scheme, through payroll' }],
      candidates: [
        { value: 369_600, basis: { rule: 'NOTICE-PAY-PENSION', from: [{ rule: 'NOTICE-PAY' }] } },
        { value: 0, basis: { rule: 'NOTICE-PAY-PENSION' } },
      ],
    });
  });

  it('is nothing where no notice is paid', () => {
    expect(pensionablePayInLieu(notice(0))).toMatchObject({ status: 'known', value: 0 });
  });
});
