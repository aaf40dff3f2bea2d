import type { ProblemContent } from '../../platform/http/problems/problem.js';
import { dayInWords } from '../words/days.js';
import { bodyOfForm } from './body-of-form.js';
import { drawnForm, type DrawnForm } from './drawn-form.js';
import type { DayField, FormField, TypedValues } from './form-field.js';

export function dayField(name: string, label: string, hint: string, required = false): DayField {
  return { kind: 'day', name, label, hint, required };
}

/** The two clocks of a read: what was true by a day, as far as it was known by a day. */
export const CLOCK_FIELDS: readonly FormField[] = [
  dayField('asAt', 'True by', 'Counts only what applied by the end of this day'),
  dayField('knownAt', 'Known by', 'Counts only what had been recorded by the end of this day'),
];

/** What a form that only asks has in its address. */
export function askedOf(fields: readonly FormField[], values: TypedValues): URLSearchParams {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(bodyOfForm(fields, values))) asked.set(name, String(value));
  return asked;
}

/** An address of the API with what is asked. */
export function withQuery(address: string, asked: URLSearchParams): string {
  return asked.size === 0 ? address : `${address}?${asked.toString()}`;
}

export interface ClocksForm extends DrawnForm {
  /** At which days the page looks, in a sentence; absent while it shows how things stand now. */
  readonly asked?: string;
}

/** The form of the two clocks with what was typed. */
export function clocksForm(values: TypedValues, problem?: ProblemContent): ClocksForm {
  const form = drawnForm(CLOCK_FIELDS, values, problem);
  const asked = askedOf(CLOCK_FIELDS, values);
  if (problem !== undefined || asked.size === 0) return form;
  const [asAt, knownAt] = [asked.get('asAt'), asked.get('knownAt')];
  const known = knownAt === null ? 'by what is known now' : `by what was known on ${dayInWords(knownAt)}`;
  const day = asAt === null ? '' : `what was true by ${dayInWords(asAt)}, `;
  return { ...form, asked: `This shows ${day}${known}.` };
}
