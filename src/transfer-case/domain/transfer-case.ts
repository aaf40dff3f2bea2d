import { fold, type Aggregate } from '../../kernel/aggregate.js';
import type { Recorded } from '../../kernel/event.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import { NO_FACTS, personOf, personWho } from '../../kernel/recorded-facts.js';
import { withChargeFact } from './charge-facts.js';
import type {
  CaseRecord,
  CaseSide,
  EligibilityDecision,
  Payment,
  Stage,
  StandingFact,
  TransferCase,
} from './case-record.js';
import { bodiesOfCase } from './rules/nhs-body-on.js';
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
      areaChanges: [],
      awardRates: [],
      contributions: [],
      jointPackages: [],
      suspensions: [],
      payments: [],
      contributionReceipts: [],
      oneOffs: [],
      councilBudgets: [],
      phbRates: [],
      chargeFacts: NO_FACTS,
      standing: {},
    };
  }
  if (state.stage === 'none') return state;
  const chargeFacts = withChargeFact(state.chargeFacts, event.type, recorded.recordedBy);
  return { ...evolveCase(state, event, recorded), chargeFacts };
}

function evolveCase(
  state: CaseRecord,
  event: Exclude<TransferCaseEvent, { type: 'transfer-case.alert-raised' }>,
  { eventId, recordedBy }: Recorded<TransferCaseEvent>,
): CaseRecord {
  switch (event.type) {
    case 'transfer-case.alert-acknowledged':
      return {
        ...state,
        stage: state.stage === 'alerted' ? 'acknowledged' : state.stage,
        counterpart: event.data.counterpart,
        acknowledgedOn: state.acknowledgedOn ?? event.occurredOn,
      };
    case 'transfer-case.assigned': {
      const { side, assignee } = event.data;
      return side === 'council' ? { ...state, caseworker: assignee } : { ...state, counterpart: assignee };
    }
    case 'transfer-case.unassigned':
      return withoutWorker(state, event.data.side);
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
    case 'transfer-case.agreement-bound': {
      const { agreementChange: _, ...settled } = state;
      return { ...settled, agreement: event.data };
    }
    case 'transfer-case.agreement-change-signed': {
      const { agreementId, version, side, by } = event.data;
      const { agreementChange: open } = state;
      const isSame = open?.agreementId === agreementId && open.version === version;
      const { staff } = personWho(by, recordedBy);
      const signature = { side, by, ...(staff !== undefined && { staff }) };
      const signatures = [...(isSame ? open.signatures : []), signature];
      return { ...state, agreementChange: { agreementId, version, signatures } };
    }
    case 'transfer-case.bridging-opened':
      return {
        ...state,
        stage: 'bridging',
        bridging: { openedOn: event.occurredOn, reviewDueOn: event.data.reviewDueOn, extensions: [] },
        bridgingOpenedBy: personOf(recordedBy),
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
        awardRates: withDated(state.awardRates, { from, weeklyPence: weeklyGrossPence, eventId }, corrects),
      };
    }
    case 'transfer-case.contribution-set': {
      const { from, weeklyPence, corrects } = event.data;
      return {
        ...state,
        contributions: withDated(state.contributions, { from, weeklyPence, eventId }, corrects),
      };
    }
    case 'transfer-case.joint-package-set': {
      const { corrects, ...shares } = event.data;
      return { ...state, jointPackages: withDated(state.jointPackages, { ...shares, eventId }, corrects) };
    }
    case 'transfer-case.suspension-recorded': {
      const { corrects, ...suspension } = event.data;
      return { ...state, suspensions: withDated(state.suspensions, { ...suspension, eventId }, corrects) };
    }
    case 'transfer-case.payment-made':
      return { ...state, payments: [...state.payments, paymentOf(event)] };
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
        stage: coverStarted(state.stage),
        phbCoverStartsOn: event.data.startsOn,
      };
    case 'transfer-case.direct-payment-stopped':
      return {
        ...stands(state, 'direct-payment-stop', eventId),
        lastDayCovered: event.data.lastDayCovered,
      };
    case 'transfer-case.area-changed': {
      const { corrects, ...change } = event.data;
      const settled = change.reason === 'dispute-settled' ? withoutDispute(state) : state;
      return { ...settled, areaChanges: withDated(state.areaChanges, { ...change, eventId }, corrects) };
    }
    case 'transfer-case.interim-payer-agreed': {
      const { corrects: _, ...areaDispute } = event.data;
      return { ...stands(state, 'interim-payer', eventId), areaDispute };
    }
    case 'transfer-case.death-recorded':
      return { ...stands(state, 'death', eventId), diedOn: event.data.diedOn };
    case 'transfer-case.death-retracted':
      return withoutDeath(state);
    case 'transfer-case.chc-declined':
      return { ...stands(state, 'chc-refusal', eventId), declinedFrom: event.data.declinedFrom };
    case 'transfer-case.one-off-paid': {
      const { corrects, ...oneOff } = event.data;
      const kept = state.oneOffs.filter((each) => each.eventId !== corrects);
      return { ...state, oneOffs: [...kept, { ...oneOff, eventId }] };
    }
    case 'transfer-case.opening-balance-stated': {
      const { corrects: _, ...openingBalance } = event.data;
      return { ...stands(state, 'opening-balance', eventId), openingBalance };
    }
    case 'transfer-case.account-closed': {
      const { corrects: _, ...accountClosed } = event.data;
      return { ...stands(state, 'account-close', eventId), accountClosed };
    }
    case 'transfer-case.balance-reclaimed': {
      const { corrects: _, ...balanceReclaimed } = event.data;
      return { ...stands(state, 'balance-reclaim', eventId), balanceReclaimed };
    }
    case 'transfer-case.eligibility-lost': {
      const { corrects: _, ...eligibilityLost } = event.data;
      return {
        ...stands(state, 'eligibility-loss', eventId),
        stage: eligibilityEnded(state.stage),
        eligibilityLost,
      };
    }
    case 'transfer-case.eligibility-overturned': {
      const { corrects: _, ...eligibilityOverturned } = event.data;
      return {
        ...stands(state, 'eligibility-overturned', eventId),
        stage: eligibilityEnded(state.stage),
        eligibilityOverturned,
      };
    }
    case 'transfer-case.council-budget-set': {
      const { corrects, ...budget } = event.data;
      return { ...state, councilBudgets: withDated(state.councilBudgets, { ...budget, eventId }, corrects) };
    }
    case 'transfer-case.phb-rate-set': {
      const { corrects, ...rate } = event.data;
      return { ...state, phbRates: withDated(state.phbRates, { ...rate, eventId }, corrects) };
    }
    case 'transfer-case.council-cover-started':
      return {
        ...stands(state, 'council-cover', eventId),
        stage: 'back-with-council',
        councilCoverStartsOn: event.data.startsOn,
      };
    case 'transfer-case.transfer-completed':
      return {
        ...state,
        stage: 'complete',
        closedFrom: state.stage,
        completion: { completedOn: event.occurredOn, items: event.data.items },
      };
    case 'transfer-case.transfer-withdrawn':
      return {
        ...state,
        stage: 'withdrawn',
        closedFrom: state.stage,
        withdrawal: { withdrawnOn: event.occurredOn, reasonCode: event.data.reasonCode },
      };
    case 'transfer-case.budget-form-chosen': {
      const { corrects: _, ...budgetForm } = event.data;
      return { ...stands(state, 'budget-form', eventId), budgetForm };
    }
    case 'transfer-case.reopening-requested':
      return { ...state, reopeningRequest: { ...event.data, by: personOf(recordedBy) } };
    case 'transfer-case.case-reopened': {
      const { withdrawal: _, completion: __, reopeningRequest: ___, closedFrom, ...open } = state;
      return {
        ...open,
        stage: closedFrom ?? state.stage,
        reopening: { reopenedOn: event.occurredOn, ...event.data },
      };
    }
    case 'transfer-case.case-merged':
      return { ...state, stage: 'merged', merger: { mergedOn: event.occurredOn, ...event.data } };
  }
}

function assessing(stage: Stage): Stage {
  return stage === 'alerted' || stage === 'acknowledged' ? 'assessing' : stage;
}

/** A decision moves a case on that waits for one; put right later, it leaves the case where it has come to. */
function decided(stage: Stage, outcome: EligibilityDecision['outcome']): Stage {
  return stage === 'assessing' || stage === 'not-eligible' ? outcome : stage;
}

/** The start of cover, put right later, leaves a case where it has come to. */
function coverStarted(stage: Stage): Stage {
  return stage === 'eligible' || stage === 'bridging' ? 'phb-started' : stage;
}

/** The way back begins where the NHS body had begun to pay; a council that still pays has only to go on. */
function eligibilityEnded(stage: Stage): Stage {
  return stage === 'phb-started' || stage === 'complete' ? 'transferring-back' : stage;
}

function stands(state: CaseRecord, fact: StandingFact, eventId: string): CaseRecord {
  return { ...state, standing: { ...state.standing, [fact]: eventId } };
}

function withoutDispute({ areaDispute: _, ...state }: CaseRecord): CaseRecord {
  const { 'interim-payer': __, ...standing } = state.standing;
  return { ...state, standing };
}

// Written out field by field: most of what a case remembers is payments, and one that is put together from parts takes several
// times as long to make and to read.
function paymentOf({ data }: Extract<TransferCaseEvent, { type: 'transfer-case.payment-made' }>): Payment {
  const { paymentReference: reference, payer, paidOn, from, until, amountPence, reverses } = data;
  const payment = { reference, payer, paidOn, from, until, amountPence };
  return reverses === undefined ? payment : { ...payment, reverses };
}

function withoutWorker({ caseworker, counterpart, ...state }: CaseRecord, side: CaseSide): CaseRecord {
  return {
    ...state,
    ...(side !== 'council' && caseworker !== undefined && { caseworker }),
    ...(side !== 'nhs-body' && counterpart !== undefined && { counterpart }),
  };
}

function withoutDeath({ diedOn: _, ...state }: CaseRecord): CaseRecord {
  const { death: __, ...standing } = state.standing;
  return { ...state, standing };
}

/** Facts that run from a day on, with one added in date order and the one that it corrects left out. */
function withDated<Fact extends { readonly from: PlainDate; readonly eventId: string }>(
  facts: readonly Fact[],
  added: Fact,
  corrects: string | undefined,
): readonly Fact[] {
  const kept = facts.filter(({ eventId }) => eventId !== corrects);
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

/** Every body that has a part in the case that these events tell of, whole or not; nobody before the alert. */
export function bodiesToldBy(history: readonly Recorded<TransferCaseEvent>[]): readonly string[] {
  const state = history.reduce<TransferCase>(
    (before, recorded) => evolve(before, recorded.event, recorded),
    transferCase.initial,
  );
  return state.stage === 'none' ? [] : bodiesOfCase(state);
}
