import type { ExampleFile } from './play-import.js';

/** A weekly sum in pounds from a day on. */
export interface WeeklyPounds {
  readonly from: string;
  readonly weekly: string;
}

/** A PA of an example case, with what payroll and the council know of the job. Money is text in pounds. */
export interface ExampleAssistant {
  readonly assistantRef: string;
  readonly startedOn: string;
  readonly weeklyHours: string;
  readonly hourlyRate: string;
  /** Who funded the job from which day; nobody named means that the employer paid alone. */
  readonly fundedBy: readonly {
    readonly from: string;
    readonly lastDay?: string;
    readonly funder?: string;
  }[];
  readonly leave?: {
    readonly yearFrom: string;
    readonly yearLastDay: string;
    readonly takenHours: string;
  };
  /** The job ended in redundancy. */
  readonly redundancy?: {
    readonly lastDay: string;
    readonly dateOfBirth: string;
    readonly weekPay: string;
    readonly insurance:
      { readonly claim: 'not-claimed' } | { readonly claim: 'paid'; readonly amount: string };
  };
}

/** One move from a council direct payment to a personal health budget, as the two bodies record it. */
export interface ExampleCase {
  /** The worked example that its figures follow. */
  readonly id: string;
  readonly title: string;
  readonly personReference: string;
  readonly nhsBody: string;
  readonly alertedOn: string;
  readonly checklistReceivedOn: string;
  readonly decidedOn: string;
  /** Said where the decision came more than 28 days after the checklist. */
  readonly delay?: 'justified' | 'unjustified';
  readonly awardRates: readonly WeeklyPounds[];
  readonly contribution?: WeeklyPounds & { readonly weeksPaid: number };
  /** The first day that the personal health budget covers. */
  readonly phbStartsOn: string;
  /** The day on the recharge; absent where the example stops before one. */
  readonly documentDate?: string;
  readonly assistants: readonly ExampleAssistant[];
  /**
   * Who takes the case on for their own body as soon as the alert is there; absent where nobody does. Whoever acknowledges the
   * alert works it for the NHS body from then on in any case.
   */
  readonly takenOnBy?: 'direct-payment-worker' | 'phb-worker';
  /** The council's export of its payments, instead of payments recorded one by one. */
  readonly paymentsFile?: ExampleFile;
  /** The council's list of the PAs, instead of the alert's. */
  readonly employmentsFile?: ExampleFile;
}
