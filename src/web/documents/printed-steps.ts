import type { Basis } from '../../kernel/basis.js';
import { explanationOf, type ExplainedStep } from '../words/explanation.js';
import type { PrintedFact, PrintedStep } from './printed-document.js';

/**
 * Numbers the explanations of a document's figures, one tree after the other. Many figures rest on the same step: it is told where it
 * comes first and named by its number from then on, so that nothing is told twice and nothing is left out.
 */
export class PrintedSteps {
  private readonly told = new Map<string, string>();
  private trees = 0;

  /** The next tree: its steps are numbered by its place among the trees. */
  next(basis: Basis): PrintedStep {
    this.trees += 1;
    return this.step(explanationOf(basis), String(this.trees));
  }

  private step(explained: ExplainedStep, number: string): PrintedStep {
    const key = JSON.stringify(explained);
    const before = this.told.get(key);
    const { title, from } = explained;
    if (before !== undefined) {
      return { number, title, facts: [{ label: 'The same as step', text: before }], from: [] };
    }
    this.told.set(key, number);
    return {
      number,
      title,
      facts: factsOf(explained),
      from: from.map((below, index) => this.step(below, `${number}.${index + 1}`)),
    };
  }
}

function factsOf({ rule, source, certainty, inputs }: ExplainedStep): readonly PrintedFact[] {
  return [
    { label: 'Rule', text: rule },
    { label: 'Source', text: source },
    { label: 'How sure', text: certainty },
    ...inputs,
  ];
}
