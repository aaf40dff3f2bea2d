import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { todayInLondon, type Clock } from '../../kernel/clock.js';
import type { Actor } from '../../kernel/event.js';
import { Refusal } from '../../kernel/refusal.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import { derivedId } from '../../platform/event-store/derived-id.js';
import type { CaseRecord } from '../domain/case-record.js';
import { recordPayments, withPayment } from '../domain/record-payment/record-payments.decision.js';
import type { RecordPaymentTerms } from '../domain/record-payment/record-payment.decision.js';
import { importReport, type ImportReport, type PaymentRow, type RowReport } from './payment-import-report.js';
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

/** A row of the file is refused, so nothing of it was stored. */
export class ImportRefused extends Refusal {
  override readonly name = 'ImportRefused';
  readonly code = 'import-refused';
  readonly kind = 'invalid';
  override readonly facts: Readonly<Record<string, unknown>>;

  constructor(readonly report: ImportReport) {
    super(`${report.totals.refused} of ${report.totals.rows} rows are refused, so nothing was stored`);
    this.facts = { rows: report.rows, totals: report.totals };
  }
}

interface CasePlan {
  readonly caseRef: string;
  readonly payments: readonly RecordPaymentTerms[];
  readonly reports: readonly RowReport[];
}

@CommandHandler(ImportPayments)
export class ImportPaymentsHandler implements ICommandHandler<ImportPayments, ImportReport> {
  constructor(
    private readonly cases: TransferCases,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws ImportRefused when any row is refused and it is not a dry run; NotYourSide for a role of the other side. */
  async execute({ rows, dryRun, context }: ImportPayments): Promise<ImportReport> {
    const plans: CasePlan[] = [];
    for (const [caseRef, ofCase] of byCase(rows)) plans.push(await this.plan(caseRef, ofCase, context));
    const report = importReport(plans.flatMap(({ reports }) => reports));
    if (dryRun) return report;
    if (report.totals.refused > 0) throw new ImportRefused(report);
    return this.store(plans, report, context);
  }

  private async plan(
    caseRef: string,
    rows: readonly PaymentRow[],
    { actor }: CommandContext,
  ): Promise<CasePlan> {
    let record = await this.find(caseRef, actor);
    const today = todayInLondon(this.clock);
    const payments: RecordPaymentTerms[] = [];
    const reports = rows.map((row) => {
      const terms = record && row.payment && { ...withPayer(row.payment, record, actor), today };
      const report = judgePayment(row, record, terms);
      if (report.result === 'would-import' && record !== undefined && terms !== undefined) {
        payments.push(terms);
        record = withPayment(record, terms);
      }
      return report;
    });
    return { caseRef, payments, reports };
  }

  private async find(caseRef: string, actor: Actor): Promise<CaseRecord | undefined> {
    try {
      return (await this.cases.getToActOn(caseRef, actor)).state;
    } catch (fault) {
      if (fault instanceof CaseNotFound) return undefined;
      throw fault;
    }
  }

  /** One case after the other. A retry after a crash has the same command ids, so it finishes what was left. */
  private async store(
    plans: readonly CasePlan[],
    report: ImportReport,
    context: CommandContext,
  ): Promise<ImportReport> {
    let position: string | undefined;
    for (const { caseRef, payments } of plans) {
      if (payments.length === 0) continue;
      const commandId = derivedId('payments-import', context.commandId, caseRef);
      const committed = await this.cases.decide(caseRef, recordPayments(payments), { ...context, commandId });
      position = committed.position;
    }
    const imported = report.rows.map((row) =>
      row.result === 'would-import' ? ({ ...row, result: 'imported' } as const) : row,
    );
    return { ...importReport(imported), ...(position !== undefined && { position }) };
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
