import { fold, type Aggregate } from '../../kernel/aggregate.js';
import type { Recorded } from '../../kernel/event.js';
import type {
  CaseRecord,
  EligibilityDecision,
  Stage,
  StandingFact,
  TransferCase,
  WeeklySum,
} from './case-record.js';
import { transferCaseCatalogue, type TransferCaseEvent } from './transfer-case.events.js';

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
        acknowledgedOn: state.acknowledgedOn ?? event.occurredOn,
      };
    case 'transfer-case.checklist-received': {
      const { corrects: _, ...checklist } = event.data;
      return { ...stands(state, 'checklist', eventId), stage: assessing(state.stage), checklist };
    }
    case 'transfer-case.fast-track-received':
      return {
        ...stands(state, 'fast-track', eventId),
        stage: assessing(state.stage),
        fastTrackReceivedOn: event.data.receivedOn,
      };
    case 'transfer-case.eligibility-decided': {
      const { corrects: _, ...decision } = event.data;
      return {
        ...stands(state, 'decision', eventId),
        stage: decided(state.stage, decision.outcome),
        decision,
      };
    }
    case 'transfer-case.decision-revised': {
      const { corrects: _, ...revisedDecision } = event.data;
      return {
        ...stands(state, 'decision-revision', eventId),
        stage: decided(state.stage, 'eligible'),
        revisedDecision,
      };
    }
    case 'transfer-case.delay-classified': {
      const { delay, ...delayReason } = event.data;
      return { ...state, delay, delayReason };
    }
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
      return {
        ...stands(state, 'phb-cover', eventId),
        stage: state.stage === 'complete' ? 'complete' : 'phb-started',
        phbCoverStartsOn: event.data.startsOn,
      };
    case 'transfer-case.direct-payment-stopped':
      return {
        ...stands(state, 'direct-payment-stop', eventId),
        lastDayCovered: event.data.lastDayCovered,
      };
    case 'transfer-case.transfer-completed':
      return {
        ...state,
        stage: 'complete',
        completion: { completedOn: event.occurredOn, items: event.data.items },
      };
    case 'transfer-case.transfer-withdrawn':
      return {
        ...state,
        stage: 'withdrawn',
        withdrawal: { withdrawnOn: event.occurredOn, reasonCode: event.data.reasonCode },
      };
  }
}

function assessing(stage: Stage): Stage {
  return stage === 'alerted' || stage === 'acknowledged' ? 'assessing' : stage;
}

/** A decision moves a case on that waits for one; put right later, it leaves the case where it has come to. */
function decided(stage: Stage, outcome: EligibilityDecision['outcome']): Stage {
  return stage === 'assessing' || stage === 'not-eligible' ? outcome : stage;
}

function stands(state: CaseRecord, fact: StandingFact, eventId: string): CaseRecord {
  return { ...state, standing: { ...state.standing, [fact]: eventId } };
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
