/** The figures of an answer as text, by path: money in pounds, days and codes as they are written. */
export type FiguresByPath = ReadonlyMap<string, string>;

/**
 * What explains a figure is no figure, an event's id means nothing to a reader, days left follow from the day alone, and what
 * may happen next follows from the stage.
 */
const NO_FIGURES = new Set([
  'basis',
  'refundBasis',
  'adjustmentBasis',
  'standing',
  'eventId',
  'recordId',
  'revision',
  'daysLeft',
  'nextSteps',
  'options',
]);

/** What names an item of a list, the first of them that it has. */
const NAMES = [
  'employmentId',
  'rechargeRef',
  'receiptReference',
  'paymentReference',
  'reference',
  'number',
  'assistantRef',
  'funder',
  'party',
  'fact',
  'code',
  'item',
  'kind',
  'part',
  'reading',
  'from',
] as const;

/** Every figure of an answer. An item of a list goes by what names it, so that one more item does not move the others. */
export function figuresIn(answer: object): FiguresByPath {
  return collected(answer).texts;
}

/** The paths of those that are money. */
export function sumsIn(answer: object): ReadonlySet<string> {
  return collected(answer).sums;
}

interface Figures {
  readonly texts: Map<string, string>;
  readonly sums: Set<string>;
}

function collected(answer: object): Figures {
  const figures: Figures = { texts: new Map(), sums: new Set() };
  collect(JSON.parse(JSON.stringify(answer)), [], figures);
  return figures;
}

function collect(value: unknown, path: readonly string[], figures: Figures): void {
  if (value === null || value === undefined) return;
  if (typeof value !== 'object') {
    figures.texts.set(path.join('.'), textOf(value));
    return;
  }
  if (isMoney(value)) {
    figures.texts.set(path.join('.'), value.amount);
    figures.sums.add(path.join('.'));
  } else if (Array.isArray(value)) collectItems(value, path, figures);
  else {
    for (const [key, member] of Object.entries(value)) {
      if (!NO_FIGURES.has(key)) collect(member, [...path, key], figures);
    }
  }
}

function collectItems(items: readonly unknown[], path: readonly string[], figures: Figures): void {
  const seen = new Map<string, number>();
  items.forEach((item, index) => {
    const name = nameOf(item, index);
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    collect(item, [...path, times === 1 ? name : `${name}#${times}`], figures);
  });
}

function nameOf(item: unknown, index: number): string {
  if (typeof item !== 'object' || item === null) return typeof item === 'string' ? item : String(index + 1);
  const members = item as Readonly<Record<string, unknown>>;
  const key = NAMES.find((name) => typeof members[name] === 'string' || typeof members[name] === 'number');
  return key === undefined ? String(index + 1) : String(members[key]);
}

function isMoney(value: object): value is { readonly amount: string; readonly currency: string } {
  const { amount, currency } = value as { readonly amount?: unknown; readonly currency?: unknown };
  return typeof amount === 'string' && typeof currency === 'string';
}

function textOf(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}
