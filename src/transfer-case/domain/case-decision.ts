import type { Decision } from '../../kernel/event.js';
import type { TransferCase } from './case-record.js';
import type { TransferCaseEvent } from './transfer-case.events.js';

/** A decision about one transfer case. */
export type CaseDecision = Decision<TransferCase, TransferCaseEvent>;
