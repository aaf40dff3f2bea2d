import { Body } from '@nestjs/common';
import { basisOf } from '../../../src/kernel/basis.js';
import { known, refer } from '../../../src/kernel/figure.js';
import { sumPence } from '../../../src/kernel/pence.js';
import { Calculator, Calculators } from '../../../src/platform/http/calculations/calculator.js';
import {
  MoneyOrReferralAnswer,
  moneyOrReferral,
} from '../../../src/platform/http/wire/money-figure.answer.js';
import { toPence } from '../../../src/platform/http/wire/money.dto.js';
import { ChangeThingDto } from './things.dto.js';

const TWICE = basisOf(
  {
    code: 'TWICE',
    version: 1,
    title: 'Twice the sum',
    source: 'The sample',
    certainty: 'product-decision',
  },
  {},
);

/** Calculators as the contexts write them: they keep nothing. */
@Calculators()
export class CalculatorsController {
  @Calculator('twice', { summary: 'Double a sum', answer: MoneyOrReferralAnswer })
  twice(@Body() { weeklyAmount }: ChangeThingDto): Readonly<MoneyOrReferralAnswer> {
    const once = toPence(weeklyAmount);
    const twice = sumPence([once, once]);
    if (once !== 0) return moneyOrReferral(known(twice, TWICE));
    const referral = { code: 'twice-nothing', reason: 'Nothing has no double', referTo: 'a philosopher' };
    return moneyOrReferral(refer([referral], [{ reading: 'As arithmetic', value: twice, basis: TWICE }]));
  }
}
