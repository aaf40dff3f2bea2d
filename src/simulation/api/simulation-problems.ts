import { Injectable, Optional, type OnModuleInit } from '@nestjs/common';
import { ProblemCatalogue } from '../../platform/http/problems/problem-catalogue.js';
import type { ProblemDescription } from '../../platform/http/problems/problem-codes.js';
import { sharedProblems } from '../../platform/http/problems/shared-problems.js';

const descriptions: Readonly<Record<string, ProblemDescription>> = {
  ...sharedProblems,
  'nothing-to-simulate': {
    status: 422,
    title: 'There is nothing to try',
    meaning: 'Name a version of an agreement, some options, or both.',
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
