import { basisOf, type Rule } from '../../../kernel/basis.js';
import { known, refer, type Answer, type Referral } from '../../../kernel/figure.js';
import { ZERO_PENCE, type Pence } from '../../../kernel/pence.js';
import type { NoticePay } from '../workforce.events.js';

export const PENSION_ON_PAY_IN_LIEU: Rule = {
  code: 'NOTICE-PAY-PENSION',
  version: 1,
  title:
    'Whether pay in lieu of notice counts for the workplace pension is for the rules of the scheme to say',
  source: 'Pensions Act 2008 s.13(3), which does not plainly name it',
  certainty: 'unverified',
};

const FOR_THE_SCHEME: Referral = {
  code: 'pension-on-pay-in-lieu',
  reason:
    'The law’s list of earnings does not plainly name pay in lieu of notice, so whether contributions are due on it follows from the rules of the pension scheme',
  referTo: 'the pension scheme, through payroll',
};

/** The part of notice pay that counts for the PA's workplace pension, in pence. Both answers are given where there is any. */
export function pensionablePayInLieu({ amountPence, basis }: NoticePay): Answer<Pence> {
  const counted = (pensionablePence: Pence) =>
    basisOf(PENSION_ON_PAY_IN_LIEU, { noticePence: amountPence, pensionablePence }, [basis]);
  if (amountPence === 0) return known(ZERO_PENCE, counted(ZERO_PENCE));
  return refer(
    [FOR_THE_SCHEME],
    [
      { reading: 'the scheme counts pay in lieu', value: amountPence, basis: counted(amountPence) },
      { reading: 'the scheme does not count pay in lieu', value: ZERO_PENCE, basis: counted(ZERO_PENCE) },
    ],
  );
}
