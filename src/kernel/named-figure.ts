import type { Answer } from './figure.js';
import type { Pence } from './pence.js';

interface Named {
  /** Stable name, context or subject first: `charge.total`, `redundancy.share`. */
  readonly figure: string;
  /** What it is about within the case: an employment, a funder, a receipt. Absent where the case has one of it. */
  readonly about?: string;
}

/** A sum of money by its name. */
export interface NamedMoney extends Named {
  readonly unit: 'pence';
  readonly answer: Answer<Pence>;
}

/** What is no money: exact hours as text, a civil day, or a word of the agreement. */
export interface NamedFact extends Named {
  readonly unit: 'hours' | 'day' | 'word';
  readonly answer: Answer<string>;
}

/** One figure of a case by its name, so that two ways of working the case out can be laid side by side. */
export type NamedFigure = NamedMoney | NamedFact;

export type FigureUnit = NamedFigure['unit'];
