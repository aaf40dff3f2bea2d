import { Controller, Get, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { InsideApi } from '../../../platform/http/inside/inside-api.js';
import { accessOf } from '../../../platform/access/principal.js';
import { Page, SeeOther } from '../../page/page.js';
import { Pages } from '../../page/pages.js';
import { worklistPage, worklistQuery, type CasesPage } from './worklist-page.js';

/** The cases of one's organisation, what falls due first standing first. */
@Pages()
@Controller()
export class WorklistController {
  constructor(private readonly api: InsideApi) {}

  @Get()
  home(): SeeOther {
    return new SeeOther('/cases');
  }

  @Get('cases')
  async list(
    @Req() request: FastifyRequest,
    @Query() query: Readonly<Record<string, unknown>>,
  ): Promise<Page> {
    const asked = worklistQuery(query);
    const { body } = await this.api.get<CasesPage>(request, `/v1/transfer-cases?${asked.toString()}`);
    return worklistPage(asked, body, accessOf(request).principal);
  }
}
