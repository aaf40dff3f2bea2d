import type { DomainEvent, Recorded } from '../../../kernel/event.js';
import { describeRechargeEvent } from '../../../recharge/index.js';
import { describeTransferCaseEvent } from '../../../transfer-case/index.js';
import { describeWorkforceEvent } from '../../../workforce/index.js';

type Describe = (recorded: Recorded<never>) => string;

/** How each context puts its events, by the prefix of their types. */
const describers: Readonly<Record<string, Describe>> = {
  'transfer-case.': describeTransferCaseEvent,
  'workforce.': describeWorkforceEvent,
  'recharge.': describeRechargeEvent,
};

/** One sentence in plain English about an event of any context. Its catalogue has checked its shape already. */
export function sentenceOf(recorded: Recorded): string {
  const { type }: DomainEvent = recorded.event;
  const describe = describers[type.slice(0, type.indexOf('.') + 1)];
  return describe === undefined ? type : describe(recorded as Recorded<never>);
}
