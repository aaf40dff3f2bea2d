import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { platformProblems, type ProblemDescription } from './problem-codes.js';

/** Every problem code that has a page. A context adds the codes of its refusals when its module starts. */
@Injectable()
export class ProblemCatalogue {
  private readonly descriptions = new Map<string, ProblemDescription>(Object.entries(platformProblems));

  /**
   * Contexts may share a code, when they mean the same by it.
   *
   * @throws Error when a code is described in two ways: one code has one meaning.
   */
  add(descriptions: Readonly<Record<string, ProblemDescription>>): void {
    for (const [code, description] of Object.entries(descriptions)) {
      const before = this.descriptions.get(code) ?? description;
      if (!isDeepStrictEqual(before, description)) {
        throw new Error(
          `The problem code ${code} is described in two ways: "${before.title}", "${description.title}"`,
        );
      }
      this.descriptions.set(code, description);
    }
  }

  find(code: string): ProblemDescription | undefined {
    return this.descriptions.get(code);
  }

  /** The codes in alphabetical order. */
  codes(): readonly string[] {
    return [...this.descriptions.keys()].sort();
  }
}
