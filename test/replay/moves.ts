import { pence, sumPence, type Pence } from '../../src/kernel/pence.js';
import { addDays, earliest, type PlainDate } from '../../src/kernel/plain-date.js';
import { Fraction } from '../../src/kernel/fraction.js';
import { daysIn, type Period } from '../../src/kernel/period.js';
import type { CommandContext } from '../../src/platform/event-store/command-context.js';
import type { Committed } from '../../src/platform/event-store/streams.js';
import { AcceptLine } from '../../src/recharge/commands/accept-line.js';
import { ApproveRecharge } from '../../src/recharge/commands/approve-recharge.js';
import { CalculateRecharge } from '../../src/recharge/commands/calculate-recharge.js';
import { IssueRecharge } from '../../src/recharge/commands/issue-recharge.js';
import { PayRecharge } from '../../src/recharge/commands/pay-recharge.js';
import type { RechargeRecord } from '../../src/recharge/domain/recharge.js';
import { AcknowledgeAlert } from '../../src/transfer-case/commands/acknowledge-alert.js';
import type { CaseCommand } from '../../src/transfer-case/commands/case-command.js';
import { CompleteTransfer } from '../../src/transfer-case/commands/complete-transfer.js';
import { DecideEligibility } from '../../src/transfer-case/commands/decide-eligibility.js';
import { OpenBridging } from '../../src/transfer-case/commands/open-bridging.js';
import { RaiseAlert } from '../../src/transfer-case/commands/raise-alert.js';
import { RecordChecklist } from '../../src/transfer-case/commands/record-checklist.js';
import { RecordPayment } from '../../src/transfer-case/commands/record-payment.js';
import { SetAwardRate } from '../../src/transfer-case/commands/set-award-rate.js';
import { StartPhbCover } from '../../src/transfer-case/commands/start-phb-cover.js';
import { StopDirectPayment } from '../../src/transfer-case/commands/stop-direct-payment.js';
import { COMPLETION_ITEMS } from '../../src/transfer-case/domain/transfer-case.events.js';
import type { CaseRecord, WeeklySum } from '../../src/transfer-case/index.js';
import {
  Employments,
  StartEmployment,
  type EmploymentRecord,
  type Target,
  type WorkforceFact,
} from '../../src/workforce/index.js';
import type { Office } from '../support/office.js';

export const COUNCIL = 'E10000015';
export const CCG = '06N';
export const ICB = 'QM7';
const ICB_FROM = '2022-07-01';
const DAYS_IN_A_WEEK = 7;

/** What a move is about, as far as a worked example says it. */
export interface MoveTerms {
  /** Names the person in the case: the code of the example. */
  readonly personReference: string;
  /** The day of the decision. */
  readonly decidedOn: PlainDate;
  /** Three weeks before the decision, unless it is said. */
  readonly checklistReceivedOn?: PlainDate;
  readonly delay?: 'justified' | 'unjustified';
  readonly rates: readonly Omit<WeeklySum, 'eventId'>[];
}

type Job = Omit<WorkforceFact<'workforce.employment-started'>['data'], 'employmentId' | 'caseRef'>;

/** One move, recorded command by command as the people of both bodies would. */
export class Move {
  private constructor(
    private readonly office: Office,
    readonly caseRef: string,
    private readonly terms: MoveTerms,
    private readonly nhsBody: string,
  ) {}

  /** From the alert to bridging. */
  static async bridging(office: Office, terms: MoveTerms): Promise<Move> {
    const checklist = terms.checklistReceivedOn ?? addDays(terms.decidedOn, -21);
    const alertedOn = addDays(checklist, -14);
    const nhsBody = alertedOn < ICB_FROM ? CCG : ICB;
    const alert = { personReference: terms.personReference, nhsBody, alertedOn };
    const { state } = await office.send<CaseRecord>(
      (context) => new RaiseAlert({ ...alert, wishesToKeepAssistants: true, assistants: [] }, context),
      { organisation: COUNCIL },
    );
    const move = new Move(office, state.caseRef, terms, nhsBody);
    await move.nhs(AcknowledgeAlert, { acknowledgedOn: addDays(alertedOn, 2), counterpart: 'phb-worker' });
    for (const rate of terms.rates) await move.council(SetAwardRate, rate);
    await move.nhs(RecordChecklist, { completedOn: addDays(checklist, -2), receivedOn: checklist });
    await move.nhs(DecideEligibility, {
      outcome: 'eligible',
      decidedOn: terms.decidedOn,
      notifiedOn: addDays(terms.decidedOn, 2),
      ...(terms.delay && {
        delay: { delay: terms.delay, reasonCode: 'assessor-not-available', decidedBy: 'nhs-body' },
      }),
    });
    await move.council(OpenBridging, { openedOn: addDays(terms.decidedOn, 5) });
    return move;
  }

  /** From bridging to the completed transfer. */
  async complete(phbStartsOn: PlainDate): Promise<void> {
    await this.nhs(StartPhbCover, { startsOn: phbStartsOn, withoutPrejudice: false });
    await this.council(StopDirectPayment, { lastDayCovered: addDays(phbStartsOn, -1) });
    await this.council(CompleteTransfer, {
      completedOn: addDays(phbStartsOn, 7),
      items: COMPLETION_ITEMS.map((item) => ({ item })),
    });
  }

  /** The council pays four weeks at a time, net of what the person contributes. */
  async payFourWeekly({ from, until }: Period, contributionPence = 0): Promise<void> {
    for (let day = from; day < until; day = addDays(day, 4 * DAYS_IN_A_WEEK)) {
      const days = { from: day, until: earliest(addDays(day, 4 * DAYS_IN_A_WEEK), until) };
      const weekly = this.terms.rates.findLast((rate) => rate.from <= day)?.weeklyPence ?? 0;
      await this.pay(days, Fraction.of(weekly - contributionPence));
    }
  }

  /** The council pays for some days by a weekly sum. */
  async pay(days: Period, weekly: Fraction): Promise<void> {
    const amountPence = weekly.times(daysIn(days)).dividedBy(DAYS_IN_A_WEEK).toPence();
    await this.council(RecordPayment, {
      reference: `DP-${days.from}`,
      paidOn: days.from,
      ...days,
      amountPence,
    });
  }

  /** A PA who comes along, and works for as much as a week's pay of the example. */
  async employ(job: Job): Promise<JobOnRecord> {
    const { caseRef } = this;
    const { state } = await this.office.send<EmploymentRecord>(
      (context) => new StartEmployment({ caseRef, ...job }, context),
      { organisation: COUNCIL },
    );
    return new JobOnRecord(this.office, state.employmentId);
  }

  /** The recharge of the case from the draft to the payment, by two people of the body that is owed and one of the other. */
  async charge(
    documentDate: PlainDate,
    { nhsBody, back = false }: { readonly nhsBody?: string; readonly back?: boolean } = {},
  ): Promise<RechargeRecord> {
    const payer = nhsBody ?? ICB;
    const [creditor, debtor] = back ? [payer, COUNCIL] : [COUNCIL, payer];
    const direction = back ? 'transfer-back' : 'bridging';
    const preparer = { organisation: creditor, role: back ? 'nhs-finance' : 'council-finance' };
    const approver = { organisation: creditor, role: back ? 'nhs-approver' : 'council-approver' };
    const answerer = { organisation: debtor, role: back ? 'council-finance' : 'nhs-finance' };
    let last: Committed<RechargeRecord> = await this.office.send(
      (context) => new CalculateRecharge(this.caseRef, direction, nhsBody, context),
      preparer,
    );
    const { rechargeRef, lines } = last.state;
    const next = async (
      by: typeof preparer,
      command: (revision: number, context: CommandContext) => object,
    ) => {
      const { revision } = last;
      last = await this.office.send((context) => command(revision, context), by);
    };
    const document = { documentDate, invoiceReference: `INV-${rechargeRef}` };
    await next(approver, (revision, context) => new ApproveRecharge(rechargeRef, revision, context));
    await next(preparer, (revision, context) => new IssueRecharge(rechargeRef, document, revision, context));
    for (const { number } of lines) {
      await next(answerer, (revision, context) => new AcceptLine(rechargeRef, number, revision, context));
    }
    const payment = {
      paymentReference: `PAID-${rechargeRef}`,
      paidOn: addDays(documentDate, 21),
      amountPence: sumPence(lines.map(({ amountPence }) => amountPence)),
    };
    await next(answerer, (revision, context) => new PayRecharge(rechargeRef, payment, revision, context));
    return last.state;
  }

  /** Something that the council records. */
  council<Terms>(command: CommandOn<Terms>, terms: Terms): Promise<Committed<CaseRecord>> {
    return this.record(command, terms, COUNCIL);
  }

  /** Something that the NHS body records. */
  nhs<Terms>(command: CommandOn<Terms>, terms: Terms, by = this.nhsBody): Promise<Committed<CaseRecord>> {
    return this.record(command, terms, by);
  }

  private record<Terms>(Command: CommandOn<Terms>, terms: Terms, organisation: string) {
    return this.office.send<CaseRecord>((context) => new Command(this.caseRef, terms, context), {
      organisation,
    });
  }
}

type CommandOn<Terms> = new (caseRef: string, terms: Terms, context: CommandContext) => CaseCommand<Terms>;

/** A PA's job of a move. */
export class JobOnRecord {
  constructor(
    private readonly office: Office,
    readonly employmentId: string,
  ) {}

  async state(): Promise<EmploymentRecord> {
    const { state } = await this.office.product.get(Employments).streams.load(this.employmentId);
    if (state.stage === 'none') throw new Error(`${this.employmentId} is not on record`);
    return state;
  }

  async record(command: (target: Target, context: CommandContext) => object, by = COUNCIL): Promise<void> {
    const { employmentId } = this;
    const { revision } = await this.office.product.get(Employments).streams.load(employmentId);
    await this.office.send((context) => command({ employmentId, ifRevision: revision }, context), {
      organisation: by,
    });
  }
}

/** Hours that make a whole hourly rate of any week's pay in whole pence that ends on a nought or a five. */
export function termsOfPay(weekPayPence: number): {
  readonly weeklyHours: string;
  readonly hourlyRatePence: Pence;
} {
  return { weeklyHours: '20', hourlyRatePence: pence(weekPayPence / 20) };
}
