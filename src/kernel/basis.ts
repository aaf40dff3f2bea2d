/** How sure the source of a rule is. Shown wherever a figure shows the rule. */
export type Certainty =
  /** The rule was read in its source: law, statutory guidance or an official calculator. */
  | 'sourced'
  /** A national rule whose own text was not read. It is shown as unverified. */
  | 'unverified'
  /** One area's published practice; a local agreement may differ. */
  | 'local-practice'
  /** This product's own decision where no source settles the question; a local agreement may differ. */
  | 'product-decision';

/** A rule that a figure can rest on. A changed rule is a new version, never an edit. */
export interface Rule {
  /** Stable code in capitals, such as `LIABILITY-R3`. */
  readonly code: string;
  readonly version: number;
  /** One sentence in plain English. */
  readonly title: string;
  /** Where the rule stands: statute section, guidance paragraph or agreement clause. */
  readonly source: string;
  readonly certainty: Certainty;
}

/** Facts that went into one step: amounts in pence, counts, dates, exact fractions, codes. */
export type BasisInputs = Readonly<Record<string, string | number | boolean>>;

/** The explanation of one figure: the rule, what went in, and the explanations of the figures that it rests on. */
export interface Basis {
  readonly rule: string;
  readonly version: number;
  readonly title: string;
  readonly source: string;
  readonly certainty: Certainty;
  readonly inputs: BasisInputs;
  readonly from: readonly Basis[];
}

/** Explains a figure by the rule that gave it, the inputs of that step and the explanations of earlier steps. */
export function basisOf(rule: Rule, inputs: BasisInputs, from: readonly Basis[] = []): Basis {
  return {
    rule: rule.code,
    version: rule.version,
    title: rule.title,
    source: rule.source,
    certainty: rule.certainty,
    inputs,
    from,
  };
}
