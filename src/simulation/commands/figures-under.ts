import type { BoundAgreement } from '../../agreement/index.js';
import type { Recorded } from '../../kernel/event.js';
import type { NamedFigure } from '../../kernel/named-figure.js';
import type { SubjectHistory } from '../../platform/projections/projection.js';
import { figuresOfCharge } from '../../recharge/index.js';
import { figuresOfBridging, figuresOfHospital, type TransferCaseEvent } from '../../transfer-case/index.js';
import { figuresOfEmployments } from '../../workforce/index.js';

/** Every figure of a case that its agreement can change, by the rules of the read models. */
export function figuresOf(history: SubjectHistory): readonly NamedFigure[] {
  return [
    ...figuresOfBridging(history),
    ...figuresOfHospital(history),
    ...figuresOfCharge(history),
    ...figuresOfEmployments(history),
  ];
}

/** The same figures as if the case had always been bound to this agreement. The history is left as it is. */
export function figuresUnder(history: SubjectHistory, agreement: BoundAgreement): readonly NamedFigure[] {
  return figuresOf(boundInstead(history, agreement));
}

/** The history with every binding replaced; a case that is bound to nothing yet is bound at its end. */
function boundInstead(history: SubjectHistory, { options, ...agreement }: BoundAgreement): SubjectHistory {
  const data = { ...agreement, options: { ...options } };
  const isBinding = ({ event }: Recorded) => event.type === 'transfer-case.agreement-bound';
  if (history.events.some(isBinding)) {
    const events = history.events.map((recorded) =>
      isBinding(recorded) ? { ...recorded, event: { ...recorded.event, data } } : recorded,
    );
    return { ...history, events };
  }
  const last = history.events.findLast(({ event }) => event.type.startsWith('transfer-case.'));
  if (last === undefined) return history;
  const { occurredOn } = last.event;
  const binding: TransferCaseEvent = { type: 'transfer-case.agreement-bound', occurredOn, data };
  return { ...history, events: [...history.events, { ...last, event: binding }] };
}
