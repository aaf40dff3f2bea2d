import { Controller, Get, Param, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { RequiresRole } from '../../platform/access/access-rule.js';
import { ROLES } from '../../platform/access/roles.js';
import { InsideApi } from '../../platform/http/inside/inside-api.js';
import { RefusedByRules } from '../../platform/http/openapi/refused-by-rules.js';
import { StrictRateLimit } from '../../platform/http/request/strict-rate-limit.js';
import type { FileAnswer } from '../../platform/http/versions/answer.js';
import { ReferencePipe } from '../../platform/http/wire/reference.pipe.js';
import type { RechargeAnswer } from '../../recharge/index.js';
import { rechargeAddress } from '../words/recharge-commands.js';
import { AnswersPdf, pdfAnswer } from './pdf/answers-pdf.js';
import { rechargeDocument } from './recharge-document.js';

/** A recharge or a credit note as the document that goes to the other body. */
@ApiTags('Recharges')
@RequiresRole(...ROLES)
@Controller('v1/recharges/:rechargeRef')
export class RechargeDocumentController {
  constructor(private readonly api: InsideApi) {}

  @Get('document.pdf')
  @StrictRateLimit()
  @ApiOperation({
    summary: 'Get a recharge or credit note as the document that was issued (PDF/UA-1)',
    description:
      'With the explanation of each figure as an annex. It shows what does not change after the issue, so the same document is always the same file, and names nobody. Before the issue there is no document: the answer is 409.',
  })
  @AnswersPdf('The document, tagged for those who have it read out.')
  @RefusedByRules('The recharge is not issued yet')
  async show(
    @Param('rechargeRef', new ReferencePipe('RC')) rechargeRef: string,
    @Req() request: FastifyRequest,
  ): Promise<FileAnswer> {
    const { body } = await this.api.get<RechargeAnswer>(request, rechargeAddress(rechargeRef));
    return pdfAnswer(`${rechargeRef}.pdf`, rechargeDocument(body));
  }
}
