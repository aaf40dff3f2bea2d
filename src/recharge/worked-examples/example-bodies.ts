import { organisationDirectory } from '../../agreement/index.js';
import { includes, lastDayOf, type Period } from '../../kernel/period.js';
import { plainDate, type PlainDate } from '../../kernel/plain-date.js';
import type { LiableFrom } from '../domain/rules/charge-lines.js';
import type { BridgingInputs } from './bridging-inputs.js';

const CCGS_ABOLISHED = plainDate('2022-07-01');
/** The area whose report the examples come from; they name no body where it makes no difference to the money. */
const HERTS_VALLEYS_CCG = '06N';

export const BEFORE_THE_MOVE = 'icb_a';
export const AFTER_THE_MOVE = 'icb_b';

/** The NHS bodies that are liable on the days of an example. */
export interface ExampleBodies {
  readonly liableFrom: readonly LiableFrom[];
  /** The body that the days begin with, where the example is about real bodies. */
  readonly named?: string;
}

/** Two ICBs where the person moves, real bodies where one is named or CCGs were abolished in the days, else one body. */
export function bodiesOf(inputs: BridgingInputs, days: Period): ExampleBodies {
  const { from, until } = days;
  if (inputs.icb_change_on !== undefined) {
    return {
      liableFrom: [
        { from, body: BEFORE_THE_MOVE },
        { from: inputs.icb_change_on, body: AFTER_THE_MOVE },
      ],
    };
  }
  const spansAbolition = includes(days, CCGS_ABOLISHED) && from < CCGS_ABOLISHED;
  const named = inputs.nhs_body ?? (spansAbolition ? HERTS_VALLEYS_CCG : undefined);
  if (named === undefined) return { liableFrom: [{ from, body: 'ICB' }] };
  const changes = organisationDirectory.successionsBetween(named, from, until);
  return { named, liableFrom: [from, ...changes].map((day) => ({ from: day, ...bodyOn(named, day) })) };
}

function bodyOn(code: string, day: PlainDate): { readonly body?: string } {
  const body = organisationDirectory.bodyOn(code, day)?.code;
  return body === undefined ? {} : { body };
}

/** A body as the examples write it: `06N CCG`. */
export function inWords(code: string): string {
  const kind = organisationDirectory.find(code)?.kind;
  return `${code} ${kind === 'clinical-commissioning-group' ? 'CCG' : 'ICB'}`;
}

/** Who pays a document that is written on the first day after the last one charged. */
export function payerOf(named: string, days: Period, lines: number): string {
  const payer = organisationDirectory.payableBy(
    named,
    lastDayOf(days) < CCGS_ABOLISHED ? CCGS_ABOLISHED : days.until,
  );
  if (payer.status === 'pending') return `pending: ${payer.missing.reason}`;
  return `${payer.organisation.code} for ${lines === 2 ? 'both' : `all ${lines}`} lines`;
}
