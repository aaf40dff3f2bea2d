import { typedText, type TypedValues } from '../../forms/form-field.js';

/** A case that was ticked on a list, with the version that the list showed. */
export interface TickedCase {
  readonly caseRef: string;
  readonly version: string;
}

/** What the form of a list was sent with. */
export interface AskedAssignment {
  readonly ticked: readonly TickedCase[];
  /** A sign-in id; empty for nobody. */
  readonly assignee: string;
  /** Empty where none was chosen. */
  readonly reason: string;
  /** The address of the list, to go back to. */
  readonly back: string;
}

/** The name of the tick of a case; its value is the reference and the version: `TC-7F3K92QD1M:7`. */
const TICK = 'case';
/** As many as a list shows at once. */
const MOST = 50;

export function askedAssignment(values: TypedValues): AskedAssignment {
  const sent = values[TICK];
  const ticks = typeof sent === 'string' ? [sent] : (sent ?? []);
  const back = typedText(values, 'back');
  return {
    ticked: ticks.slice(0, MOST).flatMap((tick) => {
      const [, caseRef, version] = /^(TC-[0-9A-Z]{10}):(\d{1,9})$/.exec(tick) ?? [];
      return caseRef === undefined || version === undefined ? [] : [{ caseRef, version }];
    }),
    assignee: typedText(values, 'assignee'),
    reason: typedText(values, 'reason'),
    // Only lists of cases: what a form sends may come from anywhere.
    back: /^\/cases(?:\?|$)/.test(back) ? back : '/cases',
  };
}

/** The command that does it: a case that nobody is to work has its assignment ended. */
export function assignmentOf({ assignee, reason }: AskedAssignment): {
  readonly path: string;
  readonly body: Readonly<Record<string, string>>;
} {
  const why = { ...(reason !== '' && { reason }) };
  return assignee === ''
    ? { path: 'assignment-ends', body: why }
    : { path: 'assignments', body: { assignee, ...why } };
}

/** The list after all was done, which shows it and says how many they were. */
export function listAfter(back: string, assigned: number, position: string): string {
  const [path = '', query = ''] = back.split('?', 2);
  const asked = new URLSearchParams(query);
  asked.set('assigned', `${assigned}`);
  if (position !== '') asked.set('minPosition', position);
  return `${path}?${asked.toString()}`;
}

/** `1 case`, `3 cases` */
export function casesInWords(count: number): string {
  return count === 1 ? '1 case' : `${count} cases`;
}
