import type { Decision } from '../../../kernel/event.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { Refusal } from '../../../kernel/refusal.js';
import { actsForDebtor, type Acting } from '../acting.js';
import { lineOf } from '../line-of.js';
import type { RechargeEvent, RechargeFact } from '../recharge.events.js';
import type { Recharge } from '../recharge.js';
import { RechargeNotFound, RechargeNotReady } from '../refusals.js';

/** An acceptance is a promise to pay; what turns out wrong after it is credited. */
export class LineAlreadyAccepted extends Refusal {
  override readonly name = 'LineAlreadyAccepted';
  readonly code = 'line-already-accepted';
  readonly kind = 'conflict';
  override readonly facts: { readonly line: number };

  constructor(line: number) {
    super(`Line ${line} has been accepted; ask the other body to credit the recharge`);
    this.facts = { line };
  }
}

export interface QueryLineTerms {
  readonly line: number;
  readonly reasonCode: RechargeFact<'recharge.line-queried'>['data']['reasonCode'];
  readonly queriedOn: PlainDate;
  readonly acting: Acting;
}

/**
 * Queries one line of an issued recharge; the others go on. A query after its last day is recorded too, since silence was
 * never agreement.
 *
 * @throws LineAlreadyAccepted, NoSuchLine, NotYourSide, RechargeNotReady
 */
export const queryLine =
  ({ line, reasonCode, queriedOn, acting }: QueryLineTerms): Decision<Recharge, RechargeEvent> =>
  (state) => {
    switch (state.stage) {
      case 'none':
        throw new RechargeNotFound();
      case 'issued': {
        actsForDebtor(state, acting);
        const { answer } = lineOf(state, line);
        if (answer.status === 'accepted') throw new LineAlreadyAccepted(line);
        if (answer.status === 'queried' && answer.reasonCode === reasonCode) return [];
        return [
          {
            type: 'recharge.line-queried',
            occurredOn: queriedOn,
            data: { line, reasonCode, by: acting.by },
          },
        ];
      }
      case 'draft':
      case 'approved':
      case 'credited':
      case 'withdrawn':
        throw new RechargeNotReady('query-line', state);
    }
  };
