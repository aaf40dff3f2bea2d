import { fold, type Aggregate } from '../../kernel/aggregate.js';
import type { Recorded } from '../../kernel/event.js';
import type { Period } from '../../kernel/period.js';
import type { Pence } from '../../kernel/pence.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import {
  transferCaseCatalogue,
  type Assistant,
  type CompletionItem,
  type LIABILITY_RULES,
  type TransferCaseEvent,
} from './transfer-case.events.js';

export type LiabilityRule = (typeof LIABILITY_RULES)[number];

/** From when the NHS body is liable, by which rule, and the days before it that wait for a fact. */
export interface Liability {
  readonly startsOn: PlainDate;
  readonly rule: LiabilityRule;
  /** Day 29 up to the base date, while nobody has said whether the delay was justified. */
  readonly held?: Period;
}

/** A weekly sum from a day on, with the event that set it. */
export interface WeeklySum {
  readonly from: PlainDate;
  readonly weeklyPence: Pence;
  readonly eventId: string;
}

/** Money that was paid for some days. */
export interface Payment extends Period {
  readonly reference: string;
  /** The organisation whose money it was. For a contribution received it is absent: the person paid. */
  readonly payer?: string;
  readonly paidOn: PlainDate;
  readonly amountPence: Pence;
}

export interface EligibilityDecision {
  readonly outcome: 'eligible' | 'not-eligible';
  readonly decidedOn: PlainDate;
  readonly notifiedOn: PlainDate;
  readonly effectiveOn?: PlainDate;
}

/** The version of the local agreement that the case is bound to; `options` as the agreement context writes them. */
export interface CaseAgreement {
  readonly agreementId: string;
  readonly version: number;
  readonly legalVehicle: string;
  readonly options: Readonly<Record<string, string | number>>;
}

/** The stages of a case after the alert. */
export type Stage =
  | 'alerted'
  | 'acknowledged'
  | 'assessing'
  | 'not-eligible'
  | 'eligible'
  | 'bridging'
  | 'phb-started'
  | 'complete'
  | 'withdrawn';

/** All that is known of a case. What is not known is absent, never zero. */
export interface CaseRecord {
  readonly stage: Stage;
  readonly caseRef: string;
  readonly personReference: string;
  readonly council: string;
  readonly nhsBody: string;
  readonly alertedOn: PlainDate;
  readonly assistants: readonly Assistant[];
  readonly counterpart?: string;
  readonly checklist?: { readonly completedOn: PlainDate; readonly receivedOn: PlainDate };
  readonly fastTrackReceivedOn?: PlainDate;
  /** The first decision, and the one that replaced it after a challenge. */
  readonly decision?: EligibilityDecision;
  readonly revisedDecision?: {
    readonly originalDecidedOn: PlainDate;
    readonly revisedOn: PlainDate;
    readonly notifiedOn: PlainDate;
  };
  readonly delay?: 'justified' | 'unjustified' | 'unknown';
  readonly liabilityAgreed?: { readonly startsOn: PlainDate; readonly documentReference: string };
  readonly liability?: Liability;
  readonly agreement?: CaseAgreement;
  readonly bridging?: {
    readonly openedOn: PlainDate;
    readonly reviewDueOn: PlainDate;
    readonly extensions: readonly {
      readonly until: PlainDate;
      readonly approvedBy: string;
      readonly reasonCode: string;
    }[];
  };
  /** In date order; a corrected rate is not in the list. */
  readonly awardRates: readonly WeeklySum[];
  readonly contributions: readonly WeeklySum[];
  readonly payments: readonly Payment[];
  readonly contributionReceipts: readonly Payment[];
  readonly phbCoverStartsOn?: PlainDate;
  readonly lastDayCovered?: PlainDate;
  readonly completion?: { readonly completedOn: PlainDate; readonly items: readonly CompletionItem[] };
}

/** A case before and after its alert. */
export type TransferCase = { readonly stage: 'none' } | CaseRecord;

function evolve(
  state: TransferCase,
  event: TransferCaseEvent,
  recorded: Recorded<TransferCaseEvent>,
): TransferCase {
  if (event.type === 'transfer-case.alert-raised') {
    const { wishesToKeepAssistants: _, ...alert } = event.data;
    return {
      ...alert,
      stage: 'alerted',
      alertedOn: event.occurredOn,
      awardRates: [],
      contributions: [],
      payments: [],
      contributionReceipts: [],
    };
  }
  return state.stage === 'none' ? state : evolveCase(state, event, recorded);
}

function evolveCase(
  state: CaseRecord,
  event: Exclude<TransferCaseEvent, { type: 'transfer-case.alert-raised' }>,
  { eventId }: Recorded<TransferCaseEvent>,
): CaseRecord {
  switch (event.type) {
    case 'transfer-case.alert-acknowledged':
      return {
        ...state,
        stage: state.stage === 'alerted' ? 'acknowledged' : state.stage,
        counterpart: event.data.counterpart,
      };
    case 'transfer-case.checklist-received':
      return { ...state, stage: assessing(state.stage), checklist: event.data };
    case 'transfer-case.fast-track-received':
      return { ...state, stage: assessing(state.stage), fastTrackReceivedOn: event.data.receivedOn };
    case 'transfer-case.eligibility-decided':
      return { ...state, stage: event.data.outcome, decision: event.data };
    case 'transfer-case.decision-revised':
      return { ...state, stage: 'eligible', revisedDecision: event.data };
    case 'transfer-case.delay-classified':
      return { ...state, delay: event.data.delay };
    case 'transfer-case.liability-agreed':
      return { ...state, liabilityAgreed: event.data };
    case 'transfer-case.liability-date-determined':
      return { ...state, liability: event.data };
    case 'transfer-case.agreement-bound':
      return { ...state, agreement: event.data };
    case 'transfer-case.bridging-opened':
      return {
        ...state,
        stage: 'bridging',
        bridging: { openedOn: event.occurredOn, reviewDueOn: event.data.reviewDueOn, extensions: [] },
      };
    case 'transfer-case.bridging-extended':
      return state.bridging === undefined
        ? state
        : {
            ...state,
            bridging: { ...state.bridging, extensions: [...state.bridging.extensions, event.data] },
          };
    case 'transfer-case.award-rate-set': {
      const { from, weeklyGrossPence, corrects } = event.data;
      return {
        ...state,
        awardRates: withSum(state.awardRates, { from, weeklyPence: weeklyGrossPence, eventId }, corrects),
      };
    }
    case 'transfer-case.contribution-set': {
      const { from, weeklyPence, corrects } = event.data;
      return {
        ...state,
        contributions: withSum(state.contributions, { from, weeklyPence, eventId }, corrects),
      };
    }
    case 'transfer-case.payment-made': {
      const { paymentReference: reference, ...payment } = event.data;
      return { ...state, payments: [...state.payments, { reference, ...payment }] };
    }
    case 'transfer-case.contribution-received': {
      const { receiptReference: reference, receivedOn: paidOn, ...receipt } = event.data;
      return {
        ...state,
        contributionReceipts: [...state.contributionReceipts, { reference, paidOn, ...receipt }],
      };
    }
    case 'transfer-case.phb-cover-started':
      return { ...state, stage: 'phb-started', phbCoverStartsOn: event.data.startsOn };
    case 'transfer-case.direct-payment-stopped':
      return { ...state, lastDayCovered: event.data.lastDayCovered };
    case 'transfer-case.transfer-completed':
      return {
        ...state,
        stage: 'complete',
        completion: { completedOn: event.occurredOn, items: event.data.items },
      };
    case 'transfer-case.transfer-withdrawn':
      return { ...state, stage: 'withdrawn' };
  }
}

function assessing(stage: Stage): Stage {
  return stage === 'alerted' || stage === 'acknowledged' ? 'assessing' : stage;
}

function withSum(
  sums: readonly WeeklySum[],
  added: WeeklySum,
  corrects: string | undefined,
): readonly WeeklySum[] {
  const kept = sums.filter(({ eventId }) => eventId !== corrects);
  return [...kept, added].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

export const transferCase: Aggregate<TransferCase, TransferCaseEvent> = {
  category: 'transfer-case',
  catalogue: transferCaseCatalogue,
  initial: { stage: 'none' },
  evolve,
  beginsWith: 'transfer-case.alert-raised',
};

/** The case that a history of transfer-case events leads to; `none` for an empty history. */
export function foldTransferCase(history: readonly Recorded<TransferCaseEvent>[]): TransferCase {
  return fold(transferCase, history);
}
