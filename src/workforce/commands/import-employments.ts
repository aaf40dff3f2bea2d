import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Actor } from '../../kernel/event.js';
import { Refusal } from '../../kernel/refusal.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import { derivedId } from '../../platform/event-store/derived-id.js';
import { CaseNotFound, TransferCases } from '../../transfer-case/index.js';
import { afterDeciding, type Employment } from '../domain/employment.js';
import {
  startEmployment,
  type EmploymentFacts,
} from '../domain/start-employment/start-employment.decision.js';
import {
  employmentImportReport,
  type EmploymentImportReport,
  type EmploymentImportRow,
  type EmploymentRowReport,
  type RowFault,
} from './employment-import-report.js';
import { Employments } from './employments.js';

/** A file of PAs, row by row. */
export class ImportEmployments {
  constructor(
    readonly rows: readonly EmploymentImportRow[],
    /** True to say what would happen and store nothing. */
    readonly dryRun: boolean,
    readonly context: CommandContext,
  ) {}
}

/** A row of the file is refused, so nothing of it was stored. */
export class EmploymentImportRefused extends Refusal {
  override readonly name = 'EmploymentImportRefused';
  readonly code = 'import-refused';
  readonly kind = 'invalid';
  override readonly facts: Readonly<Record<string, unknown>>;

  constructor({ rows, totals }: EmploymentImportReport) {
    super(`${totals.refused} of ${totals.rows} rows are refused, so nothing was stored`);
    this.facts = { rows, totals };
  }
}

/** What the rows so far lead to, by the id of the employment. */
type Decided = Map<string, Employment>;

@CommandHandler(ImportEmployments)
export class ImportEmploymentsHandler implements ICommandHandler<ImportEmployments, EmploymentImportReport> {
  constructor(
    private readonly employments: Employments,
    private readonly cases: TransferCases,
  ) {}

  /** @throws EmploymentImportRefused when any row is refused and it is not a dry run. */
  async execute({ rows, dryRun, context }: ImportEmployments): Promise<EmploymentImportReport> {
    const decided: Decided = new Map();
    const judged: EmploymentRowReport[] = [];
    for (const row of rows) judged.push(await this.judge(row, decided, context.actor));
    const report = employmentImportReport(judged);
    if (dryRun) return report;
    if (report.totals.refused > 0) throw new EmploymentImportRefused(report);
    return this.store(rows, judged, context);
  }

  private async judge(
    { line, caseReference, assistantReference, facts, faults }: EmploymentImportRow,
    decided: Decided,
    actor: Actor,
  ): Promise<EmploymentRowReport> {
    const named = { line, caseReference, assistantReference };
    if (facts === undefined) return { ...named, result: 'refused', reasons: faults };
    const { employmentId } = facts;
    try {
      await this.cases.getToActOn(facts.caseRef, actor);
      const before = decided.get(employmentId) ?? (await this.employments.streams.load(employmentId)).state;
      const events = startEmployment(facts)(before);
      decided.set(employmentId, afterDeciding(before, events));
      const result = events.length === 0 ? 'already-there' : 'would-import';
      return { ...named, employmentId, result, reasons: [] };
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      return { ...named, result: 'refused', reasons: faultsOf(refusal) };
    }
  }

  /** One employment after the other. A retry after a crash has the same command ids, so it finishes what was left. */
  private async store(
    rows: readonly EmploymentImportRow[],
    judged: readonly EmploymentRowReport[],
    context: CommandContext,
  ): Promise<EmploymentImportReport> {
    let position: string | undefined;
    for (const [index, { facts }] of rows.entries()) {
      if (facts === undefined || judged[index]?.result !== 'would-import') continue;
      position = await this.start(facts, context);
    }
    const stored = judged.map((row) =>
      row.result === 'would-import' ? ({ ...row, result: 'imported' } as const) : row,
    );
    return { ...employmentImportReport(stored), ...(position !== undefined && { position }) };
  }

  private async start(facts: EmploymentFacts, context: CommandContext): Promise<string> {
    const { employmentId, caseRef } = facts;
    const commandId = derivedId('employments-import', context.commandId, employmentId);
    const committed = await this.employments.streams.transact(
      employmentId,
      startEmployment(facts),
      { ...context, commandId },
      { subject: caseRef },
    );
    return committed.position;
  }
}

const COLUMNS: Readonly<Record<string, string>> = {
  '/assistantRef': 'assistant_reference',
  '/weeklyHours': 'weekly_hours',
  '/hourlyRate': 'hourly_rate',
};

function faultsOf(refusal: Refusal): readonly RowFault[] {
  const { code, message: detail } = refusal;
  if (refusal instanceof CaseNotFound) return [{ column: 'case_reference', code, detail }];
  const column = COLUMNS[refusal.fields[0]?.pointer ?? ''];
  return [{ ...(column !== undefined && { column }), code, detail }];
}
