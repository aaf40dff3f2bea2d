import type { Basis } from '../../kernel/basis.js';
import type { MissingFact, Referral } from '../../kernel/figure.js';
import { isPlainDate } from '../../kernel/plain-date.js';
import { dayInWords } from './days.js';
import { momentInWords } from './moments.js';
import { pounds, poundsOfPence } from './money.js';
import { organisationName } from './organisation-name.js';
import { sentenceOf } from './sentences.js';

/** An answer of the API in words, whatever it is made of, for `components/shown-answer.njk`. */
export interface ShownAnswer {
  /** What stands on one line. */
  readonly lines: readonly { readonly label: string; readonly text: string }[];
  /** What has lines of its own. */
  readonly parts: readonly ShownPart[];
  readonly basis?: Basis;
  /** What a pending figure waits for. */
  readonly missing: readonly MissingFact[];
  readonly referrals: readonly Referral[];
}

export interface ShownPart extends ShownAnswer {
  readonly label: string;
}

type Members = Readonly<Record<string, unknown>>;

/** Said by themselves, and not as a line. */
const APART = new Set(['basis', 'missing', 'referrals', 'clocks', 'recordId', 'revision']);

const LABELS: Readonly<Record<string, string>> = {
  from: 'From',
  assistantRef: 'PA',
  govUk: 'What GOV.UK’s calculator shows',
  ifCutAtCoverStart: 'If it were cut off at the start of the budget',
};

/** @param leftOut members that the page says itself */
export function shownAnswer(answer: object, leftOut: readonly string[] = []): ShownAnswer {
  const members = answer as Members;
  const lines: { label: string; text: string }[] = [];
  const parts: ShownPart[] = [];
  for (const [name, value] of Object.entries(members)) {
    if (APART.has(name) || leftOut.includes(name) || value === undefined || value === null) continue;
    const label = LABELS[name] ?? sentenceOf(name.replace(/Pence$/, ''));
    if (name === 'status' && value === 'known') continue;
    const text = valueInWords(value, name);
    if (text !== undefined) lines.push({ label, text });
    else if (Array.isArray(value)) parts.push(...itemsOf(label, value));
    else parts.push({ label, ...shownAnswer(value) });
  }
  const { basis, missing, referrals } = members as {
    readonly [Name in 'basis' | 'missing' | 'referrals']?: never;
  };
  return {
    lines,
    parts,
    ...(basis !== undefined && { basis }),
    missing: missing ?? [],
    referrals: referrals ?? [],
  };
}

/** A value on one line; nothing where it has lines of its own. */
export function valueInWords(value: unknown, name = ''): string | undefined {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') {
    return name.endsWith('Pence') && Number.isInteger(value) ? poundsOfPence(BigInt(value)) : String(value);
  }
  if (typeof value === 'string') return textInWords(value, name);
  if (isMoney(value)) return pounds(value.amount);
  if (isHours(value)) return value.rounded;
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) {
    return value.length === 0 ? 'None' : value.map((each: string) => textInWords(each, name)).join(', ');
  }
  return undefined;
}

/** Members whose text is a code that people say as words. */
const CODES = new Set([
  'status',
  'stage',
  'kind',
  'reason',
  'settlement',
  'method',
  'notice',
  'claim',
  'unit',
  'insuranceClaim',
]);
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

function textInWords(text: string, name: string): string {
  if (isPlainDate(text)) return dayInWords(text);
  if (INSTANT.test(text)) return momentInWords(text);
  if (CODES.has(name) && /^[a-z]+(?:-[a-z]+)*$/.test(text)) return sentenceOf(text);
  return organisationName(text);
}

function itemsOf(label: string, items: readonly unknown[]): readonly ShownPart[] {
  return items.map((item, index) => {
    const numbered = items.length === 1 ? label : `${label} ${index + 1}`;
    return typeof item === 'object' && item !== null
      ? { label: numbered, ...shownAnswer(item) }
      : {
          label: numbered,
          lines: [{ label: 'Value', text: String(item) }],
          parts: [],
          missing: [],
          referrals: [],
        };
  });
}

function isMoney(value: unknown): value is { readonly amount: string } {
  return typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value;
}

/** Hours as the API has them: exact, and to be read. */
function isHours(value: unknown): value is { readonly rounded: string } {
  return typeof value === 'object' && value !== null && 'exact' in value && 'rounded' in value;
}
