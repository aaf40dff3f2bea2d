import { Injectable, Optional, type OnModuleInit } from '@nestjs/common';
import { ProblemCatalogue } from '../../platform/http/problems/problem-catalogue.js';
import type { ProblemDescription } from '../../platform/http/problems/problem-codes.js';
import { sharedProblems } from '../../platform/http/problems/shared-problems.js';

const descriptions: Readonly<Record<string, ProblemDescription>> = {
  ...sharedProblems,
  'not-an-nhs-number': {
    status: 422,
    title: 'Not an NHS number',
    meaning:
      'An NHS number has ten digits, of which the last follows from the others. Ten times the same digit is none. Leave it out while it is not known.',
  },
  'no-nhs-number': {
    status: 422,
    title: 'There is no NHS number',
    meaning: 'Only a number that is given can have been traced, or not.',
  },
  'not-a-name': {
    status: 422,
    title: 'Not a name',
    meaning: 'A name has at least one letter.',
  },
  'name-or-number': {
    status: 422,
    title: 'A name or a number',
    meaning: 'A search is for a name or for an NHS number: for one of them, and not for both.',
  },
  'person-or-reader': {
    status: 422,
    title: 'Whose accesses?',
    meaning: 'The access log is listed for a person, for a reader, or for both.',
  },
  'nhs-number-taken': {
    status: 409,
    title: 'Another person has this NHS number',
    meaning:
      'Nothing was recorded. The fact personId names the other person of your organisation: look at both, and correct the one whose number it is not, or use the person that is there.',
  },
  'end-of-care-missing': {
    status: 422,
    title: 'The end of the care is missing',
    meaning:
      'Retention runs from the day on which the care ended, which no case knows: state it in careEndedOn.',
  },
  'erasure-refused': {
    status: 409,
    title: 'The details are not removed',
    meaning: 'The fact reasons says what stands against it: a legal hold, a case, or the years of retention.',
  },
  'erasure-requested': {
    status: 409,
    title: 'The removal was requested before',
    meaning: 'There is one request at a time. GET /v1/people/{personId}/erasure-requests shows it.',
  },
  'erasure-not-open': {
    status: 409,
    title: 'The request is not open to this',
    meaning: 'It was approved, withdrawn or carried out in the meantime.',
  },
  'same-person-approves': {
    status: 409,
    title: 'Somebody else has to approve',
    meaning: 'The details of a person are removed by two people.',
  },
  'person-removed': {
    status: 409,
    title: 'The details of this person were removed',
    meaning:
      'They were removed for good on the day in removedOn. Nothing is added to a person who was removed.',
  },
};

/** Describes the refusals of this context on their pages, in the process that has pages. */
@Injectable()
export class PeopleProblems implements OnModuleInit {
  constructor(@Optional() private readonly catalogue?: ProblemCatalogue) {}

  onModuleInit(): void {
    this.catalogue?.add(descriptions);
  }
}
