import type { Aggregate } from '../../kernel/aggregate.js';
import { sumPence, type Pence } from '../../kernel/pence.js';
import type { Person, Recorded } from '../../kernel/event.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import { isOneOf, personWho } from '../../kernel/recorded-facts.js';
import type { Direction } from './rules/joint-package.js';
import {
  rechargeCatalogue,
  type RechargeEvent,
  type RechargeFact,
  type RechargeLine,
} from './recharge.events.js';

type Said<Type extends RechargeEvent['type']> = RechargeFact<Type>['data'];

/** What the debtor said of a line. */
export type LineAnswer =
  | { readonly status: 'open' }
  | { readonly status: 'queried'; readonly reasonCode: Said<'recharge.line-queried'>['reasonCode'] }
  | { readonly status: 'accepted' };

export type AnsweredLine = RechargeLine & { readonly answer: LineAnswer };

export interface RechargePayment {
  readonly paymentReference: string;
  readonly paidOn: PlainDate;
  readonly amountPence: Pence;
}

/** Who released the sum, when, and which facts had been recorded by then. */
export interface Approval extends Pick<Said<'recharge.approved'>, 'restsOn'> {
  readonly approver: Person;
  readonly approvedOn: PlainDate;
}

/** One version of a charge between two bodies. */
export interface RechargeRecord extends Omit<Said<'recharge.calculated'>, 'by' | 'lines'> {
  readonly stage: 'draft' | 'approved' | 'issued' | 'credited' | 'withdrawn';
  readonly lines: readonly AnsweredLine[];
  readonly calculatedOn: PlainDate;
  /** The sign-in id of who worked it out last. */
  readonly preparedBy: string;
  /** Everybody who ever worked this version out. */
  readonly preparers: readonly Person[];
  readonly approval?: Approval;
  /** Which successor of a debtor that was split pays, and why. */
  readonly successorChoice?: Omit<Said<'recharge.successor-chosen'>, 'by' | 'debtor'>;
  readonly issue?: Omit<Said<'recharge.issued'>, 'by'>;
  readonly payments: readonly RechargePayment[];
  /** Asked for by one person, and waiting for an approver. */
  readonly creditRequest?: Pick<Said<'recharge.credit-requested'>, 'reasonCode'> & {
    readonly requester: Person;
    readonly requestedOn: PlainDate;
  };
  readonly credit?: Omit<Said<'recharge.credited'>, 'by'>;
}

/** A recharge before and after it was first worked out. */
export type Recharge = { readonly stage: 'none' } | RechargeRecord;

/** Which of the two debts of a case a recharge is about: what the NHS body owes, or what the council owes on the way back. */
export function directionOf({ lines }: { readonly lines: readonly Pick<RechargeLine, 'kind'>[] }): Direction {
  return lines.some(({ kind }) => kind === 'transfer-back') ? 'transfer-back' : 'bridging';
}

/** What the debtor has accepted, in pence. */
export function acceptedPence({ lines }: Pick<RechargeRecord, 'lines'>): Pence {
  const accepted = lines.filter(({ answer }) => answer.status === 'accepted');
  return sumPence(accepted.map(({ amountPence }) => amountPence));
}

/** What has been paid on this version and those before it, in pence. */
export function paidPence({
  payments,
  paidBeforePence,
}: Pick<RechargeRecord, 'payments' | 'paidBeforePence'>): Pence {
  return sumPence([paidBeforePence, ...payments.map(({ amountPence }) => amountPence)]);
}

function evolve(state: Recharge, event: RechargeEvent, recorded: Recorded<RechargeEvent>): Recharge {
  if (event.type === 'recharge.calculated') return calculated(state, event, recorded);
  return state.stage === 'none' ? state : evolveRecharge(state, event, recorded);
}

/** A new calculation begins the version anew: what was approved before was another sum. */
function calculated(
  before: Recharge,
  { occurredOn, data }: RechargeFact<'recharge.calculated'>,
  recorded: Recorded<RechargeEvent>,
): RechargeRecord {
  const { by, lines, ...document } = data;
  const preparers = before.stage === 'none' ? [] : before.preparers;
  const preparer = personWho(by, recorded.recordedBy);
  return {
    ...document,
    stage: 'draft',
    lines: lines.map((line) => ({ ...line, answer: { status: 'open' } })),
    calculatedOn: occurredOn,
    preparedBy: by,
    preparers: isOneOf(preparers, preparer) ? preparers : [...preparers, preparer],
    payments: [],
  };
}

function evolveRecharge(
  state: RechargeRecord,
  event: Exclude<RechargeEvent, { type: 'recharge.calculated' }>,
  recorded: Recorded<RechargeEvent>,
): RechargeRecord {
  switch (event.type) {
    case 'recharge.approved': {
      const { by, restsOn } = event.data;
      const approver = personWho(by, recorded.recordedBy);
      const approval = { approver, approvedOn: event.occurredOn, ...(restsOn && { restsOn }) };
      return { ...state, stage: 'approved', approval };
    }
    case 'recharge.successor-chosen': {
      const { by: _, debtor: _debtor, ...successorChoice } = event.data;
      return { ...state, successorChoice };
    }
    case 'recharge.issued': {
      const { by: _, ...issue } = event.data;
      return { ...state, stage: 'issued', issue };
    }
    case 'recharge.line-queried':
      return answered(state, event.data.line, { status: 'queried', reasonCode: event.data.reasonCode });
    case 'recharge.line-accepted':
      return answered(state, event.data.line, { status: 'accepted' });
    case 'recharge.paid': {
      const { by: _, ...payment } = event.data;
      return { ...state, payments: [...state.payments, payment] };
    }
    case 'recharge.credit-requested': {
      const { by, reasonCode } = event.data;
      const creditRequest = {
        reasonCode,
        requester: personWho(by, recorded.recordedBy),
        requestedOn: event.occurredOn,
      };
      return { ...state, creditRequest };
    }
    case 'recharge.credited': {
      const { by: _, ...credit } = event.data;
      const { creditRequest: __, ...settled } = state;
      return { ...settled, stage: 'credited', credit };
    }
    case 'recharge.withdrawn':
      return { ...state, stage: 'withdrawn' };
  }
}

function answered(state: RechargeRecord, number: number, answer: LineAnswer): RechargeRecord {
  return {
    ...state,
    lines: state.lines.map((line) => (line.number === number ? { ...line, answer } : line)),
  };
}

export const recharge: Aggregate<Recharge, RechargeEvent> = {
  category: 'recharge',
  catalogue: rechargeCatalogue,
  initial: { stage: 'none' },
  evolve,
  beginsWith: 'recharge.calculated',
};
