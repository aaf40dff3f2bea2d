import type { Period } from '../../kernel/period.js';
import type { Person } from '../../kernel/event.js';
import type { RecordedFacts } from '../../kernel/recorded-facts.js';
import type { Pence } from '../../kernel/pence.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import type {
  Assistant,
  CompletionItem,
  JointPart,
  AREA_REASONS,
  BUDGET_FORMS,
  CASE_SIDES,
  LIABILITY_RULES,
  ONE_OFF_KINDS,
  SUSPENSION_PAYMENTS,
  SUSPENSION_REASONS,
} from './transfer-case.events.js';

export type LiabilityRule = (typeof LIABILITY_RULES)[number];

/** One of the two sides of a case. */
export type CaseSide = (typeof CASE_SIDES)[number];

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

/** How the cost of a day falls on the two bodies, from a day on. */
export interface JointPackage {
  readonly from: PlainDate;
  readonly parts: readonly JointPart[];
  readonly remainder: JointPart['part'];
  readonly eventId: string;
}

/** Days on which care at home was interrupted, and what the council paid for them. */
export interface Suspension extends Period {
  readonly reason: (typeof SUSPENSION_REASONS)[number];
  readonly paid: (typeof SUSPENSION_PAYMENTS)[number];
  /** The gross weekly sum, where it was reduced. */
  readonly weeklyPence?: Pence;
  readonly eventId: string;
}

/** The NHS body that is responsible from a day on. */
export interface AreaChange {
  readonly from: PlainDate;
  readonly nhsBody: string;
  readonly reason: (typeof AREA_REASONS)[number];
  readonly documentReference: string;
  readonly eventId: string;
}

/** How the person wants the budget to be held, from a day on. */
export interface BudgetForm {
  readonly form: (typeof BUDGET_FORMS)[number];
  readonly from: PlainDate;
  readonly documentReference: string;
}

/** Days for which NHS bodies do not agree which of them is responsible. */
export interface AreaDispute {
  readonly from: PlainDate;
  readonly interimPayer: string;
  readonly documentReference: string;
}

/** Money that was paid for some days. */
export interface Payment extends Period {
  readonly reference: string;
  /** The organisation whose money it was. For a contribution received it is absent: the person paid. */
  readonly payer?: string;
  readonly paidOn: PlainDate;
  readonly amountPence: Pence;
  /** The reference of the payment that this one takes back; its amount is then below zero. */
  readonly reverses?: string;
}

/** A payment for one thing, with the event that said it. What nobody has said of it is absent. */
export interface OneOffPayment {
  readonly receiptReference: string;
  readonly kind: (typeof ONE_OFF_KINDS)[number];
  /** The organisation whose money it was. */
  readonly payer: string;
  readonly incurredOn: PlainDate;
  /** The days that it is good for. */
  readonly benefit?: Period;
  readonly amountPence: Pence;
  readonly approval?: OneOffApproval;
  readonly eventId: string;
}

/** What was said of the approval of a one-off payment: by whom and when, or that there was none. */
export interface OneOffApproval {
  readonly outcome: 'approved' | 'not-approved';
  readonly by?: string;
  readonly on?: PlainDate;
}

/** What the account of the direct payment held, by a statement. */
export interface AccountBalance {
  readonly balancePence: Pence;
  readonly statementReference: string;
}

/** Money that the council took back from the account. */
export interface BalanceReclaim {
  readonly reclaimedOn: PlainDate;
  readonly amountPence: Pence;
  readonly reclaimReference: string;
}

/** Facts that are said once, and put right only by naming the event that said them. */
export type StandingFact =
  | 'checklist'
  | 'fast-track'
  | 'decision'
  | 'decision-revision'
  | 'phb-cover'
  | 'direct-payment-stop'
  | 'death'
  | 'chc-refusal'
  | 'interim-payer'
  | 'opening-balance'
  | 'account-close'
  | 'balance-reclaim'
  | 'eligibility-loss'
  | 'eligibility-overturned'
  | 'council-cover'
  | 'budget-form';

/** Why a case goes on that was complete or withdrawn, and what shows it. */
export interface Reopening {
  readonly reopenedOn: PlainDate;
  readonly reasonCode: string;
  readonly documentReference: string;
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

/** Another version that the case is to keep once both bodies have signed it, a different person for each. */
export interface AgreementChange extends Pick<CaseAgreement, 'agreementId' | 'version'> {
  readonly signatures: readonly {
    readonly side: CaseSide;
    readonly by: string;
    /** The person behind the account, where that is known. */
    readonly staff?: string;
  }[];
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
  /** Eligibility has ended, and the NHS body pays while the council sets its direct payment up. */
  | 'transferring-back'
  | 'back-with-council'
  | 'withdrawn'
  /** Another case goes on in its place; nothing more happens to this one. */
  | 'merged';

/** All that is known of a case. What is not known is absent, never zero. */
export interface CaseRecord {
  readonly stage: Stage;
  readonly caseRef: string;
  readonly personReference: string;
  readonly council: string;
  readonly nhsBody: string;
  /** In date order: the NHS bodies that followed the one that was alerted, which `nhsBody` keeps naming. */
  readonly areaChanges: readonly AreaChange[];
  readonly areaDispute?: AreaDispute;
  readonly alertedOn: PlainDate;
  readonly assistants: readonly Assistant[];
  /** The sign-in ids of who works the case: at the council, and at the NHS body. */
  readonly caseworker?: string;
  readonly counterpart?: string;
  /** When the NHS body first acknowledged the alert. */
  readonly acknowledgedOn?: PlainDate;
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
  /** Why the delay is what it is, and who said so. */
  readonly delayReason?: { readonly reasonCode: string; readonly decidedBy: string };
  readonly liabilityAgreed?: { readonly startsOn: PlainDate; readonly documentReference: string };
  readonly liability?: Liability;
  readonly agreement?: CaseAgreement;
  /** Proposed by one body, and waiting for the other. */
  readonly agreementChange?: AgreementChange;
  readonly bridging?: {
    readonly openedOn: PlainDate;
    readonly reviewDueOn: PlainDate;
    readonly extensions: readonly {
      readonly until: PlainDate;
      readonly approvedBy: string;
      readonly reasonCode: string;
    }[];
  };
  /** Who opened bridging, and so does not put its review off. */
  readonly bridgingOpenedBy?: Person;
  /** In date order; a corrected rate is not in the list. */
  readonly awardRates: readonly WeeklySum[];
  readonly contributions: readonly WeeklySum[];
  /** In date order; none, or no parts, means that the council pays the whole and the NHS body is liable for it. */
  readonly jointPackages: readonly JointPackage[];
  /** In date order, without overlap. */
  readonly suspensions: readonly Suspension[];
  readonly payments: readonly Payment[];
  readonly contributionReceipts: readonly Payment[];
  readonly oneOffs: readonly OneOffPayment[];
  /** The balance at the start of its day. */
  readonly openingBalance?: AccountBalance & { readonly balanceOn: PlainDate };
  readonly accountClosed?: AccountBalance & { readonly closedOn: PlainDate };
  readonly balanceReclaimed?: BalanceReclaim;
  readonly phbCoverStartsOn?: PlainDate;
  readonly lastDayCovered?: PlainDate;
  readonly diedOn?: PlainDate;
  /** The first day for which the person does not want NHS Continuing Healthcare. */
  readonly declinedFrom?: PlainDate;
  readonly eligibilityLost?: { readonly decidedOn: PlainDate; readonly notifiedOn: PlainDate };
  readonly eligibilityOverturned?: {
    readonly decidedOn: PlainDate;
    readonly lastDayLiable: PlainDate;
    readonly documentReference: string;
  };
  /** What the council assesses the person's budget at after a transfer back, in date order. */
  readonly councilBudgets: readonly WeeklySum[];
  /** What the personal health budget really pays, in date order. */
  readonly phbRates: readonly WeeklySum[];
  readonly councilCoverStartsOn?: PlainDate;
  /** The facts behind its charges: whoever recorded one may not approve the charge. */
  readonly chargeFacts: RecordedFacts;
  /** The events that the facts of the case rest on now: what a correction has to name. */
  readonly standing: Readonly<Partial<Record<StandingFact, string>>>;
  readonly budgetForm?: BudgetForm;
  /** Where the case stood when it was completed or withdrawn, which is where it goes on when it is reopened. */
  readonly closedFrom?: Stage;
  /** Asked for by one person, and waiting for a second. */
  readonly reopeningRequest?: Omit<Reopening, 'reopenedOn'> & { readonly by: Person };
  /** The last time that it was reopened. */
  readonly reopening?: Reopening;
  /** The case that goes on in place of this one. */
  readonly merger?: {
    readonly mergedOn: PlainDate;
    readonly into: string;
    readonly reasonCode: string;
    readonly documentReference: string;
  };
  readonly withdrawal?: { readonly withdrawnOn: PlainDate; readonly reasonCode: string };
  readonly completion?: { readonly completedOn: PlainDate; readonly items: readonly CompletionItem[] };
}

/** A case before and after its alert. */
export type TransferCase = { readonly stage: 'none' } | CaseRecord;
