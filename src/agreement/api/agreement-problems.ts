import { Injectable, Optional, type OnModuleInit } from '@nestjs/common';
import { ProblemCatalogue } from '../../platform/http/problems/problem-catalogue.js';
import type { ProblemDescription } from '../../platform/http/problems/problem-codes.js';
import { sharedProblems } from '../../platform/http/problems/shared-problems.js';

const descriptions: Readonly<Record<string, ProblemDescription>> = {
  ...sharedProblems,
  'agreement-not-found': {
    status: 404,
    title: 'No such agreement',
    meaning: 'There is no local agreement of that id, or your organisation is no party to it.',
  },
  'agreement-exists': {
    status: 409,
    title: 'The two bodies have an agreement already',
    meaning:
      'There is one agreement for a pair of bodies. The fact agreementId names it: draft a new version of it.',
  },
  'not-your-agreement': {
    status: 403,
    title: 'Not your agreement to draft',
    meaning: 'An agreement is drafted by one of the two bodies that it binds.',
  },
  'version-not-open': {
    status: 409,
    title: 'The version is not open for signature',
    meaning:
      'Only the newest version can be signed, until both sides have. The fact openVersion names it when there is one.',
  },
  'already-signed': {
    status: 409,
    title: 'Somebody else has signed for this side',
    meaning: 'One person signs for each body.',
  },
  'same-person-for-both-sides': {
    status: 409,
    title: 'One person cannot sign for both bodies',
    meaning: 'A different person signs for each body.',
  },
  'begins-too-early': {
    status: 422,
    title: 'The version would begin too early',
    meaning: 'A new version begins after the first day of the version in force.',
  },
  'outside-limits': {
    status: 422,
    title: 'An option is outside its limits',
    meaning: 'GET /v1/agreements/defaults names the least and the most of each option of number.',
  },
  'unknown-organisation': {
    status: 422,
    title: 'The organisation is not known',
    meaning: 'No body with this code is loaded. Councils go by their GSS code, NHS bodies by their ODS code.',
  },
  'district-council': {
    status: 422,
    title: 'A shire district has no adult social care duty',
    meaning: 'Codes that begin with E07 are shire districts. The county council is the body to name.',
  },
  'sub-icb-location': {
    status: 422,
    title: 'A sub-ICB location is not a legal body',
    meaning:
      'The code of a former CCG names a place from 1 July 2022 on. Name the integrated care board instead.',
  },
  'wrong-kind-of-body': {
    status: 422,
    title: 'The body is of another kind',
    meaning: 'A council stands where an NHS body should, or the other way round.',
  },
  'not-in-law-on-day': {
    status: 422,
    title: 'The body does not exist in law on the day',
    meaning:
      'It was founded later or has ended. GET /v1/organisations/{code} shows its days and its successor.',
  },
};

/** Describes the refusals of this context on their pages, in the process that has pages. */
@Injectable()
export class AgreementProblems implements OnModuleInit {
  constructor(@Optional() private readonly catalogue?: ProblemCatalogue) {}

  onModuleInit(): void {
    this.catalogue?.add(descriptions);
  }
}
