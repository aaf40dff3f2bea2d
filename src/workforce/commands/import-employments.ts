import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Actor } from '../../kernel/event.js';
import { Refusal } from '../../kernel/refusal.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import { faultsOf, importReport, type RowFault } from '../../platform/imports/import-report.js';
import { runImport, type ImportStep } from '../../platform/imports/run-import.js';
import { CaseNotFound, TransferCases } from '../../transfer-case/index.js';
import { afterDeciding, type Employment } from '../domain/employment.js';
import {
  startEmployment,
  type EmploymentFacts,
} from '../domain/start-employment/start-employment.decision.js';
import type {
  EmploymentImportReport,
  EmploymentRow,
  EmploymentRowReport,
} from './employment-import-report.js';
import { Employments } from './employments.js';

/** A file of PAs, row by row. */
export class ImportEmployments {
  constructor(
    readonly rows: readonly EmploymentRow[],
    /** True to say what would happen and store nothing. */
    readonly dryRun: boolean,
    readonly context: CommandContext,
  ) {}
}

/** What the rows so far lead to, by the id of the employment. */
type Decided = Map<string, Employment>;

@CommandHandler(ImportEmployments)
export class ImportEmploymentsHandler implements ICommandHandler<ImportEmployments, EmploymentImportReport> {
  constructor(
    private readonly employments: Employments,
    private readonly cases: TransferCases,
  ) {}

  /** @throws ImportRefused when any row is refused and it is not a dry run. */
  async execute({ rows, dryRun, context }: ImportEmployments): Promise<EmploymentImportReport> {
    const decided: Decided = new Map();
    const judged: EmploymentRowReport[] = [];
    for (const row of rows) judged.push(await this.judge(row, decided, context.actor));
    const steps = rows.flatMap(({ facts }, index) =>
      facts === undefined || judged[index]?.result !== 'would-import' ? [] : [this.step(facts)],
    );
    const file = {
      name: 'employments-import',
      rows: judged,
      steps,
      reportOf: importReport<EmploymentRowReport>,
    };
    return runImport(file, dryRun, context);
  }

  private async judge(
    { line, caseReference, assistantReference, facts, faults }: EmploymentRow,
    decided: Decided,
    actor: Actor,
  ): Promise<EmploymentRowReport> {
    const named = { line, caseReference, assistantReference };
    if (facts === undefined) return { ...named, result: 'refused', reasons: faults };
    const { employmentId } = facts;
    try {
      await this.cases.getToAddTo(facts.caseRef, actor);
      const before = decided.get(employmentId) ?? (await this.employments.streams.load(employmentId)).state;
      const events = startEmployment(facts)(before);
      decided.set(employmentId, afterDeciding(before, events));
      const result = events.length === 0 ? 'already-there' : 'would-import';
      return { ...named, employmentId, result, reasons: [] };
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      return { ...named, result: 'refused', reasons: reasonsOf(refusal) };
    }
  }

  private step(facts: EmploymentFacts): ImportStep {
    const { employmentId, caseRef } = facts;
    return {
      about: employmentId,
      store: (context) =>
        this.employments.streams.transact(employmentId, startEmployment(facts), context, {
          subject: caseRef,
        }),
    };
  }
}

/** The columns of the file that the fields of an employment come from. */
const COLUMN_OF_FIELD: Readonly<Record<string, string>> = {
  '/assistantRef': 'assistant_reference',
  '/weeklyHours': 'weekly_hours',
  '/hourlyRate': 'hourly_rate',
};

function reasonsOf(refusal: Refusal): readonly RowFault[] {
  if (!(refusal instanceof CaseNotFound)) return faultsOf(refusal, COLUMN_OF_FIELD);
  return [{ column: 'case_reference', code: refusal.code, detail: refusal.message }];
}
