import { Injectable, Optional, type OnModuleInit } from '@nestjs/common';
import { ProblemCatalogue } from '../../platform/http/problems/problem-catalogue.js';
import type { ProblemDescription } from '../../platform/http/problems/problem-codes.js';
import { sharedProblems } from '../../platform/http/problems/shared-problems.js';

const conflict = (title: string, meaning: string): ProblemDescription => ({ status: 409, title, meaning });
const invalid = (title: string, meaning: string): ProblemDescription => ({ status: 422, title, meaning });

const descriptions: Readonly<Record<string, ProblemDescription>> = {
  ...sharedProblems,
  'employment-not-found': {
    status: 404,
    title: 'No such employment',
    meaning: 'There is no employment of that reference, or your organisation has no part in its case.',
  },
  'case-merged': conflict(
    'The case was merged',
    'The member into names the case that goes on: record it there.',
  ),
  'employment-contradicted': conflict(
    'The PA is recorded with other facts',
    'The member employmentId names the employment; record changed terms on it.',
  ),
  'terms-contradicted': conflict(
    'Other terms stand from the same day',
    'Name the member eventId in the field corrects, with a reason code and a document, to put them right.',
  ),
  'funding-overlaps': conflict(
    'Some days have a funder on record already',
    'A day is funded once. Name the member eventId in the field corrects, with a reason code and a document, to put the record right.',
  ),
  'statement-contradicted': conflict(
    'The statement is recorded with other facts',
    'A new statement of payroll has a reference of its own and takes the place of the earlier one.',
  ),
  'end-contradicted': conflict(
    'The job is recorded to have ended otherwise',
    'Name the member eventId in the field corrects, with a reason code and a document, to put it right.',
  ),
  'nothing-to-correct': conflict(
    'Nothing that stands is corrected',
    'The eventId in corrects names a record of the employment that still stands, as GET /v1/employments/{id} lists them.',
  ),
  'assessed-for-another-day': conflict(
    'The job ended on another day',
    'The member lastDay is the day for which redundancy is assessed.',
  ),
  'no-known-rate': conflict(
    'The rate of that day is not known',
    'The facts coveredFrom and coveredUntil are the days that the table covers. Another year’s rate is not guessed.',
  ),
  'no-known-cap': conflict(
    'The cap on a week’s pay is not known',
    'Each year has its own cap by law, and none is guessed. The product needs the Order of that year.',
  ),
  'employment-not-ended': conflict('The job goes on', 'Redundancy is shared once the job has ended.'),
  'insurance-claim-pending': conflict(
    'The insurance claim is pending',
    'Insurance pays first, so no split is final before the insurer’s answer. An interim split can be recorded.',
  ),
  'insurance-claim-not-recorded': conflict(
    'Nobody has said whether the insurance was claimed on',
    'Record the claim, also when none was made; until then only an interim split can be recorded.',
  ),
  'assessment-pending': conflict(
    'The payment waits for facts',
    'The member missing names each fact and who has it.',
  ),
  'split-referred': conflict(
    'An adviser has to choose first',
    'The member referrals says what the rules leave open. Assess again with the ruling, then share.',
  ),
  'told-twice': invalid(
    'The list says it in two ways',
    'Two entries of the list begin on the same day and differ. Keep the one that is right.',
  ),
  'service-not-settled': invalid(
    'When service began is not settled',
    'Record the first day of continuous employment first, with its ruling where one is needed.',
  ),
  'no-such-reading': invalid(
    'No such reading',
    'A ruling names one of the readings that the assessment was referred with, word for word.',
  ),
  'split-pending': conflict(
    'The split waits for facts',
    'The member missing names each fact and who has it.',
  ),
  'sharing-contradicted': conflict(
    'The split is recorded otherwise',
    'A reference stands for one split, and an unchanged split is recorded once.',
  ),
  'not-a-leave-year': invalid('Not a leave year', 'A leave year has at least a day and at most a year.'),
  'not-yet-law': invalid(
    'Before the method was law',
    'Rolled-up holiday pay is lawful in leave years that began on or after 1 April 2024.',
  ),
  'not-in-the-leave-year': invalid(
    'Not in the leave year',
    'The day has to be in the year that begins on the first day of the leave year.',
  ),
  'not-a-work-pattern': invalid(
    'Not a work pattern',
    'A week has up to 7 days of work, a day up to 24 hours and one shift.',
  ),
  'not-days-of-these-hours': invalid(
    'Not days of these hours',
    'Hours are worked on at least one day, at most 24 on each, and a leave year has at most 366 days.',
  ),
  'above-the-whole': invalid('Shares above the whole', 'The shares of a day sum to at most 1.'),
  required: invalid(
    'A fact is missing',
    'The field that is named is needed with the others that were given.',
  ),
  'not-wanted': invalid('A fact too many', 'The field that is named does not go with the others.'),
};

/** Gives the refusals of this context their pages. */
@Injectable()
export class WorkforceProblems implements OnModuleInit {
  // A process without an HTTP server has no pages.
  constructor(@Optional() private readonly catalogue?: ProblemCatalogue) {}

  onModuleInit(): void {
    this.catalogue?.add(descriptions);
  }
}
