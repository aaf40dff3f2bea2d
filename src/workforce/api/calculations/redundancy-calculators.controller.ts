import { Body } from '@nestjs/common';
import { refuseBefore } from '../../../kernel/field-checks.js';
import { Calculator, Calculators } from '../../../platform/http/calculations/calculator.js';
import { answerOnWire } from '../../../platform/http/wire/figure.answer.js';
import {
  calculatedRedundancy,
  calculatedSplit,
  statutoryNotice,
} from '../../commands/calculate-redundancy.js';
import { SplitAnswer, splitCostAnswer } from '../redundancy-answers.js';
import { NoticeAnswer, NoticeDto } from './notice-calculation.js';
import { paymentAnswer, RedundancyCalculationAnswer } from './redundancy-calculation-answers.js';
import {
  RedundancyCalculationDto,
  RedundancySplitCalculationDto,
} from './redundancy-calculation-requests.js';
import { redundancyQuestionOf, splitQuestionOf } from './redundancy-question-of.js';

/** What redundancy and notice would come to for a job that nobody has recorded. Nothing is stored. */
@Calculators()
export class RedundancyCalculatorsController {
  @Calculator('notice', {
    summary: 'Work out the statutory notice that an employer must give',
    description: 'A longer notice in the contract wins; it is not looked at here.',
    answer: NoticeAnswer,
  })
  notice(@Body() { startedOn, givenOn }: NoticeDto): Readonly<NoticeAnswer> {
    refuseBefore('/givenOn', givenOn, startedOn, 'the job began');
    const { weeks, completeYears, earliestExpiry, basis } = statutoryNotice(startedOn, givenOn);
    return { weeks, completeYears, earliestExpiry, basis };
  }

  @Calculator('redundancy', {
    summary: 'Work out the statutory redundancy payment of a job',
    description:
      'The date of birth is used for the age bands and goes no further. What the rules leave to an adviser is answered with the figure of each reading.',
    answer: RedundancyCalculationAnswer,
  })
  redundancy(@Body() stated: RedundancyCalculationDto): Readonly<RedundancyCalculationAnswer> {
    return answerOnWire(calculatedRedundancy(redundancyQuestionOf(stated)), paymentAnswer);
  }

  @Calculator('redundancy-split', {
    summary: 'Work out which funder bears what of a redundancy payment',
    description:
      'By the options of an agreement, or their defaults. What is missing keeps the split pending, with who can supply it.',
    answer: SplitAnswer,
  })
  split(@Body() stated: RedundancySplitCalculationDto): Readonly<SplitAnswer> {
    return splitCostAnswer(calculatedSplit(splitQuestionOf(stated)));
  }
}
