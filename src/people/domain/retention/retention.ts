import { addMonths, type PlainDate } from '../../../kernel/plain-date.js';

/** How long details are kept at least, in the words of the local agreements. */
export const RETENTION_CLASSES = ['eight-years-after-care', 'six-years-after-contact'] as const;
export type RetentionClass = (typeof RETENTION_CLASSES)[number];

/** What holds for an organisation that has chosen nothing. */
export const USUAL_RETENTION: RetentionClass = 'eight-years-after-care';

/** The fewest years of any class: whoever was used since then falls due under none. */
export const FEWEST_YEARS = 6;

const YEARS: Readonly<Record<RetentionClass, number>> = {
  'eight-years-after-care': 8,
  'six-years-after-contact': 6,
};

export interface RetentionFacts {
  /** That of the organisation, and those of the agreements of the cases that name the person. */
  readonly classes: readonly RetentionClass[];
  /** The day on which the care ended, where somebody has stated it. */
  readonly careEndedOn?: PlainDate;
  /** The day on which the details were last recorded or put right, or a fact of such a case was recorded. */
  readonly lastUsedOn: PlainDate;
}

/** Until when details are kept, and by which class: the one that keeps them longest. */
export interface Kept {
  readonly until: PlainDate;
  readonly retentionClass: RetentionClass;
}

/** Rule PERSON-RETENTION. Each class runs anew from the last use; the end of the care counts for the one that names it. */
export function keptUntil({ classes, careEndedOn, lastUsedOn }: RetentionFacts): Kept {
  const all = classes.map((retentionClass): Kept => {
    const runsFromCare = retentionClass === 'eight-years-after-care' && careEndedOn !== undefined;
    const from = runsFromCare && careEndedOn > lastUsedOn ? careEndedOn : lastUsedOn;
    return { retentionClass, until: addMonths(from, YEARS[retentionClass] * 12) };
  });
  const [longest] = [...all].sort((a, b) => (a.until < b.until ? 1 : -1));
  if (longest === undefined) throw new RangeError('Details are kept by one class at least');
  return longest;
}

/** True when the day on which the care ended has to be stated before the details may go. */
export function needsEndOfCare(classes: readonly RetentionClass[]): boolean {
  return classes.includes('eight-years-after-care');
}
