import { Body } from '@nestjs/common';
import { refuseBefore } from '../../kernel/field-checks.js';
import { Calculator, Calculators } from '../../platform/http/calculations/calculator.js';
import { statutoryNotice } from '../commands/vocabulary.js';
import { NoticeAnswer, NoticeDto } from './redundancy-calculations.js';

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
}
