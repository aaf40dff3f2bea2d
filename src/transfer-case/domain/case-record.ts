import type { Period } from '../../kernel/period.js';
import type { Pence } from '../../kernel/pence.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import type { Assistant, CompletionItem, LIABILITY_RULES } from './transfer-case.events.js';

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
  /** The reference of the payment that this one takes back; its amount is then below zero. */
  readonly reverses?: string;
}

/** Facts that are said once, and put right only by naming the event that said them. */
export type StandingFact =
  'checklist' | 'fast-track' | 'decision' | 'decision-revision' | 'phb-cover' | 'direct-payment-stop';

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
  /** The events that the facts of the case rest on now: what a correction has to name. */
  readonly standing?: Readonly<Partial<Record<StandingFact, string>>>;
  readonly withdrawal?: { readonly withdrawnOn: PlainDate; readonly reasonCode: string };
  readonly completion?: { readonly completedOn: PlainDate; readonly items: readonly CompletionItem[] };
}

/** A case before and after its alert. */
export type TransferCase = { readonly stage: 'none' } | CaseRecord;
