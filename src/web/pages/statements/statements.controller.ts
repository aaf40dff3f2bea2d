import { Controller, Get, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { accessOf } from '../../../platform/access/principal.js';
import { InsideApi } from '../../../platform/http/inside/inside-api.js';
import { Problem } from '../../../platform/http/problems/problem.js';
import { StrictRateLimit } from '../../../platform/http/request/strict-rate-limit.js';
import type { AgedDebtAnswer, StatementAnswer } from '../../../recharge/index.js';
import { PDF } from '../../documents/pdf/answers-pdf.js';
import { statementFileName } from '../../documents/statement-document.js';
import { csvDownload } from '../../downloads/csv.js';
import { xlsxDownload } from '../../downloads/xlsx.js';
import { bodyOfForm } from '../../forms/body-of-form.js';
import type { TypedValues } from '../../forms/form-field.js';
import { mendable } from '../../forms/mendable.js';
import { Download, type Page } from '../../page/page.js';
import { Pages } from '../../page/pages.js';
import { agedDebtSheet, STATEMENT_TABLES, statementSheets } from './statement-sheets.js';
import { partnersIn, statementFields, statementsPage, type AgreementBodies } from './statements-page.js';

interface AgreementsPage {
  readonly items: readonly AgreementBodies[];
}

/** The account of one's body with another over a period, and what is unpaid with all of them. */
@Pages('council-finance', 'council-approver', 'nhs-finance', 'nhs-approver', 'auditor', 'administrator')
@Controller('statements')
export class StatementsPageController {
  constructor(private readonly api: InsideApi) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Query() values: TypedValues): Promise<Page> {
    const fields = statementFields(await this.partners(request));
    const { body: debt } = await this.api.get<AgedDebtAnswer>(request, '/v1/aged-debt');
    if (values['partnerOds'] === undefined && values['from-year'] === undefined) {
      return statementsPage(fields, values, debt);
    }
    try {
      const { body: statement } = await this.api.get<StatementAnswer>(request, addressOf(values));
      return statementsPage(fields, values, debt, { statement, asked: queryOf(values) });
    } catch (fault) {
      return statementsPage(fields, values, debt, { problem: mendable(fault) });
    }
  }

  @Get('statement.pdf')
  @StrictRateLimit()
  async showDocument(@Req() request: FastifyRequest, @Query() values: TypedValues): Promise<Download> {
    const [address, query] = addressOf(values).split('?', 2);
    const content = await this.api.file(request, `${address}/document.pdf?${query}`);
    return new Download('statement.pdf', PDF, content);
  }

  @Get('statement.xlsx')
  @StrictRateLimit()
  async showXlsx(@Req() request: FastifyRequest, @Query() values: TypedValues): Promise<Download> {
    const { body } = await this.api.get<StatementAnswer>(request, addressOf(values));
    return xlsxDownload(statementFileName(body), statementSheets(body));
  }

  @Get('aged-debt.xlsx')
  @StrictRateLimit()
  async showDebtXlsx(@Req() request: FastifyRequest): Promise<Download> {
    const { body } = await this.api.get<AgedDebtAnswer>(request, '/v1/aged-debt');
    return xlsxDownload(`unpaid-${body.asAt}`, [agedDebtSheet(body)]);
  }

  @Get('aged-debt.csv')
  @StrictRateLimit()
  async showDebtCsv(@Req() request: FastifyRequest): Promise<Download> {
    const { body } = await this.api.get<AgedDebtAnswer>(request, '/v1/aged-debt');
    return csvDownload(`unpaid-${body.asAt}`, agedDebtSheet(body));
  }

  /** One table of a statement, by the name of its file. */
  @Get(Object.keys(STATEMENT_TABLES).map((table) => `${table}.csv`))
  @StrictRateLimit()
  async showCsv(@Req() request: FastifyRequest, @Query() values: TypedValues): Promise<Download> {
    const table = tableIn(request.url);
    const { body } = await this.api.get<StatementAnswer>(request, addressOf(values));
    return csvDownload(`${statementFileName(body)}-${table}`, STATEMENT_TABLES[table](body));
  }

  private async partners(request: FastifyRequest): Promise<readonly string[]> {
    const { organisation } = accessOf(request).principal;
    const { body } = await this.api.get<AgreementsPage>(request, '/v1/agreements?limit=100');
    return partnersIn(body.items, organisation);
  }
}

function tableIn(url: string): keyof typeof STATEMENT_TABLES {
  const name = /\/([\w-]+)\.csv/.exec(url)?.[1] ?? '';
  if (!(name in STATEMENT_TABLES)) throw new Problem('not-found', 'A statement has no such table.');
  return name as keyof typeof STATEMENT_TABLES;
}

function addressOf(values: TypedValues): string {
  // An empty partner would be another address.
  const { partnerOds = '-', ...days } = bodyOfForm(statementFields([]), values) as Partial<
    Record<'partnerOds' | 'from' | 'to', string>
  >;
  return `/v1/statements/${encodeURIComponent(partnerOds)}?${new URLSearchParams(days).toString()}`;
}

function queryOf(values: TypedValues): string {
  const pairs = Object.entries(values).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as [string, string]] : [],
  );
  return new URLSearchParams(pairs).toString();
}
