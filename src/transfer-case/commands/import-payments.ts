import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { todayInLondon, type Clock } from '../../kernel/clock.js';
import type { Actor } from '../../kernel/event.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import { runImport, type ImportStep } from '../../platform/imports/run-import.js';
import type { CaseRecord } from '../domain/case-record.js';
import { recordPayments, withPayment } from '../domain/record-payment/record-payments.decision.js';
import type { RecordPaymentTerms } from '../domain/record-payment/record-payment.decision.js';
import {
  paymentImportReport,
  type PaymentImportReport,
  type PaymentRow,
  type PaymentRowReport,
} from './payment-import-report.js';
import { withPayer } from './payer.js';
import { CaseNotFound, TransferCases } from './transfer-cases.js';
import { judgePayment } from './judge-payment.js';

/** A file of payments, row by row. */
export class ImportPayments {
  constructor(
    readonly rows: readonly PaymentRow[],
    /** True to say what would happen and store nothing. */
    readonly dryRun: boolean,
    readonly context: CommandContext,
  ) {}
}

interface CasePlan {
  readonly caseRef: string;
  readonly payments: readonly RecordPaymentTerms[];
  readonly rows: readonly PaymentRowReport[];
}

@CommandHandler(ImportPayments)
export class ImportPaymentsHandler implements ICommandHandler<ImportPayments, PaymentImportReport> {
  constructor(
    private readonly cases: TransferCases,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws ImportRefused when any row is refused and it is not a dry run; NotYourSide for a role of the other side. */
  async execute({ rows, dryRun, context }: ImportPayments): Promise<PaymentImportReport> {
    const plans: CasePlan[] = [];
    for (const [caseRef, ofCase] of byCase(rows)) plans.push(await this.plan(caseRef, ofCase, context));
    const judged = {
      name: 'payments-import',
      rows: plans.flatMap((plan) => plan.rows),
      steps: plans.filter(({ payments }) => payments.length > 0).map((plan) => this.step(plan)),
      reportOf: paymentImportReport,
    };
    return runImport(judged, dryRun, context);
  }

  private async plan(
    caseRef: string,
    rows: readonly PaymentRow[],
    { actor }: CommandContext,
  ): Promise<CasePlan> {
    let record = await this.find(caseRef, actor);
    const today = todayInLondon(this.clock);
    const payments: RecordPaymentTerms[] = [];
    const judged = rows.map((row) => {
      const terms = record && row.payment && { ...withPayer(row.payment, record, actor), today };
      const report = judgePayment(row, record, terms);
      if (report.result === 'would-import' && record !== undefined && terms !== undefined) {
        payments.push(terms);
        record = withPayment(record, terms);
      }
      return report;
    });
    return { caseRef, payments, rows: judged };
  }

  private async find(caseRef: string, actor: Actor): Promise<CaseRecord | undefined> {
    try {
      return (await this.cases.getToActOn(caseRef, actor)).state;
    } catch (fault) {
      if (fault instanceof CaseNotFound) return undefined;
      throw fault;
    }
  }

  private step({ caseRef, payments }: CasePlan): ImportStep {
    return {
      about: caseRef,
      store: (context) => this.cases.decide(caseRef, recordPayments(payments), context),
    };
  }
}

function byCase(rows: readonly PaymentRow[]): ReadonlyMap<string, readonly PaymentRow[]> {
  const cases = new Map<string, PaymentRow[]>();
  for (const row of rows) {
    const known = cases.get(row.caseReference);
    if (known === undefined) cases.set(row.caseReference, [row]);
    else known.push(row);
  }
  return cases;
}
