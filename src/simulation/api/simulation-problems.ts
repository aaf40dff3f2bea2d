import { Injectable, Optional, type OnModuleInit } from '@nestjs/common';
import { ProblemCatalogue } from '../../platform/http/problems/problem-catalogue.js';
import type { ProblemDescription } from '../../platform/http/problems/problem-codes.js';

const descriptions: Readonly<Record<string, ProblemDescription>> = {
  'nothing-to-simulate': {
    status: 422,
    title: 'There is nothing to try',
    meaning: 'Name a version of an agreement, some options, or both.',
  },
  'no-such-version': {
    status: 422,
    title: 'The agreement has no such version',
    meaning: 'GET /v1/agreements/{agreementId}/versions lists those that it has.',
  },
};

/** Describes the refusals of this context on their pages, in the process that has pages. */
@Injectable()
export class SimulationProblems implements OnModuleInit {
  constructor(@Optional() private readonly catalogue?: ProblemCatalogue) {}

  onModuleInit(): void {
    this.catalogue?.add(descriptions);
  }
}
