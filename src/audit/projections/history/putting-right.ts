import type { Recorded } from '../../../kernel/event.js';
import { dateInWords, londonDateOf } from '../../../kernel/plain-date.js';

/**
 * What the sentence of an event goes on with where its command put something right: which day's record, why, and what shows
 * it. Nothing for any other event, nor for a correction from before reasons were asked for.
 *
 * @param history in which the event stands, and the one that it corrects
 */
export function puttingRight({ event, correction }: Recorded, history: readonly Recorded[]): string {
  if (correction === undefined) return '';
  const { corrects } = event.data as { readonly corrects?: unknown };
  const wrong = history.find(({ eventId }) => eventId === corrects);
  const what =
    wrong === undefined
      ? 'following a correction'
      : `putting right what was recorded on ${dateInWords(londonDateOf(new Date(wrong.recordedAt)))}`;
  return `, ${what}; reason ${correction.reasonCode}, document ${correction.documentReference}`;
}
