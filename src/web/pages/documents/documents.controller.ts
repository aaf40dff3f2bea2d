import { Controller, Get, Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { accessOf } from '../../../platform/access/principal.js';
import { InsideApi } from '../../../platform/http/inside/inside-api.js';
import type { RechargesOfCaseAnswer } from '../../../recharge/index.js';
import { CommandForms } from '../../forms/command-forms.js';
import type { Page } from '../../page/page.js';
import { Pages } from '../../page/pages.js';
import { everyEvent, mayCheckHashes } from '../history/case-events.js';
import { caseAddress } from '../transfer-case/case-addresses.js';
import { documentsPage } from './documents-page.js';

/** Every document of a case, with its files. */
@Pages()
@Controller('cases/:caseRef/documents')
export class CaseDocumentsController {
  constructor(
    private readonly api: InsideApi,
    private readonly forms: CommandForms,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Param('caseRef') caseRef: string): Promise<Page> {
    const { principal } = accessOf(request);
    const { body } = await this.api.get<RechargesOfCaseAnswer>(request, `${caseAddress(caseRef)}/recharges`);
    return documentsPage({
      caseRef,
      recharges: body.items,
      events: await everyEvent(this.api, request, caseRef),
      organisation: principal.organisation,
      mayCheck: mayCheckHashes(this.forms, request),
      mayReadStatements: this.forms.mayRead('/v1/statements/{partnerOds}', principal.roles),
    });
  }
}
