import { FieldRefused, Refusal } from '../../kernel/refusal.js';
import { sameFacts } from '../../kernel/same-facts.js';

/** A fact was said before in other words, and this one does not say that it corrects it. */
export class AlreadyRecorded extends Refusal {
  override readonly name = 'AlreadyRecorded';
  readonly code = 'already-recorded';
  readonly kind = 'conflict';
  override readonly facts: { readonly eventId: string | undefined };

  /** @param eventId the event that stands, which a correction has to name; nothing when it cannot be corrected so */
  constructor(what: string, eventId: string | undefined) {
    super(
      eventId === undefined
        ? `${what} has been recorded already, with other facts`
        : `${what} has been recorded already, with other facts; to put it right, name the event that it corrects`,
    );
    this.facts = { eventId };
  }
}

/**
 * True when the fact is the one that stands already, so that there is nothing to add; false when it is new or puts the
 * standing fact right.
 *
 * @param standing the fact as it stands, with the event that said it; nothing when it has not been said
 * @param corrects the event that the caller says is wrong
 * @throws AlreadyRecorded when another fact stands and the caller does not name its event.
 * @throws FieldRefused when the caller names an event that does not stand.
 */
export function isRepeat<Fact extends object>(
  what: string,
  fact: Fact,
  standing: { readonly fact: Fact; readonly eventId: string | undefined } | undefined,
  corrects: string | undefined,
): boolean {
  if (standing !== undefined && sameFacts(fact, standing.fact)) return true;
  if (corrects !== undefined && corrects !== standing?.eventId) {
    throw new FieldRefused(
      '/corrects/eventId',
      'not-standing',
      'No fact that stands was recorded by this event',
    );
  }
  if (standing !== undefined && corrects === undefined) throw new AlreadyRecorded(what, standing.eventId);
  return false;
}
