import { randomUUID } from 'node:crypto';
import { Controller, Get, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { accessOf } from '../../../platform/access/principal.js';
import { ApiRefusal } from '../../../platform/http/inside/api-refusal.js';
import { InsideApi } from '../../../platform/http/inside/inside-api.js';
import type { ProblemContent } from '../../../platform/http/problems/problem.js';
import type { AgedDebtAnswer, LiabilitiesAnswer, RechargeReference } from '../../../recharge/index.js';
import { bodyOfForm } from '../../forms/body-of-form.js';
import { CommandForms } from '../../forms/command-forms.js';
import { drawnForm } from '../../forms/drawn-form.js';
import { typedText, typedValues, type TypedValues } from '../../forms/form-field.js';
import { refusedForm } from '../../forms/mendable.js';
import { Page, SeeOther } from '../../page/page.js';
import { Pages } from '../../page/pages.js';
import { rechargesPage, rechargesQuery, type RechargesPage } from './recharges-page.js';
import { caseAddress } from '../transfer-case/case-addresses.js';

const ROUTE = '/v1/recharges';

/** The recharges that one's body is owed or owes, and the way to a new one. */
@Pages()
@Controller('recharges')
export class RechargesPageController {
  constructor(
    private readonly api: InsideApi,
    private readonly forms: CommandForms,
  ) {}

  @Get()
  async list(
    @Req() request: FastifyRequest,
    @Query() query: Readonly<Record<string, unknown>>,
  ): Promise<Page> {
    const asked = rechargesQuery(query);
    const { principal } = accessOf(request);
    const { body } = await this.api.get<RechargesPage>(request, `${ROUTE}?${asked.toString()}`);
    const mayCalculate = this.forms.mayUse(ROUTE, principal.roles);
    const debt = this.forms.mayRead('/v1/aged-debt', principal.roles)
      ? (await this.api.get<AgedDebtAnswer>(request, '/v1/aged-debt')).body
      : undefined;
    return rechargesPage(asked, body, principal, mayCalculate, debt);
  }

  @Get('new')
  async ask(@Req() request: FastifyRequest, @Query('caseRef') caseRef: unknown): Promise<Page> {
    const values = { caseRef: typeof caseRef === 'string' ? caseRef : '', _key: randomUUID() };
    return this.newPage(request, values);
  }

  @Post('new')
  async calculate(@Req() request: FastifyRequest): Promise<Page | SeeOther> {
    const values = typedValues(request);
    const body = bodyOfForm(this.forms.fieldsOf(ROUTE), values);
    try {
      const answer = await this.api.command<RechargeReference>(request, ROUTE, body, {
        key: typedText(values, '_key'),
      });
      const query = new URLSearchParams({ done: 'calculated', minPosition: answer.position ?? '0' });
      return new SeeOther(`/recharges/${answer.body.rechargeRef}?${query.toString()}`);
    } catch (fault) {
      const refused = refusedForm(values, fault);
      return this.newPage(request, refused.values, refused.problem);
    }
  }

  private async newPage(
    request: FastifyRequest,
    values: TypedValues,
    problem?: ProblemContent,
  ): Promise<Page> {
    const { fields, errors } = drawnForm(this.forms.fieldsOf(ROUTE), values, problem);
    const caseRef = typedText(values, 'caseRef');
    const liabilities = await this.liabilitiesOf(request, caseRef);
    const model = {
      title: 'Work out a recharge',
      fields,
      errors,
      missing: problem?.facts?.['missing'],
      key: typedText(values, '_key'),
      ...(liabilities !== undefined && { liabilities }),
    };
    return new Page('pages/recharge-new.njk', model, problem?.status ?? 200);
  }

  /** What the case comes to by today's facts; nothing while no case is named that this person may see. */
  private async liabilitiesOf(
    request: FastifyRequest,
    caseRef: string,
  ): Promise<Readonly<LiabilitiesAnswer> | undefined> {
    if (caseRef === '') return undefined;
    try {
      const address = `${caseAddress(caseRef)}/liabilities`;
      return (await this.api.get<LiabilitiesAnswer>(request, address)).body;
    } catch (fault) {
      if (fault instanceof ApiRefusal && fault.content.status < 500) return undefined;
      throw fault;
    }
  }
}
