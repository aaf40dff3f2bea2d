import type { Basis, Certainty } from '../../kernel/basis.js';
import { isPlainDate } from '../../kernel/plain-date.js';
import { dayInWords } from './days.js';
import { poundsOfPence } from './money.js';
import { sentenceOf } from './sentences.js';

/** One step of an explanation, as pages show it: the rule, how sure it is, what went in, and the steps that it rests on. */
export interface ExplainedStep {
  readonly title: string;
  /** `BRIDGING-LINE, version 1` */
  readonly rule: string;
  readonly source: string;
  readonly certainty: string;
  /** The text of the rule was not read: said wherever the figure is explained. */
  readonly unverified: boolean;
  readonly inputs: readonly { readonly label: string; readonly text: string }[];
  readonly from: readonly ExplainedStep[];
}

const certaintyWords: Readonly<Record<Certainty, string>> = {
  sourced: 'Read in its source',
  unverified: 'Unverified: the text of this national rule was not read',
  'local-practice': 'One area’s published practice: your agreement may say otherwise',
  'product-decision': 'Decided in Handover, since no source settles it: your agreement may say otherwise',
};

/** The explanation of a figure in words: the whole tree, to the facts that it ends in. */
export function explanationOf(basis: Basis): ExplainedStep {
  const { title, rule, version, source, certainty, inputs, from } = basis;
  return {
    title,
    rule: `${rule}, version ${version}`,
    source,
    certainty: certaintyWords[certainty],
    unverified: certainty === 'unverified',
    inputs: Object.entries(inputs).map(([name, value]) => ({
      label: labelOf(name),
      text: inputText(name, value),
    })),
    from: from.map(explanationOf),
  };
}

/** True when the figure rests on a rule whose text was not read, however far down. */
export function restsOnUnverified({ certainty, from }: Pick<Basis, 'certainty' | 'from'>): boolean {
  return certainty === 'unverified' || from.some(restsOnUnverified);
}

const LABELS: Readonly<Record<string, string>> = {
  from: 'First day',
  until: 'First day after it',
  startsOn: 'First day',
};

/** `weeklyGrossPence` as `Weekly gross`: the unit stands at the value. */
function labelOf(name: string): string {
  return LABELS[name] ?? sentenceOf(name.replace(/Pence$/, ''));
}

function inputText(name: string, value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (name.endsWith('Pence') || name === 'pence') return penceText(value);
  return typeof value === 'string' && isPlainDate(value) ? dayInWords(value) : String(value);
}

/** Whole pence as pounds. A fraction of a penny is shown as it is, since pounds would round it. */
function penceText(value: string | number): string {
  return /^-?\d+$/.test(String(value)) ? poundsOfPence(BigInt(value)) : `${value} pence`;
}
