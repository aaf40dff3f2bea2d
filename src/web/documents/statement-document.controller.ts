import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { RequiresRole } from '../../platform/access/access-rule.js';
import { InsideApi } from '../../platform/http/inside/inside-api.js';
import { StrictRateLimit } from '../../platform/http/request/strict-rate-limit.js';
import type { FileAnswer } from '../../platform/http/versions/answer.js';
import { StatementQueryDto, type StatementAnswer } from '../../recharge/index.js';
import { AnswersPdf, pdfAnswer } from './pdf/answers-pdf.js';
import { statementDocument, statementFileName } from './statement-document.js';

/** The account of two bodies as a document. */
@ApiTags('Recharges')
@RequiresRole(
  'council-finance',
  'council-approver',
  'nhs-finance',
  'nhs-approver',
  'auditor',
  'administrator',
)
@Controller('v1/statements/:partnerOds')
export class StatementDocumentController {
  constructor(private readonly api: InsideApi) {}

  @Get('document.pdf')
  @StrictRateLimit()
  @ApiOperation({
    summary: 'Get the account of your body and another over a period as a document (PDF/UA-1)',
    description:
      'Balances, movements and disputes, with the explanation of each balance as an annex. With knownAt it is always the same file.',
  })
  @ApiParam({
    name: 'partnerOds',
    description: 'ODS code of the NHS body, or GSS code of the council, that yours has the account with.',
    example: 'QM7',
  })
  @AnswersPdf('The statement, tagged for those who have it read out.')
  async show(
    @Param('partnerOds') partner: string,
    @Query() { from, to, asAt, knownAt }: StatementQueryDto,
    @Req() request: FastifyRequest,
  ): Promise<FileAnswer> {
    const asked = new URLSearchParams({
      from,
      to,
      ...(asAt !== undefined && { asAt }),
      ...(knownAt !== undefined && { knownAt }),
    });
    const address = `/v1/statements/${encodeURIComponent(partner)}?${asked.toString()}`;
    const { body } = await this.api.get<StatementAnswer>(request, address);
    return pdfAnswer(`${statementFileName(body)}.pdf`, statementDocument(body));
  }
}
