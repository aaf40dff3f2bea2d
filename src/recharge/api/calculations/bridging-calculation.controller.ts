import { Body, Inject } from '@nestjs/common';
import { OmitType } from '@nestjs/swagger';
import { todayInLondon, type Clock } from '../../../kernel/clock.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import { Calculator, Calculators } from '../../../platform/http/calculations/calculator.js';
import { calculatedBridging } from '../../projections/bridging-recharge/calculated-bridging.query.js';
import { liabilitiesAnswer, LiabilitiesAnswer } from '../liability-answers.js';
import { BridgingCalculationDto } from './bridging-calculation-requests.js';
import { bridgingFactsOf, liabilityFactsOf } from './bridging-facts-of.js';

/** What the facts come to, as a case shows it; no case has them. */
export class BridgingCalculationAnswer extends OmitType(LiabilitiesAnswer, ['caseRef'] as const) {}

/** Bridging from facts that are typed in, by the same rules as the liabilities of a case. */
@Calculators()
export class BridgingCalculationController {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  @Calculator('bridging', {
    summary: 'Work out what an NHS body owes a council that paid while the NHS body was liable',
    description:
      'The day of liability is stated or follows from its facts. What is not known is left out, and what depends on it is pending.',
    answer: BridgingCalculationAnswer,
  })
  bridging(@Body() request: BridgingCalculationDto): Readonly<BridgingCalculationAnswer> {
    const { liability } = request;
    const start = { stated: liability.startsOn, facts: liabilityFactsOf(liability) };
    const calculated = calculatedBridging(bridgingFactsOf(request), start);
    const { caseRef: _, ...answer } = liabilitiesAnswer(calculated, todayInLondon(this.clock));
    return answer;
  }
}
