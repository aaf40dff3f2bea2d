import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { accessOf } from '../../../platform/access/principal.js';
import { InsideApi } from '../../../platform/http/inside/inside-api.js';
import type { CaseAnswer } from '../../../transfer-case/index.js';
import { CommandForms } from '../../forms/command-forms.js';
import type { Page } from '../../page/page.js';
import { Pages } from '../../page/pages.js';
import { casePage } from './case-page.js';

/** One case: what it is, and what may happen next. */
@Pages()
@Controller('cases/:caseRef')
export class CaseController {
  constructor(
    private readonly api: InsideApi,
    private readonly forms: CommandForms,
  ) {}

  @Get()
  async show(
    @Req() request: FastifyRequest,
    @Param('caseRef') caseRef: string,
    @Query('done') done: unknown,
  ): Promise<Page> {
    const { body } = await this.api.get<CaseAnswer>(
      request,
      `/v1/transfer-cases/${encodeURIComponent(caseRef)}`,
    );
    const { roles } = accessOf(request).principal;
    return casePage(body, (path) => this.forms.mayUse(caseCommandRoute(path), roles), done);
  }
}

/** The route of a command of a case in the API description. */
export function caseCommandRoute(path: string): string {
  return `/v1/transfer-cases/{caseRef}/${path}`;
}
